package io.ttquant.core.book;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.api.market.Instrument;
import java.util.Map;
import java.util.TreeMap;

/** The venue's own best bid and ask by update id. */
final class BinanceTickers {
    /** Bid, its quantity, ask, its quantity. */
    record Best(long bid, long bidQuantity, long ask, long askQuantity) {}

    private final Instrument instrument;
    private final TreeMap<Long, Best> byId = new TreeMap<>();
    int atSameId;
    int atOrBefore;
    final TreeMap<Long, String> different = new TreeMap<>();

    BinanceTickers(Instrument instrument) {
        this.instrument = instrument;
    }

    void add(JsonNode data) {
        byId.put(
                data.get("u").asLong(),
                new Best(
                        Wire.price(instrument, data.get("b")),
                        Wire.quantity(instrument, data.get("B")),
                        Wire.price(instrument, data.get("a")),
                        Wire.quantity(instrument, data.get("A"))));
    }

    /** Compares the book as of an update id with the last one that the venue published up to then. */
    void compare(long id, BookView book) {
        Map.Entry<Long, Best> entry = byId.floorEntry(id);
        if (entry == null) {
            return;
        }
        atOrBefore++;
        Best ours =
                new Best(book.rawBestBid(), book.rawBestBidQuantity(), book.rawBestAsk(), book.rawBestAskQuantity());
        boolean sameId = entry.getKey() == id;
        if (sameId) {
            atSameId++;
        }
        if (!entry.getValue().equals(ours)) {
            different.put(
                    id,
                    (sameId ? "at the same id: " : "since " + entry.getKey() + ": ") + entry.getValue() + ", ours "
                            + ours);
        }
    }
}
