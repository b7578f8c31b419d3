package io.ttquant.examples.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.ttquant.core.book.BookUpdate;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * The level changes of a recorded Binance depth stream as columns, the snapshot's levels first. One row is a side, a price and a quantity; the
 * last row of a message is marked.
 */
final class RecordedDiffs {
    private static final JsonFactory JSON = new JsonFactory();

    private final int priceScale;
    private final int quantityScale;
    long[] price = new long[1 << 16];
    long[] quantity = new long[1 << 16];
    boolean[] isBid = new boolean[1 << 16];
    boolean[] isLast = new boolean[1 << 16];
    int size;

    private final List<String> early = new ArrayList<>();
    private long snapshotId;
    /** Where the changes begin, after the snapshot. */
    int start;

    RecordedDiffs(int priceScale, int quantityScale) {
        this.priceScale = priceScale;
        this.quantityScale = quantityScale;
    }

    /** Reads files below the directory that {@code ttquant.shared} or, without it, the working directory or one above it has. */
    RecordedDiffs read(String... names) {
        for (String name : names) {
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                    new GZIPInputStream(
                            Files.newInputStream(shared().resolve("data").resolve(name))),
                    StandardCharsets.UTF_8))) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    line(line.substring(line.indexOf(' ') + 1));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(name, e);
            }
        }
        return this;
    }

    private void line(String json) throws IOException {
        if (json.contains("\"lastUpdateId\"")) {
            snapshotId = id(json, "\"lastUpdateId\":");
            levels(json, "bids", "asks");
            start = size;
            for (String diff : early) {
                diff(diff);
            }
        } else if (json.contains("\"depthUpdate\"") && start == 0) {
            early.add(json);
        } else if (json.contains("\"depthUpdate\"")) {
            diff(json);
        }
    }

    private void diff(String json) throws IOException {
        if (id(json, "\"u\":") > snapshotId) {
            levels(json, "b", "a");
        }
    }

    private static long id(String json, String key) {
        int from = json.indexOf(key) + key.length();
        return Long.parseLong(json.substring(from, json.indexOf(',', from)));
    }

    private void levels(String json, String bids, String asks) throws IOException {
        try (JsonParser parser = JSON.createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME
                        && (parser.currentName().equals(bids)
                                || parser.currentName().equals(asks))) {
                    side(parser, parser.currentName().equals(bids));
                }
            }
        }
        isLast[size - 1] = true;
    }

    private void side(JsonParser parser, boolean bid) throws IOException {
        if (parser.nextToken() != JsonToken.START_ARRAY) {
            return;
        }
        while (parser.nextToken() == JsonToken.START_ARRAY) {
            parser.nextToken();
            long rawPrice = raw(parser.getText(), priceScale);
            parser.nextToken();
            add(bid, rawPrice, raw(parser.getText(), quantityScale));
            parser.nextToken();
        }
    }

    private static long raw(String text, int scale) {
        return new BigDecimal(text).setScale(scale).unscaledValue().longValueExact();
    }

    private void add(boolean bid, long rawPrice, long rawQuantity) {
        if (size == price.length) {
            price = Arrays.copyOf(price, size * 2);
            quantity = Arrays.copyOf(quantity, size * 2);
            isBid = Arrays.copyOf(isBid, size * 2);
            isLast = Arrays.copyOf(isLast, size * 2);
        }
        price[size] = rawPrice;
        quantity[size] = rawQuantity;
        isLast[size] = false;
        isBid[size++] = bid;
    }

    /** The rows of a range as messages, numbered from 1 on as Binance numbers those of spot markets; the snapshot is number 0. */
    List<BookUpdate> updates(int from, int to) {
        List<BookUpdate> updates = new ArrayList<>();
        BookUpdate update = new BookUpdate();
        for (int i = from; i < to; i++) {
            if (isBid[i]) {
                update.bid(price[i], quantity[i]);
            } else {
                update.ask(price[i], quantity[i]);
            }
            if (isLast[i] || i == to - 1) {
                long id = from == 0 ? 0 : updates.size() + 1;
                updates.add(update.ids(id, id, BookUpdate.ABSENT).tsEvent(i));
                update = new BookUpdate();
            }
        }
        return updates;
    }

    private static Path shared() {
        String told = System.getProperty("ttquant.shared", "");
        if (!told.isBlank()) {
            return Path.of(told);
        }
        for (Path here = Path.of("").toAbsolutePath(); here != null; here = here.getParent()) {
            if (Files.exists(here.resolve("shared").resolve("DESIGN.md"))) {
                return here.resolve("shared");
            }
        }
        throw new IllegalStateException("no shared data: give -Dttquant.shared=DIRECTORY to the benchmark");
    }
}
