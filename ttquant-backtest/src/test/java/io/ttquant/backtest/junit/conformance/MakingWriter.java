package io.ttquant.backtest.junit.conformance;

import io.ttquant.api.storage.RunEntry;
import io.ttquant.api.storage.RunWriter;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes entries at once; it can be broken on purpose. */
final class MakingWriter implements RunWriter {
    private static final int LOST = 7;

    private final RunWriter run;
    private final StorageFlaw flaw;
    private @Nullable Supplier<? extends RunEntry> waiting;
    private int given;

    MakingWriter(RunWriter run, StorageFlaw flaw) {
        this.run = run;
        this.flaw = flaw;
    }

    @Override
    public void keep(RunEntry entry) {
        run.keep(entry);
    }

    @Override
    public void keepLater(Supplier<? extends RunEntry> entry) {
        switch (flaw) {
            case MAKES_TWICE -> {
                entry.get();
                keep(entry.get());
            }
            case MAKES_OUT_OF_ORDER -> afterTheNext(entry);
            case MAKES_WHAT_IT_LOSES -> {
                RunEntry made = entry.get();
                if (++given != LOST) {
                    keep(made);
                }
            }
            default -> keep(entry.get());
        }
    }

    private void afterTheNext(Supplier<? extends RunEntry> entry) {
        Supplier<? extends RunEntry> before = waiting;
        if (before == null) {
            waiting = entry;
        } else {
            waiting = null;
            keep(entry.get());
            keep(before.get());
        }
    }
}
