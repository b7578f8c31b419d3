package io.ttquant.exchanges.emulator.okx;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ttquant.exchanges.emulator.exchange.BookLevel;
import io.ttquant.exchanges.emulator.exchange.BookSnapshot;
import io.ttquant.exchanges.emulator.server.Json;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** The channel {@code books} of one market: what changed among its best 400 levels since the message before. */
final class BookFeed {
    static final int DEPTH = 400;
    private static final int CHECKED = 25;
    private static final long KEEP_ALIVE = Duration.ofSeconds(60).toNanos();

    private final OkxVenue venue;
    private final String symbol;
    private Map<BigDecimal, BookLevel> bids = Map.of();
    private Map<BigDecimal, BookLevel> asks = Map.of();
    private @Nullable BookSnapshot last;
    private long told = -1;
    private long toldAt;

    BookFeed(OkxVenue venue, String symbol) {
        this.venue = venue;
        this.symbol = symbol;
    }

    private BookSnapshot book() {
        BookSnapshot book = venue.exchange.marketData().book(symbol, DEPTH);
        last = book;
        return book;
    }

    /** The whole book as it was told last; {@link #update} first. Another look at the market would see what happened since. */
    ObjectNode snapshot() {
        BookSnapshot book = last == null ? book() : last;
        told = book.id();
        return data(book, MarketViews.levels(book.bids()), MarketViews.levels(book.asks()), -1, told);
    }

    /** What changed since the last time; null if nothing did, but once a minute. */
    @Nullable
    ObjectNode update() {
        BookSnapshot book = book();
        Map<BigDecimal, BookLevel> newBids = byPrice(book.bids());
        Map<BigDecimal, BookLevel> newAsks = byPrice(book.asks());
        ArrayNode bidChanges = changes(bids, newBids);
        ArrayNode askChanges = changes(asks, newAsks);
        boolean isSame = bidChanges.isEmpty() && askChanges.isEmpty();
        if (isSame && (told == book.id() || told < 0) && venue.exchange.now() - toldAt < KEEP_ALIVE) {
            return null;
        }
        long previous = told < 0 ? book.id() : told;
        bids = newBids;
        asks = newAsks;
        told = book.id();
        toldAt = venue.exchange.now();
        return data(book, bidChanges, askChanges, previous, told);
    }

    private static Map<BigDecimal, BookLevel> byPrice(List<BookLevel> levels) {
        Map<BigDecimal, BookLevel> all = new LinkedHashMap<>();
        levels.forEach(level -> all.put(level.price(), level));
        return all;
    }

    private static ArrayNode changes(Map<BigDecimal, BookLevel> before, Map<BigDecimal, BookLevel> after) {
        ArrayNode rows = Json.array();
        after.forEach((price, level) -> {
            if (!level.equals(before.get(price))) {
                rows.add(MarketViews.level(level));
            }
        });
        before.forEach((price, level) -> {
            if (!after.containsKey(price)) {
                rows.add(MarketViews.level(new BookLevel(price, BigDecimal.ZERO, 0)));
            }
        });
        return rows;
    }

    private ObjectNode data(BookSnapshot book, ArrayNode bidRows, ArrayNode askRows, long previous, long sequence) {
        ObjectNode data = Json.object();
        data.set("asks", askRows);
        data.set("bids", bidRows);
        return data.put("ts", venue.now())
                .put("checksum", checksum(book))
                .put("seqId", sequence)
                .put("prevSeqId", previous);
    }

    /** CRC32 of the best 25 levels of both sides in turns, as texts; the venue did so until June 2026. */
    private static int checksum(BookSnapshot book) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < CHECKED; i++) {
            append(text, book.bids(), i);
            append(text, book.asks(), i);
        }
        CRC32 crc = new CRC32();
        crc.update(text.toString().getBytes(StandardCharsets.US_ASCII));
        return (int) crc.getValue();
    }

    private static void append(StringBuilder text, List<BookLevel> levels, int i) {
        if (i < levels.size()) {
            text.append(text.isEmpty() ? "" : ":")
                    .append(Texts.figure(levels.get(i).price()))
                    .append(':')
                    .append(Texts.figure(levels.get(i).quantity()));
        }
    }
}
