package dev.gatehouse.api.organizations;

import dev.gatehouse.foundation.page.CursorSeal;
import dev.gatehouse.organization.Caller;
import dev.gatehouse.organization.keycloak.Organizations;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.function.Function;

/** What one request to {@link OrganizationsResource} comes from, so that the resource itself knows no session. */
public interface OrganizationsAccess {
    /** Who asks, and the organizations of the realm; thrown as a problem if nobody may ask. */
    Visit visit();

    /** The same for requests to one organization, which all count towards what its tier allows. */
    OrganizationsAccess within(String organizationId);

    /** Seals the cursors of this list. */
    CursorSeal seal(String list);

    /** The address of what was made under the request's path. */
    URI location(String id);

    /** Does what a request with an {@code Idempotency-Key} asks for once, however often the request comes. */
    Response once(InputStream body, Function<InputStream, Response> creation);

    /** A caller at the realm's organizations. */
    record Visit(Organizations organizations, Caller caller) {}
}
