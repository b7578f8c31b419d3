package io.ttquant.examples.live;

import io.ttquant.core.config.TradingMode;
import io.ttquant.exchanges.run.RunRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where the kill switch is kept over restarts. */
final class StateFolder {
    private StateFolder() {}

    /**
     * Sees that it is there. For a live run nothing is made, since where the kill switch is gone nobody can tell whether it was tripped; the folder alone
     * says nothing, because a run on paper makes it too.
     *
     * @param venues ids of the venues of the run
     * @throws RunRefusedException if it is not there, or cannot be made; for a live run also if the kill switch of a venue was never there
     */
    static void prepare(Path folder, TradingMode mode, List<String> venues) {
        if (mode == TradingMode.LIVE) {
            venues.forEach(venue -> requireKillSwitch(StateFiles.of(folder, venue, mode)));
            return;
        }
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new RunRefusedException("the folder " + folder + " for the kill switch cannot be made (" + e
                    + "); name one that you may write to with --state");
        }
    }

    /** Makes the kill switch of a venue in a folder that is new, so that it was never tripped there. */
    static void first(Path folder, String venue) {
        Path file = StateFiles.of(folder, venue, TradingMode.LIVE).killSwitchPath();
        try {
            Files.createFile(file);
        } catch (IOException e) {
            throw new RunRefusedException("the kill switch " + file + " cannot be made (" + e + ")");
        }
    }

    /** The file of a switch that was never tripped may have been removed by hand; what holds it for one engine stays. */
    private static void requireKillSwitch(StateFiles files) {
        Path file = files.killSwitchPath();
        Path held = file.resolveSibling(file.getFileName() + ".lock");
        if (Files.exists(file) || Files.exists(held)) {
            return;
        }
        throw new RunRefusedException(
                "the kill switch of live runs at " + files.venue() + ", " + file.toAbsolutePath()
                        + ", is not there, so that nobody can tell whether it was tripped; before the first live run, make it: mkdir -p "
                        + files.folder() + " && touch " + file
                        + ". If there was a live run before, elsewhere, bring its folder along. Else name the right one with --state");
    }
}
