package io.ttquant.exchanges.emulator.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Matching against the naive matcher, and the book that is told against the book that is there. */
class PriorityPropertyTest {
    private static final int STEPS = 600;

    static LongStream seeds() {
        return LongStream.range(1, 31);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void tradesAndRestsAreThoseOfTheNaiveMatcher(long seed) {
        Floor floor = Floor.binance();
        NaiveMatcher naive = new NaiveMatcher();
        Random random = new Random(seed);
        Map<BigDecimal, BookLevel> bids = new TreeMap<>();
        Map<BigDecimal, BookLevel> asks = new TreeMap<>();
        List<Long> ids = new ArrayList<>(List.of(0L));
        floor.exchange.listen(event -> follow(event, bids, asks, ids));
        for (int step = 0; step < STEPS; step++) {
            step(floor, naive, random);
        }
        List<String> trades = floor.events(ExchangeEvent.TradePrinted.class).stream()
                .map(ExchangeEvent.TradePrinted::trade)
                .map(trade ->
                        NaiveMatcher.line(trade.makerOrder(), trade.takerOrder(), trade.price(), trade.quantity()))
                .toList();

        assertThat(trades).as("seed " + seed).hasSizeGreaterThan(100).isEqualTo(naive.trades());
        assertThat(rest(floor)).as("seed " + seed).isEqualTo(naive.rest());
        BookSnapshot book = floor.exchange.marketData().book(Floor.SPOT, 1000);
        assertThat(bids.values()).as("seed " + seed).containsExactlyInAnyOrderElementsOf(book.bids());
        assertThat(asks.values()).as("seed " + seed).containsExactlyInAnyOrderElementsOf(book.asks());
        assertThat(ids.get(0)).as("seed " + seed).isEqualTo(book.id());
    }

    private static void step(Floor floor, NaiveMatcher naive, Random random) {
        String account = random.nextBoolean() ? Floor.ALICE : Floor.BOB;
        BigDecimal price = new BigDecimal(100 + random.nextInt(10));
        BigDecimal quantity = new BigDecimal(1 + random.nextInt(50)).movePointLeft(3);
        List<Order> open = floor.exchange.accounts().openOrders(account);
        int kind = open.isEmpty() ? 9 : random.nextInt(10);
        if (kind < 2) {
            long id = open.get(random.nextInt(open.size())).id();
            naive.cancel(id);
            floor.exchange
                    .trading()
                    .cancel(account, Floor.SPOT, OrderRef.id(id))
                    .get();
        } else if (kind < 4) {
            Order order = open.get(random.nextInt(open.size()));
            Outcome<Order> amended = floor.exchange
                    .trading()
                    .amend(
                            account,
                            Floor.SPOT,
                            OrderRef.id(order.id()),
                            Amendment.to(price, order.filled().add(quantity)));
            if (amended.isAccepted()) {
                naive.amend(order.id(), price, quantity);
            }
        } else {
            boolean isImmediate = random.nextInt(4) == 0;
            Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
            OrderRequest request = OrderRequest.limit(Floor.SPOT, side, price, quantity)
                    .withTimeInForce(isImmediate ? TimeInForce.IOC : TimeInForce.GTC);
            Outcome<Order> placed = floor.exchange.trading().submit(account, request);
            naive.submit(placed.get().id(), side, price, quantity, isImmediate);
        }
    }

    private static List<String> rest(Floor floor) {
        List<Order> open = new ArrayList<>(floor.exchange.accounts().openOrders(Floor.ALICE));
        open.addAll(floor.exchange.accounts().openOrders(Floor.BOB));
        return open.stream()
                .sorted((a, b) -> Long.compare(a.id(), b.id()))
                .map(order -> order.id() + " "
                        + order.remaining().stripTrailingZeros().toPlainString())
                .toList();
    }

    private static void follow(
            ExchangeEvent event, Map<BigDecimal, BookLevel> bids, Map<BigDecimal, BookLevel> asks, List<Long> ids) {
        if (event instanceof ExchangeEvent.BookChanged changed) {
            assertThat(changed.previousId()).isEqualTo(ids.get(0));
            assertThat(changed.firstId()).isEqualTo(changed.previousId() + 1);
            ids.set(0, changed.lastId());
            apply(bids, changed.bids());
            apply(asks, changed.asks());
            boolean isCrossed = changed.bestBid() != null
                    && changed.bestAsk() != null
                    && changed.bestBid().price().compareTo(changed.bestAsk().price()) >= 0;
            assertThat(isCrossed).isFalse();
        }
    }

    private static void apply(Map<BigDecimal, BookLevel> side, List<BookLevel> changes) {
        for (BookLevel level : changes) {
            if (level.orders() == 0) {
                side.remove(level.price());
            } else {
                side.put(level.price(), level);
            }
        }
    }
}
