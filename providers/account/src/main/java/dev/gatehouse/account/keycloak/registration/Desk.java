package dev.gatehouse.account.keycloak.registration;

import dev.gatehouse.account.AccountSettings;
import dev.gatehouse.account.registration.Registrations;
import dev.gatehouse.messaging.quota.QuotaLedger;
import java.time.Clock;
import java.util.random.RandomGenerator;

/**
 * What everything about accounts is done with on this server.
 *
 * @param apart registrations in transactions of their own: a try that was counted stays counted whatever becomes of the
 *     request
 * @param wake to be called once an errand is there
 */
record Desk(
        AccountSettings settings,
        Clock clock,
        RandomGenerator random,
        QuotaLedger ledger,
        Registrations apart,
        Runnable wake) {}
