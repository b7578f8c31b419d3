package io.ttquant.core.engine;

import io.ttquant.api.exchange.BookSink;

/** A book fed by hand, level by level: {@code "99x10 98x5"} are two levels, the price first. */
final class BookFeed {
    final BookSink sink;

    BookFeed(Lab lab) {
        this.sink = lab.sink.book();
    }

    void snapshot(long ts, String bids, String asks) {
        sink.snapshot(ts, ts);
        levels(bids, asks);
    }

    void increment(long ts, String bids, String asks) {
        sink.increment(ts, ts);
        levels(bids, asks);
    }

    /** An increment that has an id. */
    void increment(long ts, long id, String bids, String asks) {
        sink.increment(ts, ts);
        sink.ids(BookSink.ABSENT, id, id - 1);
        levels(bids, asks);
    }

    void lost(long ts) {
        sink.lost(ts, ts);
    }

    private void levels(String bids, String asks) {
        for (String level : bids.isEmpty() ? new String[0] : bids.split(" ")) {
            String[] parts = level.split("x");
            sink.bid(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
        }
        for (String level : asks.isEmpty() ? new String[0] : asks.split(" ")) {
            String[] parts = level.split("x");
            sink.ask(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
        }
        sink.end();
    }
}
