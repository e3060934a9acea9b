package dev.gatehouse.organization.projection;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;

/** What operators see of the projection: how far it is built, and whether checks find it wrong. */
public final class ProjectionMeters {

    private final Counter checked;
    private final Counter mended;
    private final Counter folded;
    private final AtomicInteger unbuilt = new AtomicInteger();

    public ProjectionMeters(MeterRegistry registry) {
        checked = Counter.builder("gatehouse.organization.projection.checked")
                .description("Members whose projection was compared with Keycloak's tables, or built")
                .register(registry);
        mended = Counter.builder("gatehouse.organization.projection.mended")
                .description("Members whose projection was missing or wrong, and counts that were")
                .register(registry);
        folded = Counter.builder("gatehouse.organization.projection.folded")
                .description("Changes of counts that were folded into the counts")
                .register(registry);
        Gauge.builder("gatehouse.organization.projection.unbuilt", unbuilt, AtomicInteger::get)
                .description("Organizations whose projection is not built yet, as far as this node has looked")
                .register(registry);
    }

    public void checked(long members, long wrong) {
        checked.increment((double) members);
        mended.increment((double) wrong);
    }

    public void folded(long changes) {
        folded.increment((double) changes);
    }

    public void unbuilt(int organizations) {
        unbuilt.set(organizations);
    }

    public int unbuilt() {
        return unbuilt.get();
    }

    public long checkedMembers() {
        return (long) checked.count();
    }

    public long mendedMembers() {
        return (long) mended.count();
    }
}
