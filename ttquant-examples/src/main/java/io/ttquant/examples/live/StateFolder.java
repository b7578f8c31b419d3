package io.ttquant.examples.live;

import io.ttquant.core.config.TradingMode;
import io.ttquant.exchanges.run.RunRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the kill switch is kept over restarts. */
final class StateFolder {
    private StateFolder() {}

    /**
     * Sees that it is there. For a live run it is not made: where it is gone, nobody can tell whether the kill switch was tripped.
     *
     * @throws RunRefusedException if it is not there, or cannot be made
     */
    static void prepare(Path folder, TradingMode mode) {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (mode == TradingMode.LIVE) {
            throw new RunRefusedException(
                    "the folder " + folder.toAbsolutePath()
                            + ", in which the kill switch is kept, is not there, so that nobody can tell whether it was tripped; before the first live"
                            + " run, make it: mkdir -p " + folder
                            + ". If there was one before, elsewhere, bring its folder along. Else name the right one with --state");
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new RunRefusedException("the folder " + folder + " for the kill switch cannot be made (" + e
                    + "); name one that you may write to with --state");
        }
    }
}
