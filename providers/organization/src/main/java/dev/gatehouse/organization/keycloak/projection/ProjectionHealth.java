package dev.gatehouse.organization.keycloak.projection;

import dev.gatehouse.organization.projection.ProjectionMeters;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/** Shows how far the projection is built. Always up: lists and logins work without it, only search and dashboards wait. */
@Readiness
@ApplicationScoped
public class ProjectionHealth implements HealthCheck {

    private static volatile @Nullable ProjectionMeters meters;

    static void show(ProjectionMeters shown) {
        meters = shown;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("Gatehouse organizations").up();
        ProjectionMeters shown = meters;
        return shown == null
                ? response.withData("organizations", "off").build()
                : response.withData("unbuilt-organizations", shown.unbuilt())
                        .withData("checked-members", shown.checkedMembers())
                        .withData("mended-members", shown.mendedMembers())
                        .build();
    }
}
