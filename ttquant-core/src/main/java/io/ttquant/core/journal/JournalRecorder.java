package io.ttquant.core.journal;

import io.ttquant.api.exchange.AccountSink;
import io.ttquant.api.exchange.ExecutionSession;
import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.core.engine.Engine;
import io.ttquant.core.engine.EngineBuilder;
import io.ttquant.core.engine.MarketDemand;
import java.util.Optional;

/**
 * Writes down what an engine takes and what it does. It stands around the engine: {@link #into} and {@link #session} before it is built, {@link #market} and
 * {@link #account} once it is; from then on whatever drives it uses those in the engine's place. To be used on the engine's thread.
 */
public final class JournalRecorder implements AutoCloseable {
    /** The bytes that are gathered before they are handed to the log. */
    public static final int BUFFER_BYTES = 1 << 18;

    private final JournalWriter writer;

    private JournalRecorder(JournalWriter writer) {
        this.writer = writer;
    }

    /**
     * Begins a journal of any size.
     *
     * @param log where it is kept, empty; closed with this
     */
    public static JournalRecorder begin(DurableLog log, JournalHeader header) {
        return begin(log, header, Long.MAX_VALUE);
    }

    /**
     * Begins a journal.
     *
     * @param log where it is kept, empty; closed with this
     * @param maxBytes it ends before it is larger
     */
    public static JournalRecorder begin(DurableLog log, JournalHeader header, long maxBytes) {
        return new JournalRecorder(new JournalWriter(log, header, BUFFER_BYTES, maxBytes));
    }

    /**
     * Hears of time, calls, and what the engine does.
     *
     * @param demand whoever hears which market data are wanted; {@link MarketDemand#NONE} if nobody does
     */
    public EngineBuilder into(EngineBuilder builder, MarketDemand demand) {
        return builder.inputs(new RecordedCalls(writer))
                .tap(new RecordedTap(writer))
                .demand(new RecordedDemand(writer, demand));
    }

    /** Stands before a session with an exchange and writes down each command before it leaves. */
    public ExecutionSession session(ExecutionSession exchange) {
        return new RecordedSession(writer, exchange);
    }

    /** Where market data go in the engine's place. To be asked for once it is built and before it is started. */
    public MarketDataSink market(Engine engine) {
        writer.clock(engine.clock());
        return new RecordedMarket(writer, engine);
    }

    /** Where reports and news of the account go in the engine's place. */
    public AccountSink account(Engine engine) {
        return new RecordedAccount(writer, engine.live());
    }

    /** Bytes that the log took so far. */
    public long bytes() {
        return writer.bytes();
    }

    /** Why the journal ended early; empty if it did not. */
    public Optional<String> failure() {
        return Optional.ofNullable(writer.failure());
    }

    /** Hands over what was gathered. */
    public void flush() {
        writer.handOver();
    }

    /** Ends the journal; a log that cannot be closed is a {@link #failure}, and throws nothing. */
    @Override
    public void close() {
        writer.close();
    }
}
