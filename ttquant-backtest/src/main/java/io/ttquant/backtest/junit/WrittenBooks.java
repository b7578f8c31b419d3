package io.ttquant.backtest.junit;

import io.ttquant.api.market.Instrument;
import io.ttquant.backtest.data.BookColumns;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** Reads order books written by hand. It keeps the book that results, so that a line after which bids and asks cross is refused. */
final class WrittenBooks {
    static final String FORM =
            "\"[+1s] bids 100x1 99x2 | asks 101x1\" for a whole book, \"[+1s] change bids 100x0 | asks 102x3\" for levels"
                    + " that change (x0 takes one away), or \"[+1s] lost\"";

    private final Instrument instrument;
    private final BookColumns.Builder book;
    private final TreeMap<Long, Long> bids = new TreeMap<>(Comparator.reverseOrder());
    private final TreeMap<Long, Long> asks = new TreeMap<>();
    private boolean isKnown;

    private WrittenBooks(Instrument instrument) {
        this.instrument = instrument;
        this.book = BookColumns.builder(instrument);
    }

    static BookColumns read(Instrument instrument, long startNanos, List<String> lines) {
        WrittenBooks written = new WrittenBooks(instrument);
        long nanos = startNanos;
        for (int i = 0; i < lines.size(); i++) {
            WrittenLine line = new WrittenLine("book", i + 1, lines.get(i), FORM);
            nanos += line.step();
            written.add(nanos, line);
        }
        return written.book.build();
    }

    private void add(long nanos, WrittenLine line) {
        List<String> words = line.untimed();
        switch (words.isEmpty() ? "" : words.get(0)) {
            case "lost" -> lost(nanos, line, words);
            case "change" -> {
                if (!isKnown) {
                    throw line.wrong("there is no whole book before it that could change");
                }
                book.increment(nanos);
                levels(line, words.subList(1, words.size()), false);
            }
            case "bids", "asks" -> {
                bids.clear();
                asks.clear();
                isKnown = true;
                book.snapshot(nanos);
                levels(line, words, true);
            }
            default -> throw line.wrong("it is not of this form");
        }
    }

    private void lost(long nanos, WrittenLine line, List<String> words) {
        if (words.size() > 1) {
            throw line.wrong("nothing can follow 'lost'");
        }
        if (!isKnown) {
            throw line.wrong("there is no book before it that could be lost");
        }
        isKnown = false;
        book.lost(nanos);
    }

    private void levels(WrittenLine line, List<String> words, boolean isWhole) {
        String side = "";
        for (String word : words) {
            if (word.equals("bids") || word.equals("asks")) {
                side = word;
            } else if (!word.equals("|")) {
                level(line, side, word, isWhole);
            }
        }
        if (side.isEmpty()) {
            throw line.wrong("it says neither bids nor asks");
        }
        if (!bids.isEmpty() && !asks.isEmpty() && bids.firstKey() >= asks.firstKey()) {
            throw line.wrong("best bid " + instrument.formatPrice(bids.firstKey()) + " must be below best ask "
                    + instrument.formatPrice(asks.firstKey()));
        }
    }

    private void level(WrittenLine line, String side, String word, boolean isWhole) {
        int x = word.indexOf('x');
        if (x <= 0 || x == word.length() - 1 || side.isEmpty()) {
            throw line.wrong("'" + word + "' is no level of bids or asks, such as 100x2");
        }
        long price = line.price(instrument, word.substring(0, x));
        String text = word.substring(x + 1);
        long quantity = text.equals("0") ? 0 : line.quantity(instrument, text);
        TreeMap<Long, Long> levels = side.equals("bids") ? bids : asks;
        if (quantity == 0 && !levels.containsKey(price)) {
            throw line.wrong("there is no level " + word.substring(0, x) + " of " + side + " that could go");
        }
        if (isWhole && levels.containsKey(price)) {
            throw line.wrong("the level " + word.substring(0, x) + " of " + side + " stands in it twice");
        }
        if (quantity == 0) {
            levels.remove(price);
        } else {
            levels.put(price, quantity);
        }
        if (side.equals("bids")) {
            book.bid(price, quantity);
        } else {
            book.ask(price, quantity);
        }
    }
}
