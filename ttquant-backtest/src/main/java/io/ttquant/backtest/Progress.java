package io.ttquant.backtest;

import io.ttquant.backtest.report.ProgressPrinter;
import java.util.function.LongConsumer;

/** Passes the count of events on to a printer, but not each: where streams take turns it is told after every event, and asking the time costs more. */
final class Progress implements LongConsumer {
    private static final long STEP = 1 << 16;

    private final LongConsumer listener;
    private final ProgressPrinter printer;
    private final long total;
    private long done;
    private long next = STEP;

    Progress(LongConsumer listener, ProgressPrinter printer, long total) {
        this.listener = listener;
        this.printer = printer;
        this.total = total;
    }

    @Override
    public void accept(long count) {
        listener.accept(count);
        done = count;
        if (count >= next) {
            next = count + STEP;
            printer.update(count, total);
        }
    }

    void finish() {
        printer.finish(done);
    }
}
