package io.ttquant.exchanges.emulator.exchange;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All other traders of a market, from a recording: its levels are orders of the account {@value OrderFlow#ACCOUNT} in the book, and its trades are takers
 * that meet whoever is first there, the accounts of the exchange among them. A trade that finds too little at its price brings the maker along, so that
 * every recorded trade happens at its price or at a better one of an account.
 */
public final class RecordedMarket {
    private final Exchange exchange;
    private final String symbol;
    private final Iterator<RecordedLine> lines;
    private final Map<Place, Deque<Long>> orders = new HashMap<>();
    private long shift;
    private boolean isStopped;

    private RecordedMarket(Exchange exchange, String symbol, Iterator<RecordedLine> lines) {
        this.exchange = exchange;
        this.symbol = symbol;
        this.lines = lines;
    }

    /**
     * Plays a recording in the exchange's time: its first line happens now, the others as much later as they were recorded.
     *
     * @param lines in the order of time; read one at a time as they are due
     * @throws IllegalArgumentException if there is no such market
     */
    public static RecordedMarket play(Exchange exchange, String symbol, Iterator<RecordedLine> lines) {
        OrderFlow.others(exchange, symbol);
        RecordedMarket market = new RecordedMarket(exchange, symbol, lines);
        if (lines.hasNext()) {
            RecordedLine first = lines.next();
            market.shift = exchange.now() - first.time();
            market.schedule(first);
        }
        return market;
    }

    /** Stops it; what is in the book stays. */
    public void stop() {
        isStopped = true;
    }

    private void schedule(RecordedLine line) {
        exchange.at(line.time() + shift, () -> {
            if (!isStopped) {
                apply(line);
                if (lines.hasNext()) {
                    schedule(lines.next());
                }
            }
        });
    }

    private void apply(RecordedLine line) {
        switch (line.kind()) {
            case TRADE -> trade(line);
            case LEVEL -> level(line);
        }
    }

    private void trade(RecordedLine line) {
        BigDecimal left = take(line, line.quantity());
        if (left.signum() > 0) {
            place(line.side().opposite(), line.price(), left);
            take(line, left);
        }
    }

    private BigDecimal take(RecordedLine line, BigDecimal quantity) {
        OrderRequest taker = OrderRequest.limit(symbol, line.side(), line.price(), quantity)
                .edit()
                .timeInForce(TimeInForce.IOC)
                .selfTrade(SelfTradePrevention.NONE)
                .build();
        Outcome<Order> outcome = exchange.trading().submit(OrderFlow.ACCOUNT, taker);
        return outcome.isAccepted() ? outcome.get().remaining() : BigDecimal.ZERO;
    }

    /** More is an order behind those that are there; less is taken from the newest of the recording first. */
    private void level(RecordedLine line) {
        Place place = new Place(line.side(), Decimals.plain(line.price()));
        Deque<Long> own = orders.computeIfAbsent(place, key -> new ArrayDeque<>());
        own.removeIf(id -> open(id) == null);
        BigDecimal held = BigDecimal.ZERO;
        for (long id : own) {
            Order order = open(id);
            held = order == null ? held : held.add(order.remaining());
        }
        BigDecimal missing = line.quantity().subtract(held);
        if (missing.signum() > 0) {
            long id = place(line.side(), line.price(), missing);
            if (id != 0) {
                own.addLast(id);
            }
        } else if (missing.signum() < 0) {
            take(own, missing.negate());
        }
        if (own.isEmpty()) {
            orders.remove(place);
        }
    }

    private void take(Deque<Long> own, BigDecimal quantity) {
        BigDecimal left = quantity;
        for (long id :
                List.copyOf(own).stream().sorted((a, b) -> Long.compare(b, a)).toList()) {
            Order order = open(id);
            if (order != null && left.signum() > 0) {
                BigDecimal taken = Decimals.min(left, order.remaining());
                BigDecimal kept = order.quantity().subtract(taken);
                boolean isGone = taken.compareTo(order.remaining()) == 0;
                OrderRef ref = OrderRef.id(id);
                if (isGone || !shrink(ref, kept)) {
                    exchange.trading().cancel(OrderFlow.ACCOUNT, symbol, ref);
                    own.remove(id);
                }
                left = left.subtract(taken);
            }
        }
    }

    private boolean shrink(OrderRef ref, BigDecimal quantity) {
        return exchange.trading()
                .amend(OrderFlow.ACCOUNT, symbol, ref, Amendment.to(null, quantity))
                .isAccepted();
    }

    private long place(Side side, BigDecimal price, BigDecimal quantity) {
        OrderRequest maker = OrderRequest.limit(symbol, side, price, quantity)
                .edit()
                .selfTrade(SelfTradePrevention.NONE)
                .build();
        Outcome<Order> outcome = exchange.trading().submit(OrderFlow.ACCOUNT, maker);
        return outcome.isAccepted() && outcome.get().isOpen() ? outcome.get().id() : 0;
    }

    private @Nullable Order open(long id) {
        return exchange.accounts()
                .order(OrderFlow.ACCOUNT, symbol, OrderRef.id(id))
                .filter(Order::isOpen)
                .orElse(null);
    }

    private record Place(Side side, BigDecimal price) {}
}
