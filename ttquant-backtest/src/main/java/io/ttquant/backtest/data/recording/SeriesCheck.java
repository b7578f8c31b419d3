package io.ttquant.backtest.data.recording;

import io.ttquant.api.market.Instrument;
import io.ttquant.core.book.BookState;
import io.ttquant.core.book.BookUpdate;
import io.ttquant.core.book.BookView;
import io.ttquant.core.book.L3Book;
import io.ttquant.core.book.L3Outcome;
import io.ttquant.core.book.SequenceRule;
import io.ttquant.core.book.SequencedBook;
import io.ttquant.core.book.Verdict;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Looks at every message of a series: whether trades and book changes follow each other, whether sides cross, when messages were received. */
final class SeriesCheck {
    private final Supplier<SequenceRule> rule;
    private final SequencedBook book;
    private final L3Book orders;
    private final BookUpdate update = new BookUpdate();
    final TransitTimes transit = new TransitTimes();
    private @Nullable SequenceRule chain;
    private long lastTradeId = Tape.ABSENT;

    long messages;
    long firstEvent = Tape.ABSENT;
    long lastEvent = Tape.ABSENT;
    long tradeGaps;
    long tradesMissing;
    long longestTradeGap;
    long repeatedTrades;
    long brokenSequence;
    long crossedQuotes;
    long checksums;
    long unserved;
    long badNumbers;
    long overtaken;
    boolean hasOrders;
    boolean hasBook;

    SeriesCheck(Instrument instrument, Supplier<SequenceRule> rule) {
        this.rule = rule;
        this.book = SequencedBook.of(instrument, rule.get());
        this.orders = L3Book.of(instrument);
    }

    void run(MergedParts parts) {
        while (parts.next()) {
            message(parts.words(), parts.message(), parts.event());
        }
    }

    private void message(long[] words, int at, long event) {
        if (Kind.of(words[at]) == Kind.BAR) {
            return;
        }
        messages++;
        firstEvent = firstEvent == Tape.ABSENT ? event : firstEvent;
        lastEvent = event;
        if (words[at + Tape.EVENT] != Tape.ABSENT && words[at + Tape.RECEIVED] != Tape.ABSENT) {
            transit.add(words[at + Tape.RECEIVED] - words[at + Tape.EVENT]);
        }
        int body = at + Tape.BODY;
        switch (Kind.of(words[at])) {
            case TRADE -> trade(words[at + Tape.LAST], words[body], words[body + 1]);
            case QUOTE -> quote(words[body], words[body + 2]);
            case ORDERS -> orders(words, at, event);
            default -> book(words, at, event);
        }
    }

    private void trade(long id, long price, long quantity) {
        badNumbers += price <= 0 || quantity <= 0 ? 1 : 0;
        if (id == Tape.ABSENT) {
            return;
        }
        if (lastTradeId != Tape.ABSENT && id > lastTradeId + 1) {
            tradeGaps++;
            tradesMissing += id - lastTradeId - 1;
            longestTradeGap = Math.max(longestTradeGap, id - lastTradeId - 1);
        }
        repeatedTrades += id == lastTradeId ? 1 : 0;
        lastTradeId = Math.max(id, lastTradeId);
    }

    private void quote(long bid, long ask) {
        badNumbers += bid < 0 || ask < 0 ? 1 : 0;
        crossedQuotes += bid > 0 && ask > 0 && bid >= ask ? 1 : 0;
    }

    private void book(long[] words, int at, long event) {
        hasBook = true;
        Kind kind = Kind.of(words[at]);
        if (kind == Kind.LOST) {
            book.disconnected();
            chain = null;
            return;
        }
        fill(words, at, event);
        checksums += update.checksum() != 0 ? 1 : 0;
        if (kind == Kind.SNAPSHOT) {
            book.snapshot(update);
        } else {
            follow();
            book.increment(update);
        }
        unserved += book.state().needsSnapshot() ? 1 : 0;
    }

    private void fill(long[] words, int at, long event) {
        update.clear()
                .tsEvent(event)
                .checksum((int) words[at + Tape.CHECKSUM])
                .ids(words[at + Tape.FIRST], words[at + Tape.LAST], words[at + Tape.PREVIOUS]);
        int end = at + (int) words[at + Tape.LENGTH];
        for (int i = at + Tape.BODY; i < end; i += 2) {
            if (words[i] == 0 || words[i + 1] < 0) {
                badNumbers++;
            } else if (words[i] > 0) {
                update.bid(words[i], words[i + 1]);
            } else {
                update.ask(-words[i], words[i + 1]);
            }
        }
    }

    /** Whether changes follow each other, snapshot or not: the rule is started by the first change as if it were one. */
    private void follow() {
        if (update.lastId() == BookUpdate.ABSENT) {
            return;
        }
        if (chain == null) {
            startChain();
        } else if (chain.next(update) == Verdict.GAP) {
            brokenSequence++;
            startChain();
        }
    }

    private void startChain() {
        SequenceRule started = rule.get();
        started.start(update);
        if (started.isSnapshotApart()) {
            started.next(update);
        }
        chain = started;
    }

    private void orders(long[] words, int at, long event) {
        hasOrders = true;
        int end = at + (int) words[at + Tape.LENGTH];
        for (int i = at + Tape.BODY; i < end; i += 4) {
            L3Outcome outcome = OrderRow.apply(orders, words, i);
            boolean isNew = (words[i] & 7) == Tape.ADD;
            overtaken += isNew && outcome == L3Outcome.LATE ? 1 : 0;
        }
        orders.commit(event);
    }

    /** Book changes after which the book was crossed. */
    long crossings() {
        return book.counters().crossings();
    }

    /** Messages whose checksum was another one than the book's. */
    long mismatches() {
        return book.counters().checksumMismatches();
    }

    /** Times that the kept book had to wait for another snapshot. */
    long bookGaps() {
        return book.counters().gaps();
    }

    long outcomes(L3Outcome outcome) {
        return orders.counters().of(outcome);
    }

    /** Orders that rest at the end. */
    int resting() {
        return orders.size();
    }

    BookState state() {
        return book.state();
    }

    /** The book at the end. */
    BookView view() {
        return hasOrders ? orders.view() : book.view();
    }
}
