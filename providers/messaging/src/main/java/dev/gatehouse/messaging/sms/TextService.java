package dev.gatehouse.messaging.sms;

import dev.gatehouse.messaging.phone.NumberingPlan;
import dev.gatehouse.messaging.quota.QuotaLedger;

/** What text messages of all realms share, put together. */
public record TextService(
        SmsSettings settings, NumberingPlan plan, GatewayChain chain, QuotaLedger ledger, SmsJournal journal) {}
