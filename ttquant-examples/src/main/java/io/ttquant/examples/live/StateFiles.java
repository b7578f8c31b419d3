package io.ttquant.examples.live;

import io.ttquant.backtest.killswitch.KillSwitchFile;
import io.ttquant.core.config.TradingMode;
import io.ttquant.core.file.RequestFolder;
import io.ttquant.core.file.RiskMemoryFile;
import io.ttquant.core.risk.RiskMemory;
import io.ttquant.exchanges.run.OperatorDesk;
import io.ttquant.exchanges.run.RunRefusedException;
import io.ttquant.exchanges.run.VenueParts;
import io.ttquant.exchanges.run.VenuePlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the state folder has of the engine of a venue in a mode.
 *
 * @param folder the state folder
 * @param venue id of the venue
 * @param mode {@code live} or {@code paper}
 */
record StateFiles(Path folder, String venue, String mode) {
    private static final Pattern NAME = Pattern.compile("(.+)-(live|paper)\\.(kill|requests)");

    static StateFiles of(Path folder, String venue, TradingMode mode) {
        return new StateFiles(folder, venue, mode.name().toLowerCase(Locale.ROOT));
    }

    /** Those of which the folder has something, by name. */
    static List<StateFiles> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> NAME.matcher(String.valueOf(file.getFileName())))
                    .filter(Matcher::matches)
                    .map(name -> new StateFiles(folder, name.group(1), name.group(2)))
                    .distinct()
                    .sorted((one, other) -> one.name().compareTo(other.name()))
                    .toList();
        } catch (IOException e) {
            throw new RunRefusedException("the state folder " + folder.toAbsolutePath() + " cannot be read (" + e
                    + "); name that of the engine with --state");
        }
    }

    /** Such as {@code okx-live}. */
    String name() {
        return venue + "-" + mode;
    }

    boolean isLive() {
        return mode.equals("live");
    }

    KillSwitchFile killSwitch() {
        return KillSwitchFile.at(killSwitchPath());
    }

    /** The file of the kill switch, there or not. */
    Path killSwitchPath() {
        return folder.resolve(name() + ".kill");
    }

    /** What limits on losses count, of a venue's environment. */
    RiskMemory riskMemory(String place) {
        return RiskMemoryFile.at(folder.resolve(place + "-" + mode + ".risk"));
    }

    RequestFolder requests() {
        return RequestFolder.at(folder.resolve(name() + ".requests"));
    }

    /** The desk of an engine, which ends with its thread. */
    OperatorDesk desk(VenuePlan plan, VenueParts parts, VenueThread thread) {
        OperatorDesk desk = OperatorDesk.of(requests(), plan, parts.killSwitch(), thread.engineThread(), thread::line);
        thread.onEnd(desk::close);
        return desk;
    }
}
