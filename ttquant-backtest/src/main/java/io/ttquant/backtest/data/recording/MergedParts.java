package io.ttquant.backtest.data.recording;

import io.ttquant.backtest.data.DataException;
import java.util.ArrayList;
import java.util.List;

/**
 * Messages of several files about one symbol, merged by their stamps and with times that never go back. A file is opened when its time has come,
 * so that a year of files needs the memory of those that overlap.
 */
final class MergedParts implements AutoCloseable {
    private final List<RecordedFile> waiting;
    private final Symbols symbols;
    private final Wanted wanted;
    private final List<PartReader> open = new ArrayList<>();
    private long lastEvent = Tape.ABSENT;
    private long leastTransit = Long.MAX_VALUE;

    /** The part whose message is the current one. */
    private PartReader current;

    private long event;
    private long init;

    /** Merges files that are sorted by their first stamps. */
    @SuppressWarnings("NullAway.Init")
    MergedParts(List<RecordedFile> files, Symbols symbols, Wanted wanted) {
        this.waiting = new ArrayList<>(files);
        this.symbols = symbols;
        this.wanted = wanted;
    }

    /** Goes to the next message; false at the end. */
    boolean next() {
        if (current != null && !current.next()) {
            current.close();
            open.remove(current);
        }
        openThoseDue();
        if (open.isEmpty()) {
            return false;
        }
        current = open.get(0);
        for (int i = 1; i < open.size(); i++) {
            if (open.get(i).key() < current.key()) {
                current = open.get(i);
            }
        }
        stamp();
        return true;
    }

    private void openThoseDue() {
        while (!waiting.isEmpty() && (open.isEmpty() || waiting.get(0).firstNanos() <= earliest())) {
            RecordedFile file = waiting.remove(0);
            PartReader part = new PartReader(file.sample(), file.format(), symbols, wanted);
            if (part.next()) {
                open.add(part);
            } else {
                part.close();
            }
        }
    }

    private long earliest() {
        return open.stream().mapToLong(PartReader::key).min().orElse(Long.MAX_VALUE);
    }

    /**
     * A message without the venue's time happened at the latest when it was received, and at the earliest that less the shortest transit seen so
     * far: the latter is taken, in the venue's clock, and never before the message before it.
     */
    private void stamp() {
        long at = current.stamp(Tape.EVENT);
        long received = current.stamp(Tape.RECEIVED);
        if (at == Tape.ABSENT && received == Tape.ABSENT) {
            throw new DataException(
                    symbols.name(wanted.symbol()),
                    0,
                    "has a message without any time; call at(...) on the tape before each message");
        }
        if (at == Tape.ABSENT) {
            at = leastTransit == Long.MAX_VALUE ? received : received - leastTransit;
        } else if (received != Tape.ABSENT) {
            leastTransit = Math.min(leastTransit, received - at);
        }
        event = Math.max(at, lastEvent);
        lastEvent = event;
        init = received == Tape.ABSENT ? event : Math.max(event, received);
    }

    long[] words() {
        return current.tape.words;
    }

    int message() {
        return current.message;
    }

    /** When it happened, epoch nanoseconds: not before the message before it. */
    long event() {
        return event;
    }

    /** When we had it, epoch nanoseconds: not before it happened, whatever the receiving clock said. */
    long init() {
        return init;
    }

    @Override
    public void close() {
        open.forEach(PartReader::close);
        open.clear();
        waiting.clear();
    }
}
