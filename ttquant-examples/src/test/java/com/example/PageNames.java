package com.example;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.Bar;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.Backtest;
import io.ttquant.backtest.BacktestResult;
import io.ttquant.backtest.data.BarColumns;
import io.ttquant.backtest.data.EventSource;
import io.ttquant.backtest.data.LoadedData;
import io.ttquant.backtest.data.SampleMarket;
import io.ttquant.backtest.data.TradeColumns;
import io.ttquant.core.engine.Engine;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.examples.emacross.EmaCross;
import java.math.BigDecimal;

/**
 * The names that blocks of statements on the pages take for granted: a strategy in the midst of a run, its instrument, data, a result. A block becomes the body
 * of {@link #block}.
 */
public abstract class PageNames extends Strategy {
    private static final BarColumns SAMPLE = SampleMarket.bitcoin().withDays(2).bars();

    protected final BarColumns bars = SAMPLE;
    protected final BarColumns minutes = SAMPLE;
    protected final BarColumns march = SAMPLE;
    protected final BarColumns june = SAMPLE;
    protected final EventSource source = SAMPLE.source();
    protected final Instrument btc = SAMPLE.instrument();
    protected final Instrument btcusdt = btc;
    protected final Instrument instrument = btc;
    protected final Instrument perpetual = Instrument.perpetual(
                    InstrumentId.parse("binance:BTCUSDT"), Currency.of("BTC"), Currency.of("USDT"))
            .tick("0.1")
            .lot("0.001")
            .build();
    protected final Instrument swap = perpetual;
    protected final EmaCross.Params params = new EmaCross.Params(
            btc.id(), BarSpec.minutes(1), 10, 30, new BigDecimal("200"), new BigDecimal("2000"), 3, 6);
    protected final long t0 = 1_700_000_000L * EpochNanos.SECOND;
    protected final long t1 = t0 + EpochNanos.SECOND;
    protected final long ts = t0;
    protected final long firstId = 1;
    protected final long lastId = 2;
    protected final long rawPrice = 3_000_000;
    protected final long rawQuantity = 10;
    protected BacktestResult result;
    protected LoadedData loaded;
    protected Strategy mine = new EmaCross(params);
    protected EventSource trades;
    protected Engine engine;
    private boolean isDone;

    /** What stands on the page. */
    protected abstract void block() throws Exception;

    /** Runs the block once, at the third bar of a run. */
    public final void run(LoadedData data) {
        loaded = data;
        result = Backtest.of(bars.source())
                .cash("10000 USDT")
                .strategy("cross", new EmaCross(params))
                .run();
        trades = TradeColumns.builder(btc)
                .add(t1, 1_000_000, 10, AggressorSide.BUYER)
                .build();
        engine = Engine.builder().simulate(SimulationConfig.DEFAULT).build();
        Backtest.of(bars.source()).cash("10000 USDT").strategy("page", this).run();
        if (!isDone) {
            throw new AssertionError("the block was not reached");
        }
    }

    @Override
    protected void onStart(StrategyContext ctx) {
        ctx.subscribeBars(btc.id(), BarSpec.minutes(1)).warmup(2);
    }

    @Override
    protected void onBar(Bar bar) {
        if (isDone) {
            return;
        }
        isDone = true;
        try {
            block();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
