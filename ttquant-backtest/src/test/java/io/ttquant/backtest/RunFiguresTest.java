package io.ttquant.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.Side;
import io.ttquant.backtest.data.BarColumns;
import io.ttquant.backtest.report.Figure;
import io.ttquant.backtest.statistics.RoundTrip;
import io.ttquant.backtest.statistics.Statistic;
import io.ttquant.core.matching.RateFees;
import io.ttquant.core.matching.SimulationConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every figure of a run beside a naive one, on random runs. The seed stands in the message. */
class RunFiguresTest {
    private static final int SEEDS = 300;
    private static final BarSpec HOUR = BarSpec.hours(1);
    private static final Instrument ETH = Walk.spot("ETH");

    private record Run(BacktestResult result, BarColumns btc, BarColumns eth) {
        static Run random(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            int hours = random.nextInt(29 * 24, 40 * 24);
            BarColumns btc = Walk.bars(Walk.BTC, HOUR, hours, seed);
            BarColumns eth = Walk.bars(ETH, HOUR, hours, seed + 1_000_000);
            return new Run(
                    Backtest.of(btc.source(), eth.source())
                            .cash("100000 USDT")
                            .simulation(SimulationConfig.DEFAULT.withFees(RateFees.of("0.001", "0.001")))
                            .strategy("slow", Walk.turns(Walk.BTC, HOUR, random.nextInt(20, 90), "0.5"))
                            .strategy("quick", Walk.turns(ETH, HOUR, random.nextInt(2, 20), "0.25"))
                            .run(),
                    btc,
                    eth);
        }

        private Stream<Statistic> figures() {
            RunStatistics statistics = result.statistics();
            return Stream.concat(statistics.figures().stream(), statistics.priceFigures().stream());
        }

        private BarColumns bars(Instrument instrument) {
            return instrument.equals(ETH) ? eth : btc;
        }
    }

    private static double price(Instrument instrument, BarColumns bars, long nanos) {
        int i = 0;
        while (i + 1 < bars.size() && bars.tsClose(i + 1) <= nanos) {
            i++;
        }
        return instrument.price(bars.rawClose(i));
    }

    private static Map<String, Double> naive(Run run) {
        int n = run.result.equity().size();
        long[] times = new long[n];
        double[] equity = new double[n];
        double[] held = new double[n];
        double btc = Walk.BTC.price(run.btc.rawClose(0));
        double eth = ETH.price(run.eth.rawClose(0));
        for (int i = 0; i < n; i++) {
            times[i] = run.result.equity().timeNanos(i);
            equity[i] = run.result.equity().rawEquity(i)
                    / Math.pow(10, run.result.reporting().scale());
            held[i] = 50_000 * (price(Walk.BTC, run.btc, times[i]) / btc + price(ETH, run.eth, times[i]) / eth);
        }
        Map<String, Double> all = new HashMap<>(new NaiveFigures(times, equity, held).map());
        List<RoundTrip> trips = run.result.statistics().roundTrips();
        all.putAll(new NaiveTrades(
                        trips.stream().mapToDouble(RoundTrip::netValue).toArray(),
                        trips.stream()
                                .mapToDouble(t -> t.netValue() / t.entryValue().doubleValue())
                                .toArray(),
                        trips.stream()
                                .mapToDouble(t -> t.exitNanos() - t.entryNanos())
                                .toArray())
                .map());
        instruments(trips, all);
        all.putAll(new NaivePositions(run.result, times, equity, run::bars).map());
        counts(run.result, trips, all, equity, times);
        return all;
    }

    private static void instruments(List<RoundTrip> trips, Map<String, Double> all) {
        double[] sums = Stream.of(Walk.BTC, ETH)
                .filter(i -> trips.stream().anyMatch(t -> t.instrument().equals(i)))
                .mapToDouble(i -> trips.stream()
                        .filter(t -> t.instrument().equals(i))
                        .mapToDouble(RoundTrip::netValue)
                        .sum())
                .toArray();
        all.put("best_instrument", NaiveSeries.max(sums));
        all.put("worst_instrument", NaiveSeries.min(sums));
        all.put("long_ratio", trips.stream().filter(t -> t.side() == Side.BUY).count() / (double) trips.size());
    }

    private static void counts(
            BacktestResult result, List<RoundTrip> trips, Map<String, Double> all, double[] equity, long[] times) {
        double days = all.get("winning_days") + all.get("losing_days") + all.get("flat_days");
        double years = (times[times.length - 1] - times[0]) / (365.25 * 86_400e9);
        double traded = result.fills().stream()
                .mapToDouble(f -> f.price() * f.quantity())
                .sum();
        double turnover = traded / NaiveSeries.mean(equity);
        all.put("open_trades", (double) (result.fills().size() - 2 * trips.size()));
        all.put("orders", (double) result.orders().size());
        all.put("refused_orders", (double) result.refusals().size());
        all.put("expired_orders", status(result, OrderStatus.EXPIRED));
        all.put("canceled_orders", status(result, OrderStatus.CANCELED));
        all.put("amendments", 0.0);
        all.put("fills", (double) result.fills().size());
        all.put("turnover", turnover);
        all.put("daily_turnover", turnover / days);
        all.put("annual_turnover", turnover / years);
        all.put("daily_trades", trips.size() / days);
        all.put("daily_fills", result.fills().size() / days);
        all.put("value_traded", traded);
        all.put("quantity_traded", Double.NaN);
        all.put("profit_on_value_traded", all.get("net_profit") / traded);
    }

    private static double status(BacktestResult result, OrderStatus status) {
        return result.orders().stream().filter(o -> o.status() == status).count();
    }

    @Test
    void everyFigureAgreesWithANaiveOne() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Run run = Run.random(seed);
            Map<String, Double> naive = naive(run);
            List<String> keys = run.figures().map(Statistic::key).toList();
            assertThat(keys).as("keys").doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(naive.keySet());
            String name = "seed " + seed + " ";
            run.figures().forEach(figure -> agrees(name, figure, naive.get(figure.key())));
        }
    }

    private static void agrees(String seed, Statistic figure, double expected) {
        String name = seed + figure.key() + " " + figure.reason();
        if (Double.isFinite(expected)) {
            assertThat(figure.number()).as(name).isCloseTo(expected, within(1e-8 * Math.abs(expected) + 1e-11));
        } else {
            assertThat(figure.isKnown()).as(name + figure.number()).isFalse();
        }
    }

    @Test
    void everyFigureHasAFormulaAndANumberOrAReason() {
        List<Statistic> all = new ArrayList<>();
        for (int hours : new int[] {1, 2, 100, 2000}) {
            BacktestResult idle = Backtest.of(
                            Walk.bars(Walk.BTC, HOUR, hours, 1).source())
                    .cash("100000 USDT")
                    .strategy("idle", Walk.idle())
                    .run();
            all.addAll(idle.statistics().figures());
            all.addAll(idle.statistics().priceFigures());
        }
        assertThat(all).allSatisfy(figure -> {
            assertThat(figure.formula()).as(figure.key()).isNotBlank();
            assertThat(figure.isKnown()).as(figure.key()).isEqualTo(Double.isFinite(figure.number()));
            assertThat(figure.isKnown())
                    .as(figure.key())
                    .isEqualTo(figure.reason().isEmpty());
        });
    }

    @Test
    void whatIsNotKnownSaysWhy() {
        BacktestResult result = Backtest.of(Walk.bars(Walk.BTC, HOUR, 100, 1).source())
                .cash("100000 USDT")
                .strategy("idle", Walk.idle())
                .run();
        RunStatistics figures = result.statistics();
        assertThat(figures.figure("sharpe_ratio").reason()).contains("less than 28 days say nothing of a year");
        assertThat(figures.figure("win_rate").reason()).isEqualTo("no trade was closed");
        assertThat(figures.figure("max_drawdown").number()).isZero();
        assertThat(figures.figure("mean_mae").reason()).isEqualTo("no trade was closed");
        assertThat(figures.figure("capacity").reason()).isEqualTo("nothing was traded");
        assertThatThrownBy(() -> figures.figure("win_rate").require())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("win_rate is not known: no trade was closed");
        assertThatThrownBy(() -> figures.figure("sharp"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("no statistic is named 'sharp'; there are start_equity, end_equity, ");
    }

    @Test
    void thePageShowsTheSameFigures() {
        Run run = Run.random(1);
        Map<String, Figure> shown = new HashMap<>();
        run.result
                .report()
                .model()
                .statistics()
                .forEach(group -> group.figures().forEach(figure -> shown.put(figure.key(), figure)));
        run.figures().forEach(figure -> {
            Figure one = shown.get(figure.key());
            assertThat(one).as(figure.key()).isNotNull();
            assertThat(one.isUnavailable()).as(figure.key()).isEqualTo(!figure.isKnown());
            assertThat(one.reason()).isEqualTo(figure.reason());
        });
    }
}
