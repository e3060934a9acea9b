package dev.gatehouse.mfa;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * All that a code is good for. A code made for one binding is a wrong code in any other: another user, another factor,
 * another browser session, another step of the login, another address.
 *
 * @param sessionId the root authentication session, shared by the tabs of one browser
 * @param executionId the step of the flow that asks, so that a code never satisfies a step it was not asked for
 * @param destination where the code is sent, in full
 */
public record CodeBinding(
        FactorKey factor, CodePurpose purpose, String sessionId, String executionId, String destination) {

    /** Unambiguous: each part is preceded by its length, so that no two bindings share their bytes. */
    byte[] bytesWith(OneTimeCode code) {
        List<byte[]> parts = List.of(
                utf8("gatehouse one-time code 1"),
                utf8(factor.realmId()),
                utf8(factor.userId()),
                utf8(factor.factorId()),
                utf8(purpose.name()),
                utf8(sessionId),
                utf8(executionId),
                utf8(destination),
                utf8(code.characters()));
        ByteBuffer bytes = ByteBuffer.allocate(
                parts.stream().mapToInt(part -> Integer.BYTES + part.length).sum());
        parts.forEach(part -> bytes.putInt(part.length).put(part));
        return bytes.array();
    }

    ChallengeSlot slot() {
        return new ChallengeSlot(factor, purpose, sessionId, executionId);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
