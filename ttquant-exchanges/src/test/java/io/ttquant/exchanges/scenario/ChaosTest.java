package io.ttquant.exchanges.scenario;

import io.ttquant.api.order.Order;
import io.ttquant.core.engine.SeededRandom;
import io.ttquant.exchanges.emulator.exchange.OrderRequest;
import io.ttquant.exchanges.emulator.exchange.Side;
import io.ttquant.exchanges.emulator.fault.RandomFaults;
import java.math.BigDecimal;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything goes wrong at once, drawn from seeds; a failure names its seed. More of them with {@code -Dttquant.seeds=N}. */
class ChaosTest {
    private static final int SEEDS = Integer.getInteger("ttquant.seeds", 25);
    private static final int STEPS = 40;

    @Row({"A1", "A11", "A12", "A16"})
    @ParameterizedTest
    @EnumSource
    void whateverGoesWrongTheBooksAreTheVenuesInTheEnd(BinanceVenues venue) {
        for (long seed = 1; seed <= SEEDS; seed++) {
            try {
                play(venue, seed);
            } catch (RuntimeException | AssertionError failed) {
                throw new AssertionError("seed " + seed + " at " + venue + ": " + failed.getMessage(), failed);
            }
        }
    }

    private static void play(BinanceVenues venue, long seed) {
        RandomGenerator random = new SeededRandom(seed);
        Scenario s = withoutDeadMan(venue, seed).begin().mayDeny();
        s.buy("0.02");
        s.seconds(1);
        s.faults().random(new RandomFaults(seed, 0.06, 0.06));
        for (int i = 0; i < STEPS; i++) {
            step(s, random);
            s.millis(20 + random.nextInt(4_000));
        }
        s.faults().silence(false);
        s.calm();
        Judge judge = Judge.of(s);
        (venue.isDerivative() ? judge.fillsLate() : judge).judge();
    }

    private static Scenario withoutDeadMan(BinanceVenues venue, long seed) {
        Scenario world = Scenario.at(venue, seed);
        return venue.isDerivative() ? world.setting("dead_man_seconds", "0") : world;
    }

    private static void step(Scenario s, RandomGenerator random) {
        String quantity = "0.0" + (1 + random.nextInt(4));
        switch (random.nextInt(16)) {
            case 0, 1, 2 -> s.buy(quantity, Integer.toString(59_985 + random.nextInt(20)));
            case 3, 4 -> s.sell(quantity, Integer.toString(59_999 + random.nextInt(20)));
            case 5 -> s.buy(quantity);
            case 6 -> s.sell(quantity);
            case 7, 8 -> {
                List<Order> open = s.act(p -> p.hands().open(s.instrument()));
                if (!open.isEmpty()) {
                    s.cancel(open.get(random.nextInt(open.size())));
                }
            }
            case 9 -> {
                List<Order> open = s.act(p -> p.hands().open(s.instrument()));
                if (!open.isEmpty()) {
                    s.amend(
                            open.get(random.nextInt(open.size())),
                            "0.05",
                            Integer.toString(59_980 + random.nextInt(10)));
                }
            }
            case 10, 11 -> s.trade(Side.SELL, "59988", quantity);
            case 12 -> s.trade(Side.BUY, "60012", quantity);
            case 13 ->
                s.order(p -> p.hands().sell(s.instrument()).quantity("0.01").stop("59000"));
            case 14 -> s.faults().cutSockets();
            default -> rare(s, random);
        }
    }

    private static void rare(Scenario s, RandomGenerator random) {
        switch (random.nextInt(4)) {
            case 0 -> byHand(s);
            case 1 -> s.faults().silence(random.nextInt(2) == 0);
            case 2 ->
                s.act(p -> {
                    p.hands().cancelAll();
                    return p;
                });
            default -> {
                if (s.isTrading()) {
                    s.restart()
                            .until(
                                    "the next run begins",
                                    java.time.Duration.ofMinutes(10),
                                    () -> s.life().engine != null);
                }
            }
        }
    }

    /** On Spot, a market that a session has not touched shows such an order in the account only, if its news are lost. */
    private static void byHand(Scenario s) {
        if (s.venue().isDerivative()) {
            s.exchange()
                    .trading()
                    .submit(Scenario.ACCOUNT, OrderRequest.market(s.symbol(), Side.BUY, new BigDecimal("0.01")));
        }
    }
}
