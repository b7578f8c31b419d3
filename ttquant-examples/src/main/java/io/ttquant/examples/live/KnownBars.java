package io.ttquant.examples.live;

import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.backtest.data.BarColumns;
import io.ttquant.backtest.data.DataException;
import io.ttquant.backtest.data.recording.Recordings;
import io.ttquant.exchanges.run.RunRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The bars that an earlier download left in a folder. */
final class KnownBars {
    private final List<BarColumns> all;

    private KnownBars(List<BarColumns> all) {
        this.all = all;
    }

    /** @throws RunRefusedException if what is there cannot be read */
    static KnownBars in(Path folder) {
        if (isEmpty(folder)) {
            return new KnownBars(List.of());
        }
        try {
            return new KnownBars(Recordings.of(folder).load().bars());
        } catch (DataException e) {
            throw new RunRefusedException("--out " + folder + " holds files that cannot be gone on with: "
                    + e.getMessage() + "; take another folder");
        }
    }

    /** True if there is no such folder, or nothing in it. */
    static boolean isEmpty(Path folder) {
        if (!Files.isDirectory(folder)) {
            return true;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        } catch (IOException e) {
            throw new RunRefusedException("--out " + folder + " cannot be read (" + e + "); take another folder");
        }
    }

    /** When the last one of a series closed, epoch nanoseconds; empty if there is none. */
    OptionalLong lastClose(InstrumentId instrument, BarSpec spec) {
        return all.stream()
                .filter(bars ->
                        bars.instrument().id().equals(instrument) && bars.spec().equals(spec) && bars.size() > 0)
                .mapToLong(bars -> bars.tsClose(bars.size() - 1))
                .max();
    }
}
