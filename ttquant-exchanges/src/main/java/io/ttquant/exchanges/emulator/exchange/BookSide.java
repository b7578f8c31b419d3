package io.ttquant.exchanges.emulator.exchange;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One side of a book: price first, then time. */
final class BookSide {
    private final NavigableMap<BigDecimal, Level> levels;
    final Set<BigDecimal> touched = new LinkedHashSet<>();

    BookSide(Side side) {
        levels = side == Side.BUY ? new TreeMap<>(Collections.reverseOrder()) : new TreeMap<>();
    }

    void add(LiveOrder order) {
        BigDecimal price = price(order);
        levels.computeIfAbsent(price, key -> new Level()).add(order);
        touched.add(price);
    }

    void remove(LiveOrder order) {
        BigDecimal price = price(order);
        Level level = Objects.requireNonNull(levels.get(price));
        level.orders.remove(order.id);
        level.shown = level.shown.subtract(order.shown);
        if (level.orders.isEmpty()) {
            levels.remove(price);
        }
        touched.add(price);
    }

    /** Changes what is shown of an order that keeps its place. */
    void show(LiveOrder order, BigDecimal shown) {
        BigDecimal price = price(order);
        Level level = Objects.requireNonNull(levels.get(price));
        level.shown = level.shown.subtract(order.shown).add(shown);
        order.shown = shown;
        touched.add(price);
    }

    @Nullable
    LiveOrder best() {
        Map.Entry<BigDecimal, Level> first = levels.firstEntry();
        return first == null
                ? null
                : first.getValue().orders.values().iterator().next();
    }

    boolean isEmpty() {
        return levels.isEmpty();
    }

    BookLevel level(BigDecimal price) {
        Level level = levels.get(price);
        return level == null
                ? new BookLevel(price, BigDecimal.ZERO, 0)
                : new BookLevel(price, Decimals.plain(level.shown), level.orders.size());
    }

    /** All orders, best price first, then by time. */
    Iterable<LiveOrder> orders() {
        Collection<Level> all = levels.values();
        return () -> new Iterator<>() {
            private final Iterator<Level> outer = all.iterator();
            private Iterator<LiveOrder> inner = Collections.emptyIterator();

            @Override
            public boolean hasNext() {
                while (!inner.hasNext() && outer.hasNext()) {
                    inner = outer.next().orders.values().iterator();
                }
                return inner.hasNext();
            }

            @Override
            public LiveOrder next() {
                if (!hasNext()) {
                    throw new NoSuchElementException("there is no order any more");
                }
                return inner.next();
            }
        };
    }

    static BigDecimal price(LiveOrder order) {
        return Objects.requireNonNull(order.price, "an order in the book has a price");
    }

    private static final class Level {
        private final Map<Long, LiveOrder> orders = new LinkedHashMap<>();
        private BigDecimal shown = BigDecimal.ZERO;

        private void add(LiveOrder order) {
            orders.put(order.id, order);
            shown = shown.add(order.shown);
        }
    }
}
