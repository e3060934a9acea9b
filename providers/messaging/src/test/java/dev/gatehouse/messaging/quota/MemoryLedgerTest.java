package dev.gatehouse.messaging.quota;

class MemoryLedgerTest extends LedgerContract {
    private final MemoryLedger ledger = new MemoryLedger(clock);

    @Override
    protected QuotaLedger ledger() {
        return ledger;
    }

    @Override
    protected int accounts() {
        return ledger.size();
    }
}
