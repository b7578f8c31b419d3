package io.ttquant.backtest.data.recording;

import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Messages of each kind about one symbol. Two books at once would overwrite each other, so of several by level the one of the highest rank is
 * replayed; and beside a book by level none by order.
 */
final class KindCounts {
    private final Map<Kind, Long> others = new EnumMap<>(Kind.class);
    private final NavigableMap<Integer, Map<Kind, Long>> books = new TreeMap<>();

    void add(Kind kind, int rank, long count) {
        Map<Kind, Long> to = kind.isBook() ? books.computeIfAbsent(rank, key -> new EnumMap<>(Kind.class)) : others;
        to.merge(kind, count, Long::sum);
    }

    void add(KindCounts more) {
        more.others.forEach((kind, count) -> add(kind, 0, count));
        more.books.forEach((rank, kinds) -> kinds.forEach((kind, count) -> add(kind, rank, count)));
    }

    /** The rank of the book that is replayed; {@link Wanted#NO_BOOK} if there is none by level. */
    int rank() {
        return books.isEmpty() ? Wanted.NO_BOOK : books.lastKey();
    }

    /** What is replayed. */
    Map<Kind, Long> kept() {
        Map<Kind, Long> kept = new EnumMap<>(others);
        if (!books.isEmpty()) {
            kept.remove(Kind.ORDERS);
            kept.putAll(Objects.requireNonNull(books.lastEntry()).getValue());
        }
        return kept;
    }

    /** What is not. */
    Map<Kind, Long> leftOut() {
        Map<Kind, Long> left = new EnumMap<>(Kind.class);
        if (books.isEmpty()) {
            return left;
        }
        books.headMap(books.lastKey(), false)
                .values()
                .forEach(kinds -> kinds.forEach((kind, count) -> left.merge(kind, count, Long::sum)));
        Long orders = others.get(Kind.ORDERS);
        if (orders != null) {
            left.put(Kind.ORDERS, orders);
        }
        return left;
    }
}
