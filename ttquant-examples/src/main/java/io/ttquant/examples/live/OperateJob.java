package io.ttquant.examples.live;

import io.ttquant.core.live.MachineClock;
import io.ttquant.exchanges.run.OperatorRequest;
import io.ttquant.exchanges.run.OperatorRequest.Act;
import io.ttquant.exchanges.run.RunRefusedException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** The operator's command. */
public final class OperateJob {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final String ACCOUNT = "account";
    private static final Set<String> VALUES =
            Set.of("--who", "--why", "--state", "--venue", "--mode", "--stage", "--patience");
    private static final Set<String> FLAGS = Set.of("--flatten", "--help");
    private static final Set<String> ABOUT_SOMEBODY = Set.of("hold", "resume", "flatten");
    private static final Map<String, Set<String>> OWN =
            Map.of("status", Set.of(), "trip", Set.of("--flatten"), "hold", Set.of("--stage"));
    private static final String HELP = """
            Asks a strategy engine on this machine for something, and says what came of it.

              status                          how it stands
              trip [--flatten]                trips the kill switch: cancels everything, refuses orders over restarts until a reset; closes all positions
                                              if asked to. Works without an engine too, for the next start
              reset                           resets the kill switch; works without an engine too
              hold WHOM --stage STAGE         lets nothing through (halted), or only what makes positions smaller (reducing)
              resume WHOM                     lets it go on, whatever held it but the kill switch
              flatten WHOM                    halts, cancels, and closes positions at the market

            WHOM is the name of a strategy in the configuration, or "account".

              --who NAME, --why TEXT          who asks and why, for the record; needed by all but status
              --state DIRECTORY               that of the engine; default: ttquant-state
              --venue ID, --mode MODE         of which engine, where the folder has several; MODE is paper or live. Without them status is for all of
                                              them, and trip for all live ones, up or not, and those on paper that are up
              --patience TIME                 how long to wait for an answer; default: 15s
              --help                          this page

            Ends with 0 if it is done, 1 if it is not, 2 if no answer came.
            """;

    private final MachineClock clock = MachineClock.start();

    /**
     * Does what is asked for.
     *
     * @param out takes what came of it
     * @return the status: 0 if it is done, 1 if not, 2 if no engine answered
     * @throws RunRefusedException if the command line makes no sense; nothing was done then
     */
    public int run(PrintStream out, String... args) {
        if (args.length == 0
                || Arrays.asList(args).contains("--help")
                || Arrays.asList(args).contains("-h")) {
            out.print(HELP);
            return args.length == 0 ? 1 : 0;
        }
        boolean hasSubject = args.length > 1 && !args[1].startsWith("--");
        Options options = Options.parse(VALUES, FLAGS, Arrays.copyOfRange(args, hasSubject ? 2 : 1, args.length));
        OperatorRequest request = request(args[0], hasSubject ? args[1] : "", options);
        Path folder = Path.of(options.value("--state").orElse("ttquant-state"));
        if (!Files.isDirectory(folder)) {
            throw new RunRefusedException("there is no state folder " + folder.toAbsolutePath()
                    + "; nothing was done. Name that of the engine with --state");
        }
        Duration patience = options.duration("--patience").orElse(PATIENCE);
        int status = 0;
        Map<StateFiles, CompletableFuture<OperatorCall.Outcome>> asked = new LinkedHashMap<>();
        for (StateFiles engine : engines(folder, request, options)) {
            OperatorCall call = new OperatorCall(engine, request, clock, patience);
            // All at once: a trip at one venue does not wait for an engine that does not answer.
            asked.put(engine, CompletableFuture.supplyAsync(call::make, OperateJob::start));
        }
        for (Map.Entry<StateFiles, CompletableFuture<OperatorCall.Outcome>> each : asked.entrySet()) {
            OperatorCall.Outcome outcome = each.getValue().join();
            outcome.text().lines().forEach(line -> out.println(each.getKey().name() + "  " + line));
            status = Math.max(status, outcome.status());
        }
        return status;
    }

    private static void start(Runnable call) {
        new Thread(call, "ttquant-operate").start();
    }

    private OperatorRequest request(String command, String subject, Options options) {
        Act act = act(command, options);
        boolean isAboutSomebody = ABOUT_SOMEBODY.contains(command);
        if (isAboutSomebody == subject.isEmpty()) {
            throw new RunRefusedException(
                    isAboutSomebody
                            ? command + " needs the name of a strategy, or \"" + ACCOUNT + "\": " + command + " "
                                    + ACCOUNT
                            : "'" + subject + "' is too much: " + command + " is for the whole engine");
        }
        for (String option : List.of("--flatten", "--stage")) {
            if (options.has(option) && !OWN.getOrDefault(command, Set.of()).contains(option)) {
                throw new RunRefusedException(option + " does not go with " + command + "; --help says what does");
            }
        }
        boolean isLook = act == Act.STATUS;
        try {
            return new OperatorRequest(
                    act,
                    subject.equals(ACCOUNT) ? "" : subject,
                    isLook ? "" : options.needed("--who", "Ann"),
                    isLook ? "" : options.needed("--why", "\"the feed is wrong\""),
                    clock.nanos());
        } catch (IllegalArgumentException e) {
            throw new RunRefusedException(String.valueOf(e.getMessage()));
        }
    }

    private static Act act(String command, Options options) {
        return switch (command) {
            case "status" -> Act.STATUS;
            case "trip" -> options.has("--flatten") ? Act.TRIP_AND_FLATTEN : Act.TRIP;
            case "reset" -> Act.RESET;
            case "resume" -> Act.RESUME;
            case "flatten" -> Act.FLATTEN;
            case "hold" ->
                switch (options.needed("--stage", "halted")) {
                    case "halted" -> Act.HALT;
                    case "reducing" -> Act.REDUCE;
                    default ->
                        throw new RunRefusedException(
                                "--stage '" + options.value("--stage").orElse("") + "' is neither reducing nor halted");
                };
            default ->
                throw new RunRefusedException(
                        "'" + command
                                + "' is none of status, trip, reset, hold, resume, flatten; --help says what they do. Nothing was done");
        };
    }

    private static List<StateFiles> engines(Path folder, OperatorRequest request, Options options) {
        Optional<String> venue = options.value("--venue");
        Optional<String> mode = options.value("--mode");
        mode.filter(text -> !Set.of("live", "paper").contains(text)).ifPresent(text -> {
            throw new RunRefusedException("--mode '" + text + "' is neither paper nor live");
        });
        if (venue.isPresent() && mode.isPresent()) {
            return List.of(new StateFiles(folder, venue.get(), mode.get()));
        }
        List<StateFiles> all = StateFiles.in(folder);
        List<StateFiles> meant = all.stream()
                .filter(each -> each.venue().equals(venue.orElse(each.venue()))
                        && each.mode().equals(mode.orElse(each.mode())))
                .toList();
        if (meant.isEmpty()) {
            throw new RunRefusedException("no such engine was ever started with the state folder "
                    + folder.toAbsolutePath() + ", which has " + names(all)
                    + "; nothing was done. If it is to be so before the first start, give --venue and --mode");
        }
        List<StateFiles> asked = asked(meant, request.act());
        if (asked.size() > 1 && request.act() != Act.STATUS && !request.act().isTrip()) {
            throw new RunRefusedException("there are several engines: " + names(asked)
                    + "; nothing was done. Say which with --venue and --mode");
        }
        return asked;
    }

    /** A live engine that is down is one between two restarts, which a trip must not miss. */
    private static List<StateFiles> asked(List<StateFiles> meant, Act act) {
        if (act == Act.STATUS) {
            return meant;
        }
        List<StateFiles> asked = meant.stream()
                .filter(each -> (act.isTrip() && each.isLive()) || OperatorCall.isUp(each))
                .toList();
        return asked.isEmpty() ? meant : asked;
    }

    private static String names(List<StateFiles> engines) {
        return engines.isEmpty()
                ? "none"
                : engines.stream().map(StateFiles::name).collect(Collectors.joining(", "));
    }
}
