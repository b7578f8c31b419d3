package io.ttquant.core.engine;

import static io.ttquant.core.engine.Lab.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderBuilder;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.TrailingOffset;
import io.ttquant.core.matching.DepthModel;
import io.ttquant.core.matching.FillPolicy;
import io.ttquant.core.matching.SimulationConfig;
import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where a bar is seen only once it has closed, what its open causes still has the whole bar before it. */
class UnannouncedOpensTest {
    /** A market order is filled at an open of 100; then something is sent; then the bar goes to 110, to 90, and to 95. */
    private static Lab afterTheOpen(boolean isAnnounced, Consumer<Lab> send) {
        Lab lab = Lab.of(Lab.SWAP, SimulationConfig.DEFAULT, 1_000_000_00)
                .withBars(Lab.M1)
                .start(0);
        lab.close(0, 100, 100, 100, 100, 1_000);
        Order first = lab.script.desk().buy(Lab.SWAP).lots(1).market().submit();
        lab.script.order = e -> {
            if (e instanceof OrderEvent.Filled && e.order() == first) {
                send.accept(lab);
            }
        };
        if (isAnnounced) {
            lab.open(MINUTE, 100);
        }
        lab.close(MINUTE, 100, 110, 90, 95, 1_000);
        return lab;
    }

    private static void agree(Consumer<Lab> send, String... fills) {
        for (boolean isAnnounced : new boolean[] {true, false}) {
            Lab lab = afterTheOpen(isAnnounced, send);
            String[] all = new String[fills.length + 1];
            all[0] = "BUY 1@100 TAKER NEXT_OPEN";
            System.arraycopy(fills, 0, all, 1, fills.length);
            assertThat(lab.fills()).as("announced: %s", isAnnounced).containsExactly(all);
        }
    }

    @Test
    void aLimitOrderMeetsThePathFromTheOpenOn() {
        agree(lab -> lab.script.desk().sell(Lab.SWAP).lots(1).limit(107).submit(), "SELL 1@107 MAKER TRADED_THROUGH");
    }

    @Test
    void aStopMeetsThePathFromTheOpenOn() {
        agree(lab -> lab.script.desk().sell(Lab.SWAP).lots(1).stop(93).submit(), "SELL 1@93 TAKER STOP_TRIGGER");
    }

    @Test
    void aMarketOrderIsFilledAtTheOpen() {
        agree(lab -> lab.script.desk().sell(Lab.SWAP).lots(1).market().submit(), "SELL 1@100 TAKER NEXT_OPEN");
    }

    @Test
    void aPostOnlyOrderThatTheOpenWouldFillIsRefused() {
        agree(lab ->
                lab.script.desk().sell(Lab.SWAP).lots(1).limit(99).postOnly().submit());
    }

    /** Sends orders of every kind at the closes of bars and because of what happens to others. */
    private static Lab random(long seed, boolean isAnnounced) {
        SplittableRandom random = new SplittableRandom(seed);
        SimulationConfig config = SimulationConfig.DEFAULT
                .withParticipation(new BigDecimal(random.nextInt(3) == 0 ? "0.2" : "1"))
                .withFills(random.nextBoolean() ? FillPolicy.TOUCH : FillPolicy.THROUGH)
                .withDepth(random.nextInt(3) == 0 ? DepthModel.tiers("4", 1) : DepthModel.nextTick());
        Lab lab = Lab.of(Lab.SWAP, config, 1_000_000_00).withBars(Lab.M1).start(0);
        long[] price = {100};
        int[] sent = {0};
        lab.script.order = e -> {
            if (sent[0] < 200 && random.nextInt(3) == 0) {
                sent[0]++;
                send(lab, random, price[0], e.order());
            }
        };
        lab.close(0, 100, 100, 100, 100, 1_000);
        for (int bar = 1; bar < 15; bar++) {
            for (int n = random.nextInt(3); n > 0; n--) {
                send(lab, random, price[0], null);
            }
            lab.engine.settle();
            long open = price[0] + random.nextInt(-3, 4);
            long close = open + random.nextInt(-5, 6);
            long high = Math.max(open, close) + random.nextInt(4);
            long low = Math.min(open, close) - random.nextInt(4);
            long volume = random.nextInt(1, 100);
            price[0] = close;
            if (isAnnounced) {
                lab.open(bar * MINUTE, open);
            }
            lab.close(bar * MINUTE, open, high, low, close, volume);
        }
        return lab;
    }

    private static void send(Lab lab, SplittableRandom random, long price, @Nullable Order about) {
        var desk = lab.script.desk();
        long near = price + random.nextInt(-6, 7);
        if (about != null && about.isOpen() && random.nextBoolean()) {
            if (random.nextBoolean()) {
                desk.cancel(about);
            } else if (about.type() == OrderType.LIMIT) {
                desk.amend(about, Amendment.ofPrice(near));
            }
            return;
        }
        OrderBuilder order =
                (random.nextBoolean() ? desk.buy(Lab.SWAP) : desk.sell(Lab.SWAP)).lots(random.nextInt(1, 15));
        switch (random.nextInt(8)) {
            case 0 -> order.market();
            case 1 -> order.marketToLimit();
            case 2 -> order.stop(near);
            case 3 -> order.ifTouched(near);
            case 4 -> order.trailing(TrailingOffset.of(TrailingOffset.Kind.TICKS, random.nextInt(1, 5)));
            case 5 -> order.limit(near).postOnly();
            default -> order.limit(near);
        }
        if (order.request().type() == OrderType.LIMIT
                && random.nextInt(4) == 0
                && order.request().rawQuantity() > 2) {
            order.rawDisplay(2);
        }
        order.submit();
    }

    @Test
    void randomReactionsMeetTheSamePathWhetherOrNotOpensAreAnnounced() {
        for (long seed = 1; seed <= 500; seed++) {
            Lab announced = random(seed, true);
            Lab unannounced = random(seed, false);
            List<String> expected = told(announced);
            List<String> actual = told(unannounced);
            for (int n = 0; n < Math.min(expected.size(), actual.size()); n++) {
                assertThat(actual.get(n))
                        .as("seed %d after %s", seed, expected.subList(Math.max(0, n - 6), n))
                        .isEqualTo(expected.get(n));
            }
            assertThat(actual).as("seed %d", seed).hasSameSizeAs(expected);
        }
    }

    /** What happened, but for its times. */
    private static List<String> told(Lab lab) {
        return lab.script.events.stream()
                .map(e -> e.getClass().getSimpleName() + " " + e.order().sequence()
                        + (e instanceof OrderEvent.Filled f
                                ? " " + f.fill().rawQuantity() + "@" + f.fill().rawPrice() + " "
                                        + f.fill().reason()
                                : ""))
                .toList();
    }
}
