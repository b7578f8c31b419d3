package io.ttquant.core.journal;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.ExecutionSession;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.core.engine.Engine;
import io.ttquant.core.engine.EngineBuilder;
import io.ttquant.core.engine.EngineTap;
import io.ttquant.core.engine.MarketDemand;
import io.ttquant.core.journal.ReplayReport.Difference;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Gives the inputs of a journal to an engine that is built the same way and sends nothing, and compares all that it does with what is in the journal: commands
 * to the exchange byte for byte, with what strategies asked for and were told, what the risk rules did, which market data were asked for, each with its time.
 */
public final class Replay implements Entries {
    private static final String NOTHING = "nothing";

    private final JournalReader journal;
    private final FrameBuffer body = new FrameBuffer(1 << 12);
    private final EntryText texts = new EntryText();
    private final Map<Long, Order> orders = new HashMap<>();
    private @Nullable ReplayInputs inputs;
    private @Nullable Engine engine;
    private @Nullable Entry next;
    private @Nullable Difference difference;
    private String lastInput = "the engine was built";
    private EntryKind kind = EntryKind.THREW;
    private int depth;
    private long given;
    private long same;

    private Replay(JournalReader journal) {
        this.journal = journal;
    }

    /**
     * Replays a journal.
     *
     * @param journal just opened
     * @param same gives the builder what the recorded engine was given: strategies, limits, models, client ids; and where execution is simulated, the
     *     simulation. Instruments, start, account, session, and whoever hears which data are wanted are given already.
     * @throws JournalException if the journal is damaged
     */
    public static ReplayReport run(JournalReader journal, UnaryOperator<EngineBuilder> same) {
        return new Replay(journal).run(same);
    }

    private ReplayReport run(UnaryOperator<EngineBuilder> how) {
        advance();
        Engine built = how.apply(prepared(journal.header())).build();
        engine = built;
        inputs = new ReplayInputs(built, orders);
        drain();
        if (difference == null && next != null) {
            differ(texts.of(next), NOTHING);
        }
        return new ReplayReport(
                given, same, journal.isClosedInOrder(), journal.cutBytes(), Optional.ofNullable(difference));
    }

    private EngineBuilder prepared(JournalHeader header) {
        EngineBuilder builder = Engine.builder()
                .startNanos(header.startNanos())
                .tap(new RecordedTap(this))
                .tap(new EngineTap() {
                    @Override
                    public void created(Order order) {
                        orders.put(order.sequence(), order);
                    }
                })
                .demand(new RecordedDemand(this, MarketDemand.NONE));
        header.instruments().forEach(builder::instrument);
        if (header.isLive()) {
            builder.execute(new RecordedSession(this, new NullSession(header.capabilities())))
                    .openAccount(header.opening());
        }
        return builder;
    }

    /** Sends nothing. */
    private record NullSession(Set<Capability> capabilities) implements ExecutionSession {
        @Override
        public void submit(Order order) {}

        @Override
        public void cancel(Order order) {}

        @Override
        public void amend(Order order, Amendment amendment) {}
    }

    private void advance() {
        do {
            next = journal.next();
        } while (next != null && next.kind() == EntryKind.INSTRUMENT);
        if (next != null && next.kind() == EntryKind.CREATED) {
            texts.of(next);
        }
    }

    /** Gives the engine the inputs that come next at this depth. */
    private void drain() {
        while (difference == null && next != null && isInputNext()) {
            give(next);
        }
        if (next != null && next.kind() == EntryKind.CLOSED) {
            advance();
        }
    }

    private void give(Entry entry) {
        given++;
        lastInput = texts.of(entry);
        advance();
        Engine to = Objects.requireNonNull(engine);
        if (depth == 0 && to.clock().nanos() < entry.nanos()) {
            to.advanceTo(entry.nanos());
        }
        RuntimeException thrown = null;
        depth++;
        try {
            if (isRefused(entry)) {
                throw new IllegalStateException("it was refused, as when its disk was full");
            }
            Objects.requireNonNull(inputs).give(entry);
        } catch (JournalException e) {
            throw e;
        } catch (RuntimeException e) {
            begin(EntryKind.THREW);
            end();
            thrown = e;
        }
        if (difference == null && next != null && !next.isInput() && next.depth() == depth) {
            differ(texts.of(next), NOTHING);
        }
        depth--;
        if (thrown != null && depth > 0 && !isInputNext()) {
            throw thrown;
        }
    }

    /**
     * True for what was not done because it could not be kept, or for another reason: nothing is kept here, so that it would be done. To be asked once its depth
     * is entered.
     */
    private boolean isRefused(Entry entry) {
        boolean isUndoneIfUnkept = entry.kind() == EntryKind.RESET || entry.kind() == EntryKind.RESUMED;
        return isUndoneIfUnkept && next != null && next.kind() == EntryKind.THREW && next.depth() == depth;
    }

    /** After what threw inside of a command another input of it comes only if the session caught it; else it went on into the engine. */
    private boolean isInputNext() {
        return next != null && next.isInput() && next.depth() == depth;
    }

    private void differ(String inJournal, String inReplay) {
        difference = new Difference(next == null ? 0 : next.offset(), lastInput, inJournal, inReplay);
    }

    private long now() {
        return engine == null ? journal.header().startNanos() : engine.clock().nanos();
    }

    @Override
    public FrameBuffer begin(EntryKind its) {
        kind = its;
        return body.clear().clock(now());
    }

    @Override
    public void end() {
        if (difference != null || next == null) {
            return;
        }
        byte[] bytes = Arrays.copyOf(body.array(), body.length());
        if (next.isSame(kind, depth, now(), bytes)) {
            same++;
            advance();
        } else {
            differ(texts.of(next), texts.of(made(bytes)));
        }
    }

    private Entry made(byte[] bytes) {
        FrameBuffer whole = new FrameBuffer(bytes.length + Long.SIZE)
                .octet(kind.ordinal())
                .octet(depth)
                .number(0)
                .raw(bytes, bytes.length);
        return Entry.read(Arrays.copyOf(whole.array(), whole.length()), 0, now(), journal.instruments());
    }

    @Override
    public void enter() {
        depth++;
        if ((depth & 1) == 0) {
            boolean isDone = false;
            try {
                drain();
                isDone = true;
            } finally {
                // Who enters leaves only what it has entered.
                depth -= isDone ? 0 : 1;
            }
        }
    }

    @Override
    public void leave() {
        depth--;
    }

    @Override
    public int number(Instrument instrument) {
        return journal.instruments().number(instrument.id());
    }
}
