package io.ttquant.backtest.data.recording;

/**
 * Which messages of a recording are wanted: all, or those about one symbol without what would contradict its book.
 *
 * @param symbol number of the symbol, or -1 for all messages
 * @param rank of the book by level that is replayed, or {@link #NO_BOOK}
 */
record Wanted(int symbol, int rank) {
    /** There is no book by level, so that messages by order are replayed. */
    static final int NO_BOOK = -1;

    static Wanted all() {
        return new Wanted(-1, NO_BOOK);
    }

    boolean takes(long[] words, int message) {
        if (symbol < 0) {
            return true;
        }
        if (words[message + Tape.SYMBOL] != symbol) {
            return false;
        }
        Kind kind = Kind.of(words[message]);
        if (kind.isBook()) {
            return words[message + Tape.RANK] == rank;
        }
        return kind != Kind.ORDERS || rank == NO_BOOK;
    }
}
