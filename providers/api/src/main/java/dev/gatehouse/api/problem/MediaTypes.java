package dev.gatehouse.api.problem;

import dev.gatehouse.api.contract.Contract;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The media types in which an operation can answer.
 *
 * @param types empty where nobody knows, and everything is acceptable
 */
public record MediaTypes(Set<MediaType> types) {
    public static final MediaTypes ANY = new MediaTypes(Set.of());

    /** What the contract says of this operation. */
    public static MediaTypes of(Contract contract, String method, ApiPath path) {
        return new MediaTypes(contract.mediaTypes(method, path.operation()).stream()
                .map(MediaTypes::parse)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether a client that accepts these can be answered. */
    public boolean acceptedBy(List<MediaType> accepted) {
        return types.isEmpty()
                || accepted.isEmpty()
                || accepted.stream()
                        .filter(type ->
                                !type.getParameters().getOrDefault("q", "1").matches("0(\\.0*)?"))
                        .anyMatch(type -> types.stream().anyMatch(type::isCompatible));
    }

    private static MediaType parse(String type) {
        int slash = type.indexOf('/');
        return new MediaType(type.substring(0, slash), type.substring(slash + 1));
    }
}
