package io.ttquant.examples.grid;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.BarSpec;
import io.ttquant.api.order.Fill;
import io.ttquant.api.order.Side;
import io.ttquant.backtest.Backtest;
import io.ttquant.backtest.BacktestResult;
import io.ttquant.core.matching.LatencyModel;
import io.ttquant.core.matching.RateFees;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.examples.BarLines;
import io.ttquant.examples.Markets;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Latency, partial fills, fees in the coin bought and thin funds, all at once: the grid keeps its word. */
class GridOnRandomWalksTest {
    private static final int BARS = 600;

    /** Lots that fees in bitcoin may have taken from a level's purchases over a run. */
    private static final int FEE_DUST = 20;

    @Test
    void neverSellsWhatItDoesNotHoldNorBuysMoreThanItMayNorStormsTheExchange() {
        long fills = 0;
        for (long seed = 1; seed <= 60; seed++) {
            BacktestResult result = run(new SplittableRandom(seed));

            fills += result.fills().size();
            assertPositions(seed, result);
            assertThat(result.refusals().size())
                    .as("refusals of seed %d", seed)
                    .isLessThan(BARS / 8 + 2 * result.fills().size());
            assertThat(result.orders().size()).as("orders of seed %d", seed).isLessThan(6 * BARS);
        }
        assertThat(fills).isGreaterThan(1_000);
    }

    /** Not more than five levels hold anything, each at most its 100 USDT, and none less than nothing. */
    private static void assertPositions(long seed, BacktestResult result) {
        long total = 0;
        Map<String, Long> held = new TreeMap<>();
        for (Fill fill : result.fills()) {
            String tag = fill.order().request().tag();
            total += fill.rawSignedQuantity();
            held.merge(tag, fill.rawSignedQuantity(), Long::sum);
            if (!tag.startsWith("level")) {
                held.clear();
            } else if (fill.side() == Side.BUY && fill.feeCurrency().code().equals("USDT")) {
                assertThat(held.get(tag) * fill.price() / 1e5)
                        .as("seed %d, %s", seed, tag)
                        .isLessThan(101);
            }
            assertThat(total).as("position of seed %d", seed).isNotNegative();
            assertThat(held.values().stream()
                            .filter(quantity -> quantity > FEE_DUST)
                            .count())
                    .as("levels that hold, seed %d", seed)
                    .isLessThanOrEqualTo(5);
        }
    }

    private static BacktestResult run(SplittableRandom random) {
        RateFees fees = RateFees.of("0.001", "0.001");
        SimulationConfig simulation = SimulationConfig.DEFAULT
                .withLatency(LatencyModel.constant(
                        Duration.ofSeconds(random.nextInt(150)), Duration.ofSeconds(random.nextInt(90))))
                .withParticipation(random.nextBoolean() ? BigDecimal.ONE : new BigDecimal("0.1"))
                .withFees(random.nextBoolean() ? fees.inBaseOnBuys() : fees);
        Grid grid = new Grid(new Grid.Params(
                Markets.BTC.id(),
                BarSpec.minutes(1),
                random.nextInt(1, 8),
                0.5 + 2 * random.nextDouble(),
                new BigDecimal("100"),
                new BigDecimal("500"),
                1.5,
                2));
        return Backtest.of(walk(random).source())
                .cash(random.nextBoolean() ? "10000 USDT" : "320 USDT")
                .simulation(simulation)
                .strategy("grid", grid)
                .run();
    }

    private static BarLines walk(SplittableRandom random) {
        BarLines bars = BarLines.minutes(Markets.BTC);
        double price = 60_000;
        for (int i = 0; i < BARS; i++) {
            double open = price;
            price *= 1 + 0.003 * (random.nextDouble() + random.nextDouble() - 1);
            double high = Math.max(open, price) * (1 + 0.001 * random.nextDouble());
            double low = Math.min(open, price) * (1 - 0.001 * random.nextDouble());
            bars.bar(Math.round(open) + " " + Math.round(high + 1) + " " + Math.round(low - 1) + " " + Math.round(price)
                    + " " + (1 + random.nextInt(40)) + "e-3");
        }
        return bars;
    }
}
