package io.ttquant.core.engine;

import io.ttquant.api.exchange.BarSink;
import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.core.matching.SimulationConfig;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;

/** An engine with one instrument (tick 1, lot 1 unless another is given) and one scripted strategy, driven by hand. */
final class Lab {
    static final Currency USD = Currency.of("USD", 2);
    static final Currency ABC = Currency.of("ABC", 0);
    static final Instrument SPOT = Instrument.spot(io.ttquant.api.market.InstrumentId.parse("sim:ABC"), ABC, USD)
            .tick("1")
            .lot("1")
            .build();
    static final Instrument SWAP = Instrument.perpetual(io.ttquant.api.market.InstrumentId.parse("sim:SWAP"), ABC, USD)
            .tick("1")
            .lot("1")
            .multiplier(BigDecimal.ONE)
            .build();
    static final long MINUTE = 60_000_000_000L;
    static final BarSpec M1 = BarSpec.minutes(1);

    final Script script = new Script();
    final Instrument instrument;
    final Engine engine;
    final InstrumentSink sink;
    private BarSink bars;

    Lab(Instrument instrument, SimulationConfig config, UnaryOperator<EngineBuilder> more) {
        this.instrument = instrument;
        EngineBuilder builder = Engine.builder()
                .instrument(instrument)
                .reporting(instrument.quote())
                .strategy("s", script)
                .simulate(config);
        this.engine = more.apply(builder).build();
        this.sink = engine.instrument(instrument.id());
    }

    static Lab of(Instrument instrument, SimulationConfig config, long rawCash) {
        return new Lab(instrument, config, b -> b.startBalance(instrument.quote(), rawCash));
    }

    Lab withBars(BarSpec spec) {
        bars = sink.bars(spec);
        return this;
    }

    Lab start(long nanos) {
        engine.start(nanos);
        engine.advanceTo(nanos);
        return this;
    }

    /** A one-minute bar from its open to its close. */
    void bar(long tsOpen, long open, long high, long low, long close) {
        bar(tsOpen, open, high, low, close, 1_000_000);
    }

    void bar(long tsOpen, long open, long high, long low, long close, long volume) {
        open(tsOpen, open);
        close(tsOpen, open, high, low, close, volume);
    }

    void open(long tsOpen, long open) {
        bars.open(tsOpen, open);
    }

    void close(long tsOpen, long open, long high, long low, long close, long volume) {
        bars.bar(tsOpen, tsOpen + MINUTE, tsOpen + MINUTE, open, high, low, close, volume);
    }

    void trade(long ts, long price, long quantity) {
        trade(ts, price, quantity, AggressorSide.NONE);
    }

    void trade(long ts, long price, long quantity, AggressorSide side) {
        sink.trade(ts, ts, price, quantity, side);
    }

    void quote(long ts, long bid, long bidQuantity, long ask, long askQuantity) {
        sink.quote(ts, ts, bid, bidQuantity, ask, askQuantity);
    }

    long cash() {
        return engine.ledger().balance(instrument.quote().code()).rawTotal();
    }

    long free() {
        return engine.ledger().balance(instrument.quote().code()).rawFree();
    }

    long position() {
        return engine.ledger().position("s", instrument).rawQuantity();
    }

    List<String> fills() {
        return script.fills.stream()
                .map(f ->
                        f.side() + " " + f.rawQuantity() + "@" + f.rawPrice() + " " + f.liquidity() + " " + f.reason())
                .toList();
    }

    OrderEvent lastEvent() {
        return script.events.get(script.events.size() - 1);
    }
}
