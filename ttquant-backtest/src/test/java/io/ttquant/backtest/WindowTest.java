package io.ttquant.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.Bar;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.Trade;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.data.BarColumns;
import io.ttquant.backtest.data.TradeColumns;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The window of time that a backtest runs over. */
class WindowTest {
    private static final Instrument BTC = Instrument.spot("test:BTCUSDT", "BTC", "USDT")
            .tick("0.01")
            .lot("0.001")
            .build();
    private static final long START = EpochNanos.parse("2024-01-01T00:00:00Z");
    private static final long STEP = 60 * EpochNanos.SECOND;

    private final List<String> heard = new ArrayList<>();

    private final class Listener extends Strategy {
        @Override
        protected void onStart(StrategyContext ctx) {
            ctx.subscribeBars(BTC.id(), BarSpec.minutes(1));
            ctx.subscribeTrades(BTC.id());
        }

        @Override
        protected void onBar(Bar bar) {
            heard.add("bar " + (bar.tsEvent() - START) / STEP);
        }

        @Override
        protected void onTrade(Trade trade) {
            heard.add("trade " + (trade.tsEvent() - START) / STEP);
        }
    }

    private static Instant minute(int minutes) {
        return EpochNanos.toInstant(START + minutes * STEP);
    }

    private static BarColumns bars() {
        BarColumns.Builder bars = BarColumns.builder(BTC, BarSpec.minutes(1));
        for (int i = 0; i < 5; i++) {
            bars.add(START + i * STEP, START + (i + 1) * STEP, 100_00, 100_00, 100_00, 100_00, 1000);
        }
        return bars.build();
    }

    private static TradeColumns trades() {
        TradeColumns.Builder trades = TradeColumns.builder(BTC);
        for (int i = 0; i < 5; i++) {
            trades.add(START + i * STEP, 100_00, 1000, AggressorSide.BUYER);
        }
        return trades.build();
    }

    @Test
    void a_bar_that_closes_at_the_end_is_in_and_the_one_that_opens_then_is_not() {
        Backtest.of(bars().source())
                .from(minute(2))
                .to(minute(4))
                .strategy("s", new Listener())
                .run();

        assertThat(heard).containsExactly("bar 2", "bar 3", "bar 4");
    }

    @Test
    void streams_that_take_turns_end_together() {
        Backtest.of(bars().source(), trades())
                .to(minute(2))
                .strategy("s", new Listener())
                .run();

        assertThat(heard).containsExactly("trade 0", "bar 1", "trade 1", "bar 2", "trade 2");
    }

    @Test
    void an_end_beyond_the_data_changes_nothing() {
        String whole = Backtest.of(bars().source(), trades())
                .strategy("s", new Listener())
                .run()
                .fingerprint();

        assertThat(Backtest.of(bars().source(), trades())
                        .to(minute(1000))
                        .strategy("s", new Listener())
                        .run()
                        .fingerprint())
                .isEqualTo(whole);
    }

    @Test
    void a_window_without_an_event_is_refused() {
        assertThatThrownBy(() -> Backtest.of(trades())
                        .to(minute(-1))
                        .strategy("s", new Listener())
                        .run())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "a backtest needs data: the streams hold no event before 2023-12-31T23:59:00Z; choose a later end, or give data from before it");
    }

    @Test
    void a_start_after_the_data_is_refused() {
        assertThatThrownBy(() -> Backtest.of(bars().source())
                        .from(minute(6))
                        .strategy("s", new Listener())
                        .run())
                .isInstanceOf(EmptyRunException.class)
                .hasMessage("a backtest needs data: the streams end before its start at 2024-01-01T00:06:00Z");
    }

    @Test
    void bars_that_the_data_cannot_make_are_missed_aloud() {
        Strategy impatient = new Strategy() {
            @Override
            protected void onStart(StrategyContext ctx) {
                ctx.subscribeBars(BTC.id(), BarSpec.seconds(30));
            }
        };

        assertThat(Backtest.of(bars().source())
                        .strategy("s", impatient)
                        .run()
                        .report()
                        .model()
                        .warnings())
                .contains("Strategies wait for bars of test:BTCUSDT (30s) but none came: the data holds 1m bars."
                        + " Ask for bars that it can make, or give finer or longer data.");
    }

    @Test
    void a_window_that_ends_before_it_starts_is_refused() {
        assertThatThrownBy(() -> Backtest.of(trades())
                        .from(minute(3))
                        .to(minute(2))
                        .strategy("s", new Listener())
                        .run())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "a backtest from 2024-01-01T00:03:00Z must end later than it starts, not at 2024-01-01T00:02:00Z; choose a later end or an earlier start");
    }
}
