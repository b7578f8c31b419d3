package io.ttquant.exchanges.run;

import io.ttquant.api.exchange.EngineThread;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.core.engine.Engine;
import io.ttquant.core.engine.StrategyException;
import io.ttquant.core.file.HeldFile;
import io.ttquant.core.file.RequestFolder;
import io.ttquant.core.risk.KillSwitchStore;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes requests of operators from a folder once a second, has the engine do them and answers there. A request to trip the kill switch is obeyed however old it
 * is, from before the start too; it closes positions only if it is fresh. All other requests are done only if they are fresh: made while this engine looked,
 * at most {@link #FRESH} before. What was changed or is no request is refused and told, and what the disk does not give is tried again; but one whose
 * {@linkplain OperatorRequest#id name} says that it is to trip is obeyed then. All of it is on the engine's thread.
 */
public final class OperatorDesk {
    /** How old a request may be; it can be no older than the time since the folder was looked into before. */
    public static final Duration FRESH = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(OperatorDesk.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration KEEP_ANSWERS = Duration.ofMinutes(1);
    private static final String UNREAD =
            "; POSITIONS ARE NOT CLOSED, if that was asked for, because the request cannot be read";

    private final RequestFolder folder;
    private final UnaryOperator<String> reading;
    private final VenuePlan plan;
    private final KillSwitchStore kept;
    private final EngineThread thread;
    private final Consumer<String> lines;
    /** Requests that are done with, though their files are still there. */
    private final Set<String> done = new HashSet<>();
    /** Trips that are kept, and wait for an engine that cancels what is open. */
    private final Set<String> latched = new HashSet<>();

    /** Requests that could not be read for now, and since when they may be there. */
    private final Map<String, Long> unread = new HashMap<>();

    private final Map<String, OperatorRequest> begun = new LinkedHashMap<>();
    private EngineAtHand run = () -> null;
    private @Nullable HeldFile held;
    private String complaint = "";
    private boolean hasLooked;
    private long lookedNanos;
    private boolean isOver;

    /** The engine that is asked. */
    @FunctionalInterface
    public interface EngineAtHand {
        /** The engine; null before it is built. */
        @Nullable
        Engine engine();
    }

    /** @param reading the request of an id */
    OperatorDesk(
            RequestFolder folder,
            UnaryOperator<String> reading,
            VenuePlan plan,
            KillSwitchStore kept,
            EngineThread thread,
            Consumer<String> lines) {
        this.folder = folder;
        this.reading = reading;
        this.plan = plan;
        this.kept = kept;
        this.thread = thread;
        this.lines = lines;
    }

    /**
     * A desk that has not begun.
     *
     * @param folder where requests come in; in a folder that is there
     * @param plan what the engine runs
     * @param kept the kill switch of the engine
     * @param thread the engine's
     * @param lines takes what was asked for and what came of it, for the log
     */
    public static OperatorDesk of(
            RequestFolder folder, VenuePlan plan, KillSwitchStore kept, EngineThread thread, Consumer<String> lines) {
        return new OperatorDesk(folder, folder::read, plan, kept, thread, lines);
    }

    /**
     * Begins; before the engine is built, so that it starts tripped if that was asked for since the last one ended.
     *
     * @param of the engine, once there is one
     */
    public void begin(EngineAtHand of) {
        run = of;
        look();
    }

    /** Ends: whoever asks from now on hears that no engine is up. More than one call does no harm. */
    public void close() {
        isOver = true;
        Map.copyOf(begun)
                .forEach(
                        (id, request) -> finish(
                                id,
                                request,
                                OperatorAnswer.undone(
                                        "the engine ended before it was known what came of it; its last lines say what may be open")));
        if (held != null) {
            held.close();
            held = null;
        }
    }

    private void look() {
        if (isOver) {
            return;
        }
        // First of all, since no failure of this look may be the reason that there is none after it.
        thread.schedule(LOOK, this::look);
        try {
            if (!holds()) {
                complain("requests of operators go to another engine, which holds " + folder + ", until it ends");
                return;
            }
            takeAll();
            complaint = "";
        } catch (StrategyException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.debug("a look into {} failed", folder, e);
            complain("NO REQUESTS OF OPERATORS CAN BE TAKEN: " + e.getMessage());
        }
    }

    private void complain(String text) {
        if (!text.equals(complaint)) {
            complaint = text;
            lines.accept(text);
        }
    }

    private boolean holds() {
        if (held == null) {
            folder.make();
            held = folder.tryHold().orElse(null);
            if (held != null) {
                forgetOld();
            }
        }
        return held != null;
    }

    /** Who asked an engine that has ended may still wait for its answer, but not for longer than answers are kept. */
    private void forgetOld() {
        try {
            List<String> old = folder.answered();
            if (!old.isEmpty()) {
                thread.schedule(KEEP_ANSWERS, () -> old.forEach(this::forget));
            }
        } catch (RuntimeException e) {
            LOG.debug("old answers in {} cannot be found", folder, e);
        }
    }

    private void forget(String id) {
        try {
            folder.forget(id);
        } catch (RuntimeException e) {
            LOG.debug("the answer to {} stays, which nobody came for", id, e);
        }
    }

    private void takeAll() {
        List<String> ids = folder.pending();
        long now = thread.nanos();
        long before = hasLooked ? lookedNanos : now - EpochNanos.of(FRESH) - 1;
        hasLooked = true;
        lookedNanos = now;
        unread.keySet().retainAll(ids);
        for (String id : ids) {
            if (!done.contains(id)) {
                take(id, unread.getOrDefault(id, before));
            }
        }
    }

    /** @param sinceNanos the request was made then or later */
    private void take(String id, long sinceNanos) {
        OperatorRequest request;
        try {
            request = OperatorRequest.parse(reading.apply(id));
        } catch (UncheckedIOException e) {
            tryAgain(id, sinceNanos, e);
            return;
        } catch (RuntimeException e) {
            refuse(id, e);
            return;
        }
        unread.remove(id);
        boolean isFresh = lookedNanos - sinceNanos <= EpochNanos.of(FRESH);
        if (request.act().isTrip()) {
            trip(id, request, isFresh, "");
        } else if (remove(id)) {
            act(id, request, isFresh);
        }
    }

    /** A file may be gone by now, and a disk may err once; what is to trip waits no longer than for the next look. */
    private void tryAgain(String id, long sinceNanos, UncheckedIOException why) {
        if (unread.putIfAbsent(id, sinceNanos) == null) {
            lines.accept(
                    "OPERATOR: a request cannot be read now, which is tried again every second: " + why.getMessage());
        } else if (OperatorRequest.isTrip(id)) {
            trip(id, OperatorRequest.unread(id, lookedNanos), false, UNREAD);
        }
    }

    private void refuse(String id, RuntimeException why) {
        if (OperatorRequest.isTrip(id)) {
            if (!latched.contains(id)) {
                lines.accept("OPERATOR: a request to trip cannot be read, and is obeyed: " + why.getMessage());
            }
            trip(id, OperatorRequest.unread(id, lookedNanos), false, UNREAD);
            return;
        }
        remove(id);
        lines.accept("OPERATOR: a request cannot be read, and nothing was done: " + why.getMessage());
        answer(id, OperatorAnswer.undone("the request cannot be read, and nothing was done: " + why.getMessage()));
    }

    /**
     * Removed last, so that an end of the process before it is done is no end of the request.
     *
     * @param undone what may have been asked for and is not done; empty if there is no such thing
     */
    private void trip(String id, OperatorRequest request, boolean isFresh, String undone) {
        Engine engine = up();
        if (engine != null) {
            OperatorRequest obeyed = isFresh && !latched.remove(id) ? request : unflattened(request);
            begin(
                    id,
                    obeyed,
                    engine,
                    obeyed.equals(request) ? undone : "; POSITIONS ARE NOT CLOSED, because the request is old");
            remove(id);
        } else if (latched.add(id)) {
            tell(request);
            OperatorAnswer answer = new IdleSwitch(kept).act(request, thread.nanos());
            finish(id, request, undone.isEmpty() ? answer : answer.but(undone));
        }
    }

    private @Nullable Engine up() {
        Engine engine = run.engine();
        return engine == null || engine.state().isEnded() ? null : engine;
    }

    private static OperatorRequest unflattened(OperatorRequest of) {
        return new OperatorRequest(OperatorRequest.Act.TRIP, of.strategyId(), of.who(), of.why(), of.tsEvent());
    }

    private void act(String id, OperatorRequest request, boolean isFresh) {
        Engine engine = up();
        if (!isFresh) {
            tell(request);
            finish(
                    id,
                    request,
                    OperatorAnswer.undone(
                            "the request of " + EpochNanos.format(request.tsEvent())
                                    + " is older than " + FRESH.toSeconds()
                                    + " s or was made for an engine that has ended, and nothing was done; ask again if it is still meant"));
        } else if (engine == null) {
            tell(request);
            OperatorAnswer answer = new IdleSwitch(kept).act(request, thread.nanos());
            if (request.act() == OperatorRequest.Act.RESET && answer.isDone()) {
                latched.forEach(this::remove);
                latched.clear();
            }
            finish(id, request, answer);
        } else {
            begin(id, request, engine, "");
        }
    }

    private void begin(String id, OperatorRequest request, Engine engine, String more) {
        tell(request);
        begun.put(id, request);
        try {
            OperatorActs acts = new OperatorActs(plan, kept, thread, engine);
            acts.act(request, answer -> finish(id, request, more.isEmpty() ? answer : answer.but(more)));
        } catch (StrategyException e) {
            throw e;
        } catch (IllegalArgumentException | IllegalStateException e) {
            finish(id, request, OperatorAnswer.undone("not done: " + e.getMessage()));
        } catch (RuntimeException e) {
            LOG.error("what operator {} asked for failed", request.who(), e);
            finish(id, request, OperatorAnswer.undone("failed: " + e));
        }
    }

    private void tell(OperatorRequest request) {
        if (request.act() != OperatorRequest.Act.STATUS) {
            lines.accept("OPERATOR " + request.who() + " asks to "
                    + request.act().words() + (request.strategyId().isEmpty() ? "" : " " + request.strategyId()) + ": "
                    + request.why());
        }
    }

    private void finish(String id, OperatorRequest request, OperatorAnswer answer) {
        begun.remove(id);
        if (request.act() != OperatorRequest.Act.STATUS) {
            lines.accept("OPERATOR " + request.who() + " is told: " + answer.text());
        }
        answer(id, answer);
    }

    /** Whoever asked may have gone; then the answer goes too, after a while. */
    private void answer(String id, OperatorAnswer answer) {
        try {
            folder.answer(id, answer.format());
            thread.schedule(KEEP_ANSWERS, () -> forget(id));
        } catch (RuntimeException e) {
            lines.accept("the answer to an operator cannot be written: " + e.getMessage());
        }
    }

    /** False if it is gone, or stays though it should go: then it is not looked at again. */
    private boolean remove(String id) {
        try {
            return folder.take(id);
        } catch (RuntimeException e) {
            done.add(id);
            lines.accept("a request of an operator cannot be removed, and is not done again by this engine: "
                    + e.getMessage());
            return false;
        }
    }
}
