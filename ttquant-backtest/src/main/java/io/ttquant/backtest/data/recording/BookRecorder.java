package io.ttquant.backtest.data.recording;

import io.ttquant.core.book.BookIntake;
import io.ttquant.core.book.BookUpdate;
import io.ttquant.core.book.SequenceRule;
import io.ttquant.core.book.SequencedBook;

/** Writes the messages of a book, and keeps the book beside them, so that the source is told when it needs a snapshot. */
final class BookRecorder extends BookIntake {
    private final InstrumentRecorder out;
    private final StringBuilder levels = new StringBuilder();

    BookRecorder(InstrumentRecorder out, SequenceRule rule) {
        super(SequencedBook.of(out.instrument(), rule));
        this.out = out;
    }

    @Override
    protected void message(Kind kind, BookUpdate update, long tsInit) {
        if (kind == Kind.LOST) {
            apply();
            out.lost(update.tsEvent(), tsInit);
            return;
        }
        levels.setLength(0);
        for (int i = 0; i < update.bids(); i++) {
            level('b', update.rawBid(i), update.rawBidQuantity(i));
        }
        for (int i = 0; i < update.asks(); i++) {
            level('a', update.rawAsk(i), update.rawAskQuantity(i));
        }
        out.beginBook(kind == Kind.WHOLE, update.tsEvent(), tsInit);
        out.add(id(update.firstId())).add(id(update.lastId())).add(id(update.previousId()));
        out.add(Integer.toString(update.checksum()));
        out.addLevels(levels);
        out.end(tsInit);
        apply();
    }

    private void level(char side, long rawPrice, long rawQuantity) {
        levels.append(',')
                .append(side)
                .append(',')
                .append(out.instrument().formatPrice(rawPrice))
                .append(',')
                .append(out.instrument().formatQuantity(rawQuantity));
    }

    private static String id(long id) {
        return id == ABSENT ? OwnRecording.ABSENT : Long.toString(id);
    }
}
