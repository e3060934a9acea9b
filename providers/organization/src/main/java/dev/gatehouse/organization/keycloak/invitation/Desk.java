package dev.gatehouse.organization.keycloak.invitation;

import dev.gatehouse.organization.Seats;
import dev.gatehouse.organization.invitation.InvitationSettings;
import dev.gatehouse.organization.keycloak.invitation.jpa.InvitationQueries;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** All that invitations are written with. */
record Desk(
        InvitationQueries queries,
        InvitationLinks links,
        InvitationMail mail,
        InvitationSettings settings,
        Seats seats,
        Clock clock,
        RandomGenerator random) {}
