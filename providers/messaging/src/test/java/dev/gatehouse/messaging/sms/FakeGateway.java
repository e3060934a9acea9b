package dev.gatehouse.messaging.sms;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Answers what it is told to, and keeps what it was sent. Told nothing, it accepts. */
final class FakeGateway implements GuardedGateway {
    private final String name;
    private final Deque<GatewayAnswer> answers = new ArrayDeque<>();
    private final List<Text> sent = new ArrayList<>();
    private Runnable meanwhile = () -> {};
    private boolean open;

    FakeGateway(String name, GatewayAnswer... answers) {
        this.name = name;
        this.answers.addAll(List.of(answers));
    }

    FakeGateway open() {
        open = true;
        return this;
    }

    FakeGateway meanwhile(Runnable happens) {
        meanwhile = happens;
        return this;
    }

    List<Text> sent() {
        return sent;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<GatewayAnswer> send(Text text) {
        if (open) {
            return Optional.empty();
        }
        sent.add(text);
        meanwhile.run();
        return Optional.of(answers.isEmpty() ? GatewayAnswer.accepted() : answers.poll());
    }

    @Override
    public State state() {
        return open ? State.OPEN : State.CLOSED;
    }
}
