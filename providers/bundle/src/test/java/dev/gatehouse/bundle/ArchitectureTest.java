package dev.gatehouse.bundle;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shape of the house: which way the arrows run, and in which rooms a technology may be spoken. */
class ArchitectureTest {
    private static final List<String> MODULES =
            List.of("foundation", "events", "messaging", "ratelimit", "mfa", "organization", "account", "api");

    /** Technology (package prefix) to the words of which a package that uses it carries at least one. */
    private static final Map<String, List<String>> ROOMS = Map.ofEntries(
            Map.entry("org.keycloak", List.of("keycloak")),
            Map.entry("jakarta.persistence", List.of("jpa")),
            Map.entry("org.hibernate", List.of("jpa")),
            Map.entry("org.apache.kafka", List.of("kafka")),
            Map.entry("io.github.bucket4j", List.of("bucket4j")),
            Map.entry("org.infinispan", List.of("bucket4j", "infinispan")),
            Map.entry("io.vertx", List.of("vertx")),
            Map.entry("io.quarkus", List.of("vertx")),
            Map.entry("org.subethamail", List.of("smtp", "inbox")),
            Map.entry("org.xbill.DNS", List.of("dns")),
            Map.entry("com.google.common", List.of("guava")),
            Map.entry("com.google.i18n.phonenumbers", List.of("libphonenumber")),
            Map.entry("io.github.resilience4j", List.of("resilience4j")),
            Map.entry("java.net.http", List.of("http")),
            Map.entry("jakarta.ws.rs", List.of("api", "keycloak", "rest")));

    private static final JavaClasses GATEHOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.gatehouse");

    @Test
    void everyModuleIsLookedAt() {
        assertThat(GATEHOUSE.stream()
                        .map(type -> type.getPackageName().split("\\.")[2])
                        .distinct())
                .containsAll(MODULES);
    }

    @Test
    void arrowsRunDownwardsOnly() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("api")
                .definedBy("dev.gatehouse.api..")
                .layer("account")
                .definedBy("dev.gatehouse.account..")
                .layer("organization")
                .definedBy("dev.gatehouse.organization..")
                .layer("mfa")
                .definedBy("dev.gatehouse.mfa..")
                .layer("ratelimit")
                .definedBy("dev.gatehouse.ratelimit..")
                .layer("messaging")
                .definedBy("dev.gatehouse.messaging..")
                .layer("events")
                .definedBy("dev.gatehouse.events..")
                .layer("foundation")
                .definedBy("dev.gatehouse.foundation..")
                .whereLayer("api")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("account")
                .mayOnlyBeAccessedByLayers("api")
                .whereLayer("organization")
                .mayOnlyBeAccessedByLayers("api", "account")
                .whereLayer("mfa")
                .mayOnlyBeAccessedByLayers("api", "account", "organization")
                .whereLayer("ratelimit")
                .mayOnlyBeAccessedByLayers("api", "account", "organization", "mfa")
                .whereLayer("messaging")
                .mayOnlyBeAccessedByLayers("api", "account", "organization", "mfa")
                .whereLayer("events")
                .mayOnlyBeAccessedByLayers("api", "account", "organization", "mfa")
                .check(GATEHOUSE);
    }

    @Test
    void modulesAreFreeOfCycles() {
        slices().matching("dev.gatehouse.(*)..").should().beFreeOfCycles().check(GATEHOUSE);
    }

    static Iterable<String> technologies() {
        return new TreeSet<>(ROOMS.keySet());
    }

    @ParameterizedTest
    @MethodSource("technologies")
    void aTechnologyIsSpokenOnlyWhereThePackageSaysSo(String technology) {
        List<String> rooms = ROOMS.get(technology);
        noClasses()
                .that(describe("live outside " + rooms, type -> !carriesOneOf(type, rooms)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(technology + "..")
                .check(GATEHOUSE);
    }

    @Test
    void atMostAFifthOfTheClassesTouchesKeycloaksSession() {
        DescribedPredicate<JavaClass> session =
                describe("session", type -> type.getName().equals("org.keycloak.models.KeycloakSession"));
        List<JavaClass> topLevel =
                GATEHOUSE.stream().filter(JavaClass::isTopLevelClass).toList();
        List<String> touching = topLevel.stream()
                .filter(type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(dependency -> session.test(dependency.getTargetClass())))
                .map(JavaClass::getName)
                .sorted()
                .toList();
        assertThat(100 * touching.size() / topLevel.size())
                .as("%d of %d classes touch the session: %s", touching.size(), topLevel.size(), touching)
                .isLessThanOrEqualTo(20);
    }

    @Test
    void noClassHasANameThatSaysNothing() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Common)(\\$.*)?")
                .check(GATEHOUSE);
    }

    @Test
    void everyPackageIsNullMarked() {
        classes()
                .should()
                .resideInAPackage("dev.gatehouse..")
                .andShould(new ArchCondition<>("live in a null-marked package") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        JavaPackage room = type.getPackage();
                        if (!room.isAnnotatedWith(NullMarked.class)) {
                            events.add(SimpleConditionEvent.violated(
                                    type, room.getName() + " has no package-info.java with @NullMarked"));
                        }
                    }
                })
                .check(GATEHOUSE);
    }

    private static boolean carriesOneOf(JavaClass type, List<String> rooms) {
        return List.of(type.getPackageName().split("\\.")).stream().anyMatch(rooms::contains);
    }
}
