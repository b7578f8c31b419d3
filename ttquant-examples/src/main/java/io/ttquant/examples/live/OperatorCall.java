package io.ttquant.examples.live;

import io.ttquant.api.time.Clock;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.killswitch.KillSwitchFile;
import io.ttquant.core.file.HeldFile;
import io.ttquant.core.file.RequestFolder;
import io.ttquant.exchanges.run.IdleSwitch;
import io.ttquant.exchanges.run.OperatorAnswer;
import io.ttquant.exchanges.run.OperatorRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** One request to one engine: to it if it is up, and to its kill switch if not. */
final class OperatorCall {
    private static final long LOOK_NANOS = 50_000_000;

    private final StateFiles engine;
    private final RequestFolder requests;
    private final OperatorRequest request;
    private final Clock clock;
    private final Duration patience;
    private final String id;

    /**
     * What came of it.
     *
     * @param status as the process ends with
     * @param text for people
     */
    record Outcome(int status, String text) {
        static final int NO_ANSWER = 2;

        static Outcome of(OperatorAnswer answer) {
            return new Outcome(answer.isDone() ? 0 : 1, answer.text());
        }
    }

    OperatorCall(StateFiles engine, OperatorRequest request, Clock clock, Duration patience) {
        this.engine = engine;
        this.requests = engine.requests();
        this.request = request;
        this.clock = clock;
        this.patience = patience;
        this.id = request.id(clock.nanos() + "-" + ProcessHandle.current().pid());
    }

    /** Whether an engine takes requests now. */
    static boolean isUp(StateFiles engine) {
        try {
            Optional<HeldFile> held = hold(engine);
            held.ifPresent(HeldFile::close);
            return held.isEmpty();
        } catch (RuntimeException e) {
            // It is asked then, and what is wrong with its folder is told as its outcome.
            return true;
        }
    }

    private static Optional<HeldFile> hold(StateFiles engine) {
        engine.requests().make();
        return engine.requests().tryHold();
    }

    /** Makes it. Whatever goes wrong is an outcome, so that other engines are asked all the same. */
    Outcome make() {
        try {
            Optional<OperatorAnswer> idle = withoutEngine();
            if (idle.isPresent()) {
                return Outcome.of(idle.get());
            }
            requests.post(id, request.format());
            return await(clock.nanos() + EpochNanos.of(patience))
                    .map(Outcome::of)
                    .orElseGet(this::unanswered);
        } catch (RuntimeException e) {
            return Outcome.of(new OperatorAnswer(false, "NOT DONE: " + e.getMessage()));
        }
    }

    /** Under the hold of both, so that no engine starts meanwhile. */
    private Optional<OperatorAnswer> withoutEngine() {
        Optional<HeldFile> held = hold(engine);
        if (held.isEmpty()) {
            return Optional.empty();
        }
        KillSwitchFile killSwitch = engine.killSwitch();
        try {
            if (request.act() != OperatorRequest.Act.STATUS) {
                killSwitch.hold();
            }
            if (request.act().isTrip()) {
                // The engine that comes obeys it once more, and cancels what is open then.
                requests.post(id, request.format());
            }
            OperatorAnswer answer = new IdleSwitch(killSwitch).act(request, clock.nanos());
            return Optional.of(request.act() == OperatorRequest.Act.RESET ? takenBack(answer) : answer);
        } finally {
            killSwitch.letGo();
            held.get().close();
        }
    }

    /** Trips that wait for the next start are over with the reset, though the switch itself may not have been tripped yet. */
    private OperatorAnswer takenBack(OperatorAnswer reset) {
        boolean isUnreadable = !reset.isDone() && new IdleSwitch(engine.killSwitch()).isTripped();
        List<String> waiting = isUnreadable ? List.of() : requests.pending();
        waiting.forEach(requests::take);
        return waiting.isEmpty() || reset.isDone()
                ? reset
                : new OperatorAnswer(
                        true, "no engine is up: a request that waited for the next start is taken back, which trades");
    }

    private Optional<OperatorAnswer> await(long end) {
        while (true) {
            Optional<String> answer = requests.answer(id);
            if (answer.isPresent()) {
                requests.forget(id);
                return answer.map(OperatorAnswer::parse);
            }
            if (clock.nanos() >= end) {
                return Optional.empty();
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private Outcome unanswered() {
        String none = "NO ANSWER within " + patience.toSeconds() + " s: the engine hangs, or is being ended. ";
        if (request.act().isTrip()) {
            return new Outcome(
                    Outcome.NO_ANSWER,
                    none
                            + "The request stays, and is obeyed as soon as the engine looks and by the next start. If that cannot wait, end the engine's"
                            + " process, ask again, and cancel at the exchange what is open");
        }
        if (requests.take(id)) {
            return new Outcome(Outcome.NO_ANSWER, none + "The request was taken back, and nothing was done");
        }
        return await(clock.nanos() + EpochNanos.of(patience))
                .map(Outcome::of)
                .orElseGet(() -> new Outcome(
                        Outcome.NO_ANSWER,
                        none + "The engine took the request and did not say what came of it; ask for status"));
    }
}
