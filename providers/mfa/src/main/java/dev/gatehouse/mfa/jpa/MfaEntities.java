package dev.gatehouse.mfa.jpa;

import java.util.List;

/** What a persistence unit needs to know to keep challenges. */
public final class MfaEntities {

    public static final String CHANGELOG = "META-INF/gatehouse-mfa-changelog.xml";

    private MfaEntities() {}

    public static List<Class<?>> classes() {
        return List.of(FactorEntity.class, ChallengeEntity.class);
    }
}
