package dev.gatehouse.events;

import java.util.function.Function;

class ActivityInMemoryTest extends ActivityContract {
    private final RecordedActivity activity = new RecordedActivity();

    @Override
    protected <T> T inTransaction(Function<ActivityStore, T> work) {
        return work.apply(activity);
    }
}
