package io.ttquant.core.journal;

import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.exchange.Capability;
import io.ttquant.api.market.Instrument;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a journal says of the engine whose inputs it holds, so that the same one can be built again.
 *
 * @param facts whatever names the run, by name: strategies and their parameters, the configuration, the version of the program
 * @param startNanos the time given to {@link io.ttquant.core.engine.EngineBuilder#startNanos}, epoch nanoseconds
 * @param instruments the engine's, in their order; an order of others may name one more later
 * @param isLive whether it executes through a session with an exchange, and not in a simulated one
 * @param capabilities what the session can do; empty where execution is simulated
 * @param opening the account with which it began; {@link AccountSnapshot#NONE} where execution is simulated
 */
public record JournalHeader(
        Map<String, String> facts,
        long startNanos,
        List<Instrument> instruments,
        boolean isLive,
        Set<Capability> capabilities,
        AccountSnapshot opening) {
    /** The version of the format that is written. */
    public static final int VERSION = 1;

    /** Copies what it is given. */
    public JournalHeader {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        instruments = List.copyOf(instruments);
        EnumSet<Capability> able = EnumSet.noneOf(Capability.class);
        able.addAll(capabilities);
        capabilities = Collections.unmodifiableSet(able);
    }

    void write(FrameBuffer to) {
        to.number(facts.size());
        facts.forEach((name, value) -> to.text(name).text(value));
        to.number(startNanos).number(instruments.size());
        instruments.forEach(each -> InstrumentWords.write(to, each));
        to.flag(isLive).number(capabilities.size());
        capabilities.forEach(to::name);
        Instruments table = new Instruments(instruments);
        opening.openOrders()
                .forEach(order -> requireKnown(table, order.request().instrument()));
        Words.write(to, opening, instrument -> table.number(instrument.id()));
    }

    private static void requireKnown(Instruments table, Instrument instrument) {
        if (table.number(instrument.id()) < 0) {
            throw new IllegalArgumentException("the account to open has an order in " + instrument
                    + ", which is none of the engine's instruments; give the engine that instrument too");
        }
    }

    static JournalHeader read(FrameInput in) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (int left = in.count(); left > 0; left--) {
            String name = in.text();
            facts.put(name, in.text());
        }
        long start = in.number();
        List<Instrument> instruments = Words.list(in, () -> InstrumentWords.read(in));
        instruments.forEach(in.instruments()::add);
        boolean isLive = in.flag();
        List<Capability> able = Words.list(in, () -> in.name(Capability.class));
        return new JournalHeader(facts, start, instruments, isLive, Set.copyOf(able), Words.snapshot(in));
    }
}
