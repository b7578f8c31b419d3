package io.ttquant.exchanges.binance.session;

import io.ttquant.api.exchange.BookSink;
import io.ttquant.api.exchange.EngineThread;
import io.ttquant.api.market.Instrument;
import io.ttquant.core.book.BookState;
import io.ttquant.core.book.BookUpdate;
import io.ttquant.core.book.SequenceRule;
import io.ttquant.core.book.SequencedBook;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * A book kept in step with the venue by its rule, and passed on as it is: a snapshot when it is in step, then what
 * changes it, and its loss. Snapshots are asked for one at a time, and again, ever more rarely, until one fits and the
 * book stays in step for {@linkplain #STEADY_NANOS a minute}: each costs a part of what orders are sent by. A book that
 * stays crossed is lost too.
 */
final class LiveBook implements BookSink {
    private static final Duration LEAST_WAIT = Duration.ofMillis(500);
    private static final Duration MOST_WAIT = Duration.ofSeconds(30);
    private static final int MOST_ATTEMPTS = 10;
    private static final long CROSSED_NANOS = Duration.ofSeconds(2).toNanos();
    /** How long a book must have been in step for its loss to be a new trouble and not the old one. */
    private static final long STEADY_NANOS = Duration.ofMinutes(1).toNanos();

    private final SequencedBook book;
    private final BookSink out;
    private final EngineThread thread;
    private final Consumer<BooleanSupplier> asker;
    private final Consumer<Boolean> listener;
    private final BookUpdate update = new BookUpdate();
    private final BookUpdate whole = new BookUpdate();
    private boolean isSnapshot;
    private boolean isAsking;
    private boolean isWaiting;
    private boolean isInStep;
    private boolean wasLost;
    private boolean isWanted;
    private int attempts;
    private int generation;
    private long tsInit;
    private long crossedSince;
    private long inStepSince;

    /**
     * A book that waits for its stream.
     *
     * @param asker asks for a snapshot, to be put in while the given condition holds; then calls {@link #answered}
     * @param listener hears whether the book is in step
     */
    LiveBook(
            Instrument instrument,
            SequenceRule rule,
            BookSink out,
            EngineThread thread,
            Consumer<BooleanSupplier> asker,
            Consumer<Boolean> listener) {
        this.book = SequencedBook.of(instrument, rule);
        this.out = out;
        this.thread = thread;
        this.asker = asker;
        this.listener = listener;
    }

    /** Its stream runs. */
    void streaming(boolean asksAtOnce) {
        isWanted = true;
        if (asksAtOnce) {
            askInTime();
        }
    }

    /** Its stream is gone. */
    void disconnected() {
        isWanted = false;
        lose(thread.nanos());
        attempts = 0;
        wasLost = false;
    }

    boolean isInStep() {
        return isInStep;
    }

    /** The question for a snapshot came to an end, well or badly. */
    void answered() {
        isAsking = false;
        askInTime();
    }

    /** Asks for a snapshot if one is needed: at once, or after a wait if others were asked for before. */
    private void askInTime() {
        if (!mayAsk()) {
            return;
        }
        if (attempts == 0) {
            ask();
            return;
        }
        isWaiting = true;
        int asked = generation;
        thread.schedule(backoff(), () -> {
            if (asked == generation) {
                isWaiting = false;
                if (mayAsk()) {
                    ask();
                }
            }
        });
    }

    private boolean mayAsk() {
        return isWanted && !isAsking && !isWaiting && book.state().needsSnapshot();
    }

    private Duration backoff() {
        Duration wait = LEAST_WAIT.multipliedBy(1L << (attempts - 1));
        return wait.compareTo(MOST_WAIT) > 0 ? MOST_WAIT : wait;
    }

    private void ask() {
        attempts = Math.min(attempts + 1, MOST_ATTEMPTS);
        isAsking = true;
        int asked = generation;
        asker.accept(() -> asked == generation);
    }

    private void lose(long now) {
        generation++;
        isAsking = false;
        isWaiting = false;
        crossedSince = 0;
        book.disconnected();
        gone(now, now);
    }

    private void gone(long tsEvent, long now) {
        if (isInStep) {
            isInStep = false;
            wasLost = true;
            attempts = now - inStepSince < STEADY_NANOS ? attempts : 0;
            out.lost(tsEvent, now);
            listener.accept(false);
        }
    }

    @Override
    public void snapshot(long tsEvent, long tsReceived) {
        begin(tsEvent, tsReceived, true);
    }

    @Override
    public void increment(long tsEvent, long tsReceived) {
        begin(tsEvent, tsReceived, false);
    }

    private void begin(long tsEvent, long tsReceived, boolean isWhole) {
        update.clear().tsEvent(tsEvent);
        tsInit = tsReceived;
        isSnapshot = isWhole;
    }

    @Override
    public void ids(long first, long last, long previous) {
        update.ids(first, last, previous);
    }

    @Override
    public void checksum(int value) {
        update.checksum(value);
    }

    @Override
    public void bid(long rawPrice, long rawQuantity) {
        update.bid(rawPrice, rawQuantity);
    }

    @Override
    public void ask(long rawPrice, long rawQuantity) {
        update.ask(rawPrice, rawQuantity);
    }

    @Override
    public void end() {
        BookState state = isSnapshot ? book.snapshot(update) : book.increment(update);
        switch (book.change()) {
            case NONE -> {
                // It was known, or waits for a snapshot.
            }
            case LEVELS -> pass(update, false);
            case WHOLE -> {
                book.copyTo(whole.clear().tsEvent(update.tsEvent()));
                pass(whole, true);
            }
            case GONE -> gone(update.tsEvent(), tsInit);
        }
        if (state.needsSnapshot()) {
            askInTime();
        } else {
            judge(state);
        }
    }

    private void pass(BookUpdate message, boolean isWhole) {
        if (isWhole) {
            out.snapshot(message.tsEvent(), tsInit);
        } else {
            out.increment(message.tsEvent(), tsInit);
        }
        for (int i = 0; i < message.bids(); i++) {
            out.bid(message.rawBid(i), message.rawBidQuantity(i));
        }
        for (int i = 0; i < message.asks(); i++) {
            out.ask(message.rawAsk(i), message.rawAskQuantity(i));
        }
        out.end();
        if (!isInStep) {
            isInStep = true;
            inStepSince = tsInit;
            // The first snapshot of a stream is no sign of trouble.
            attempts = wasLost ? attempts : 0;
            listener.accept(true);
        }
    }

    /** The engine withholds a crossed book; one that does not uncross by itself went wrong. */
    private void judge(BookState state) {
        if (state != BookState.CROSSED) {
            crossedSince = 0;
        } else if (crossedSince == 0) {
            crossedSince = tsInit;
        } else if (tsInit - crossedSince > CROSSED_NANOS) {
            lose(tsInit);
            askInTime();
        }
    }

    @Override
    public void lost(long tsEvent, long tsReceived) {
        lose(tsReceived);
        askInTime();
    }

    @Override
    public boolean needsSnapshot() {
        return book.state().needsSnapshot();
    }
}
