package io.ttquant.backtest.data.recording;

/** Messages of one file in their order, a batch of lines at a time. */
final class PartReader implements AutoCloseable {
    private static final int BATCH_WORDS = 1 << 15;

    private final LineReader reader;
    private final LineParser parser;
    private final boolean isByReceipt;
    private final Wanted wanted;
    final Tape tape;
    /** Where the current message stands on the tape. */
    int message = -1;

    private boolean isAtEnd;
    private long key = Tape.ABSENT;
    private long steppedBack;

    /**
     * A reader of a file.
     *
     * @param wanted which messages
     */
    PartReader(Sample sample, RecordingFormat format, Symbols symbols, Wanted wanted) {
        this.reader = new LineReader(sample.path());
        this.parser = format.open(sample);
        this.isByReceipt = format.isByReceipt();
        this.tape = new Tape(symbols);
        this.wanted = wanted;
    }

    /** Goes to the next message; false if there is none left. */
    boolean next() {
        while (true) {
            message = tape.take();
            if (message < 0) {
                if (!fill()) {
                    return false;
                }
            } else if (wanted.takes(tape.words, message)) {
                order();
                return true;
            }
        }
    }

    private boolean fill() {
        if (isAtEnd) {
            return false;
        }
        tape.rewind();
        Line line = reader.line();
        while (tape.size() < BATCH_WORDS) {
            if (!reader.next()) {
                isAtEnd = true;
                parser.end(tape);
                return true;
            }
            if (line.end > line.start) {
                parse(line);
            }
        }
        return true;
    }

    private void parse(Line line) {
        try {
            parser.line(line, tape);
        } catch (IllegalArgumentException | IllegalStateException | ArithmeticException e) {
            // What a format or the tape objects to is about this line, and the reader of the message needs to find it.
            throw line.refuse(String.valueOf(e.getMessage()));
        }
    }

    private void order() {
        long stamp = stamp(isByReceipt ? Tape.RECEIVED : Tape.EVENT);
        if (stamp == Tape.ABSENT) {
            stamp = stamp(isByReceipt ? Tape.EVENT : Tape.RECEIVED);
        }
        if (stamp < key) {
            steppedBack++;
        } else {
            key = stamp;
        }
    }

    long stamp(int which) {
        return tape.words[message + which];
    }

    /** The stamp by which the file is ordered; it never goes back. */
    long key() {
        return key;
    }

    /** Messages whose stamp lay before an earlier one. */
    long steppedBack() {
        return steppedBack;
    }

    long lines() {
        return reader.lines();
    }

    @Override
    public void close() {
        reader.close();
    }
}
