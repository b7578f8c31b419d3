package io.ttquant.exchanges.emulator.binance;

import io.ttquant.exchanges.emulator.exchange.Side;
import io.ttquant.exchanges.emulator.exchange.Trade;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Trades of one order at one price, as one. */
final class AggregateTrades {
    private static final int KEPT = 10_000;

    private final Map<String, Deque<Aggregate>> bySymbol = new HashMap<>();

    /** One that is seen as one trade. */
    record Aggregate(
            long id, BigDecimal price, BigDecimal quantity, long first, long last, Side taker, long order, long time) {
        private Aggregate with(Trade trade) {
            return new Aggregate(id, price, quantity.add(trade.quantity()), first, trade.id(), taker, order, time);
        }
    }

    /** Takes a trade in. */
    void add(Trade trade) {
        Deque<Aggregate> all = bySymbol.computeIfAbsent(trade.symbol(), symbol -> new ArrayDeque<>());
        Aggregate last = all.peekLast();
        if (last != null && last.order() == trade.takerOrder() && last.price().compareTo(trade.price()) == 0) {
            all.removeLast();
            all.addLast(last.with(trade));
            return;
        }
        long id = last == null ? 1 : last.id() + 1;
        all.addLast(new Aggregate(
                id,
                trade.price(),
                trade.quantity(),
                trade.id(),
                trade.id(),
                trade.takerSide(),
                trade.takerOrder(),
                trade.time()));
        if (all.size() > KEPT) {
            all.removeFirst();
        }
    }

    List<Aggregate> of(String symbol) {
        return new ArrayList<>(bySymbol.getOrDefault(symbol, new ArrayDeque<>()));
    }

    /** Id of the last one, 0 for none. */
    long lastId(String symbol) {
        Aggregate last = last(symbol);
        return last == null ? 0 : last.id();
    }

    private @Nullable Aggregate last(String symbol) {
        Deque<Aggregate> all = bySymbol.get(symbol);
        return all == null ? null : all.peekLast();
    }
}
