package io.ttquant.core.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.Side;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** The plain book by order that the fast one must agree with: a linked map of orders for each side and price. */
final class NaiveL3Book {
    private record Place(Side side, long rawPrice) {}

    private final Map<Long, Place> places = new HashMap<>();
    private final Map<Place, LinkedHashMap<Long, Long>> queues = new HashMap<>();

    boolean contains(long id) {
        return places.containsKey(id);
    }

    void add(long id, Side side, long rawPrice, long rawQuantity) {
        Place place = new Place(side, rawPrice);
        places.put(id, place);
        queues.computeIfAbsent(place, key -> new LinkedHashMap<>()).put(id, rawQuantity);
    }

    void modify(long id, long rawPrice, long rawQuantity) {
        Place place = places.get(id);
        if (rawQuantity > 0 && place.rawPrice == rawPrice && rawQuantity <= quantity(id)) {
            queues.get(place).put(id, rawQuantity);
            return;
        }
        remove(id);
        if (rawQuantity > 0) {
            add(id, place.side, rawPrice, rawQuantity);
        }
    }

    void execute(long id, long rawQuantity) {
        long left = quantity(id) - rawQuantity;
        if (left <= 0) {
            remove(id);
        } else {
            queues.get(places.get(id)).put(id, left);
        }
    }

    void remove(long id) {
        Place place = places.remove(id);
        Map<Long, Long> queue = queues.get(place);
        queue.remove(id);
        if (queue.isEmpty()) {
            queues.remove(place);
        }
    }

    long quantity(long id) {
        return queues.get(places.get(id)).get(id);
    }

    Side side(long id) {
        return places.get(id).side;
    }

    long rawPrice(long id) {
        return places.get(id).rawPrice;
    }

    long total(Side side, long rawPrice) {
        LinkedHashMap<Long, Long> queue = queues.get(new Place(side, rawPrice));
        return queue == null
                ? 0
                : queue.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Compares queues, orders and levels. */
    void requireEqual(L3Book book, String where) {
        assertThat(book.size()).as(where).isEqualTo(places.size());
        TreeMapBook levels = new TreeMapBook();
        queues.forEach((place, queue) -> {
            requireQueue(book, place, queue, where);
            (place.side == Side.BUY ? levels.bids : levels.asks).put(place.rawPrice, total(place.side, place.rawPrice));
        });
        levels.requireEqual(book.view(), where);
    }

    private static void requireQueue(L3Book book, Place place, LinkedHashMap<Long, Long> queue, String where) {
        assertThat(book.orderCount(place.side, place.rawPrice)).as(where).isEqualTo(queue.size());
        Iterator<Long> ids = queue.keySet().iterator();
        assertThat(book.firstAt(place.side, place.rawPrice)).as(where).isEqualTo(ids.next());
        long ahead = 0;
        for (Map.Entry<Long, Long> order : queue.entrySet()) {
            long id = order.getKey();
            if (book.rawQuantityAhead(id) != ahead || book.rawQuantity(id) != order.getValue()) {
                throw new AssertionError("order " + id + " of " + place + " differs, " + where);
            }
            ahead += order.getValue();
        }
    }
}
