package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.exchange.BookSink;
import io.ttquant.api.exchange.MarketByOrderSink;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.Side;
import io.ttquant.core.matching.LatencyModel;
import io.ttquant.core.matching.SimulationConfig;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * A venue whose queue and latency are known, and a scripted set of our orders there: from its data by order and the latencies recorded with our orders,
 * the simulator predicts every fill, with order, both times, price and quantity. From its data by level it is never earlier.
 */
class SyntheticVenueTest {
    private static final long MS = 1_000_000L;
    private static final long START = 1_000 * MS;
    private static final int STEPS = 700;
    /** Nobody comes there; all prices before it are shown, so that each of our orders knows its queue when it joins. */
    private static final long FAR_BID = 90;

    private static final long FAR_ASK = 110;

    /** The same run at the venue and in the simulator. */
    private static final class Run {
        final long seed;
        final SplittableRandom random;
        final QueueVenue venue;
        final Lab lab;
        final boolean isByOrder;
        final List<QueueVenue.Command> script = new ArrayList<>();
        final Map<Integer, Order> sent = new HashMap<>();
        long nextId = 1;

        Run(long seed, boolean isByOrder) {
            this.seed = seed;
            this.random = new SplittableRandom(seed);
            this.isByOrder = isByOrder;
            List<QueueVenue.Knot> knots = knots();
            this.venue = new QueueVenue(knots);
            LatencyModel recorded = LatencyModel.recorded(
                    knots.stream().mapToLong(QueueVenue.Knot::request).toArray(),
                    knots.stream().mapToLong(QueueVenue.Knot::exchange).toArray(),
                    knots.stream().mapToLong(QueueVenue.Knot::response).toArray());
            this.lab = new Lab(
                    Lab.SPOT,
                    SimulationConfig.DEFAULT.withLatency(recorded),
                    b -> b.startBalance(Lab.USD, 1_000_000_00).startBalance(Lab.ABC, 1_000_000));
            lab.start(0);
        }

        /** A recorded order about every 15 ms; some fail on their way. Latency changes slower than time passes, so that nothing overtakes. */
        private List<QueueVenue.Knot> knots() {
            List<QueueVenue.Knot> knots = new ArrayList<>();
            for (long at = 1; at < START + 2 * STEPS * MS; at += 15 * MS + random.nextLong(MS)) {
                boolean isEdge = at < START || at > START + STEPS * MS;
                long there = at + 2 * MS + random.nextLong(5 * MS);
                long back = there + MS + random.nextLong(4 * MS);
                boolean fails = !isEdge && random.nextInt(12) == 0;
                knots.add(new QueueVenue.Knot(at, fails ? 0 : there, fails ? at + 9 * MS : back));
            }
            return knots;
        }

        String story() {
            StringBuilder text = new StringBuilder("seed " + seed + "\n");
            script.forEach(command -> text.append(command).append('\n'));
            return text + String.join("\n", lab.script.heard);
        }

        /** Our orders: each is sent, some are changed and cancelled while they may be filled. */
        private void write() {
            for (int n = 1; n <= 60; n++) {
                Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
                long at = START + random.nextLong((STEPS - 100) * MS) | 1;
                long price = price(side);
                long quantity = 1 + random.nextInt(12);
                script.add(new QueueVenue.Command(at, n, side, price, quantity));
                at += 1 + random.nextLong(40 * MS);
                // By level a fill may come later than at the venue, and an amendment then succeed that failed there.
                if (isByOrder && random.nextInt(2) == 0) {
                    boolean isMoved = random.nextInt(3) == 0;
                    quantity = 1 + random.nextInt(14);
                    script.add(new QueueVenue.Command(at | 1, n, side, isMoved ? price(side) : price, quantity));
                    at += 1 + random.nextLong(30 * MS);
                }
                if (random.nextInt(3) > 0) {
                    script.add(new QueueVenue.Command(at | 1, n, side, 0, 0));
                }
            }
            script.sort(Comparator.comparingLong(QueueVenue.Command::sentNanos));
        }

        private long price(Side side) {
            return side == Side.BUY ? 99 - random.nextInt(4) : 101 + random.nextInt(4);
        }

        void play() {
            write();
            begin();
            int next = 0;
            for (int step = 1; step <= STEPS; step++) {
                // Even, so that nothing of ours happens at the same instant.
                long now = START + step * MS + 2 * random.nextLong(MS / 4);
                for (; next < script.size() && script.get(next).sentNanos() < now; next++) {
                    send(script.get(next));
                }
                venue.arriveBefore(now);
                act(now);
            }
            lab.engine.advanceTo(START + STEPS * MS + 100 * MS);
        }

        private void send(QueueVenue.Command command) {
            lab.engine.advanceTo(command.sentNanos());
            lab.engine.settle();
            Order order = sent.get(command.order());
            if (order == null) {
                var side = command.side() == Side.BUY
                        ? lab.script.desk().buy(Lab.SPOT)
                        : lab.script.desk().sell(Lab.SPOT);
                sent.put(
                        command.order(),
                        side.lots((int) command.quantity())
                                .limit(Long.toString(command.price()))
                                .submit());
                venue.send(command);
            } else if (!order.isClosed() && command.quantity() == 0) {
                lab.script.desk().cancel(order);
                venue.send(command);
            } else if (!order.isClosed() && command.quantity() > order.rawFilled()) {
                lab.script.desk().amend(order, new Amendment(command.quantity(), command.price(), 0));
                venue.send(command);
            }
        }

        private void begin() {
            for (int i = 0; i < 40; i++) {
                Side side = i % 2 == 0 ? Side.BUY : Side.SELL;
                venue.add(nextId++, side, price(side), 1 + random.nextInt(9));
            }
            if (isByOrder) {
                MarketByOrderSink book = lab.sink.marketByOrder();
                book.begin(START, START);
                book.clear();
                book.add(1_000_000, Side.BUY, FAR_BID, 1_000);
                book.add(1_000_001, Side.SELL, FAR_ASK, 1_000);
                venue.others.values().forEach(o -> book.add(o.id, o.side, o.price, o.quantity));
                book.end();
                return;
            }
            BookSink book = lab.sink.book();
            book.snapshot(START, START);
            book.bid(FAR_BID, 1_000);
            book.ask(FAR_ASK, 1_000);
            for (int i = 0; i < 4; i++) {
                book.bid(99 - i, Math.max(0, venue.displayed(Side.BUY, 99 - i)));
                book.ask(101 + i, Math.max(0, venue.displayed(Side.SELL, 101 + i)));
            }
            book.end();
        }

        /** Others do something. */
        private void act(long now) {
            int what = random.nextInt(10);
            QueueVenue.Resting some = venue.any(random.nextLong(1_000));
            if (some == null || what < 4) {
                Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
                long price = price(side);
                long quantity = 1 + random.nextInt(9);
                venue.add(nextId, side, price, quantity);
                change(now, nextId++, side, price, quantity, 'a');
            } else if (what < 6) {
                venue.delete(some.id);
                change(now, some.id, some.side, some.price, 0, 'd');
            } else if (what < 7) {
                long before = some.price;
                long price = random.nextBoolean() ? before : price(some.side);
                long quantity = 1 + random.nextInt(9);
                venue.modify(some.id, price, quantity);
                change(now, some.id, some.side, price, quantity, 'm');
                if (!isByOrder && before != price) {
                    level(now, some.side, before);
                }
            } else {
                aggress(now, random.nextBoolean() ? Side.BUY : Side.SELL);
            }
        }

        private void change(long now, long id, Side side, long price, long quantity, char kind) {
            if (!isByOrder) {
                level(now, side, price);
                return;
            }
            MarketByOrderSink book = lab.sink.marketByOrder();
            book.begin(now, now);
            switch (kind) {
                case 'a' -> book.add(id, side, price, quantity);
                case 'm' -> book.modify(id, price, quantity);
                default -> book.delete(id);
            }
            book.end();
        }

        private void level(long now, Side side, long price) {
            BookSink book = lab.sink.book();
            book.increment(now, now);
            if (side == Side.BUY) {
                book.bid(price, venue.displayed(side, price));
            } else {
                book.ask(price, venue.displayed(side, price));
            }
            book.end();
        }

        /** Less than the whole side, so that what is left over meets nobody at the venue and in the data alike. */
        private void aggress(long now, Side resting) {
            long depth =
                    venue.sorted(resting).stream().mapToLong(o -> o.quantity).sum();
            if (depth < 2) {
                return;
            }
            long quantity = 1 + random.nextLong(Math.min(25, depth - 1));
            List<QueueVenue.Execution> executions = venue.aggress(now, resting, quantity);
            Map<Long, Long> prints = new LinkedHashMap<>();
            executions.forEach(e -> prints.merge(e.price(), e.quantity(), Long::sum));
            AggressorSide aggressor = resting == Side.BUY ? AggressorSide.SELLER : AggressorSide.BUYER;
            if (isByOrder) {
                MarketByOrderSink book = lab.sink.marketByOrder();
                book.begin(now, now);
                executions.forEach(e -> book.execute(e.id(), e.quantity()));
                book.end();
            }
            prints.forEach((price, traded) -> lab.trade(now, price, traded, aggressor));
            if (!isByOrder) {
                prints.keySet().forEach(price -> level(now, resting, price));
            }
        }

        List<String> predicted() {
            Map<String, Long> sums = new TreeMap<>();
            lab.script.fills.forEach(f -> sums.merge(
                    line(number(f.order()), f.tsEvent(), f.tsInit(), f.rawPrice()), f.rawQuantity(), Long::sum));
            return sums.entrySet().stream().map(e -> e.getKey() + e.getValue()).toList();
        }

        int number(Order order) {
            return sent.entrySet().stream()
                    .filter(e -> e.getValue().equals(order))
                    .findFirst()
                    .orElseThrow()
                    .getKey();
        }

        List<String> known() {
            Map<String, Long> sums = new TreeMap<>();
            venue.fills.forEach(f ->
                    sums.merge(line(f.order(), f.exchangeNanos(), f.ourNanos(), f.price()), f.quantity(), Long::sum));
            return sums.entrySet().stream().map(e -> e.getKey() + e.getValue()).toList();
        }

        private static String line(int order, long exchange, long our, long price) {
            return exchange + " at the venue, " + our + " here: order " + order + " at " + price + " x";
        }
    }

    @Test
    void everyFillIsPredictedFromDataByOrder() {
        int fills = 0;
        for (long seed = 1; seed <= 60; seed++) {
            Run run = new Run(seed, true);
            run.play();
            assertThat(run.predicted()).as(run::story).containsExactlyElementsOf(run.known());
            fills += run.known().size();
        }
        assertThat(fills).isGreaterThan(1_500);
    }

    @Test
    void noFillIsPredictedTooEarlyFromDataByLevel() {
        long filled = 0;
        long predicted = 0;
        for (long seed = 1; seed <= 60; seed++) {
            Run run = new Run(seed, false);
            run.play();
            Map<Integer, Long> soFar = new HashMap<>();
            for (var fill : run.lab.script.fills) {
                int number = run.number(fill.order());
                long sum = soFar.merge(number, fill.rawQuantity(), Long::sum);
                assertThat(sum)
                        .as(() -> "order " + number + " at " + fill.tsEvent() + "\n" + run.known() + "\n" + run.story())
                        .isLessThanOrEqualTo(run.venue.filledUntil(number, fill.tsEvent()));
                predicted += fill.rawQuantity();
            }
            filled += run.venue.fills.stream()
                    .mapToLong(QueueVenue.Fill::quantity)
                    .sum();
        }
        // Cautious, but not blind.
        assertThat(predicted).isBetween(filled / 4, filled);
    }
}
