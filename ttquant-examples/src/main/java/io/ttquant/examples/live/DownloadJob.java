package io.ttquant.examples.live;

import io.ttquant.api.exchange.ExchangeConfig;
import io.ttquant.api.exchange.ExchangeProvider;
import io.ttquant.api.exchange.ExchangeSession;
import io.ttquant.api.exchange.ExchangeSession.Completion;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.data.recording.LiveRecording;
import io.ttquant.core.config.StrategyCatalogue;
import io.ttquant.core.provider.Providers;
import io.ttquant.exchanges.run.RunRefusedException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Downloads past bars into files that a backtest reads. */
public final class DownloadJob {
    private static final Set<String> VALUES =
            Set.of("--exchange", "--instruments", "--bars", "--back", "--out", VenueSettings.OPTION);
    private static final long MOST = 1_000_000;
    private static final String HELP = """
            Downloads past bars, or trades, into files that a backtest reads with --data. No key is needed.

              --exchange ID         binance, binance-usdm or okx
              --instruments A,B     symbols as the exchange spells them
              --bars SIZE           such as 1m or 1h; default: 1m
              --trades              trades in the place of bars, all of --back at once; into an empty folder
              --back TIME           how far back from now, such as 12h or 30d; default: 7d
              --out DIRECTORY       where the files go; default: history. What an earlier download left there is gone on with
              --config FILE         a configuration whose [exchange.ID] says how the exchange is reached: test network, proxy, address
              --help                this page
            """;

    private final StrategyCatalogue catalogue;
    private final Providers<ExchangeProvider> providers;

    /**
     * A job with these exchanges.
     *
     * @param catalogue the strategies that a configuration may name
     */
    public DownloadJob(StrategyCatalogue catalogue, Providers<ExchangeProvider> providers) {
        this.catalogue = catalogue;
        this.providers = providers;
    }

    /**
     * Downloads, and ends by itself.
     *
     * @param out takes the log
     * @param onInterrupt takes what is to run when the process is told to end
     * @return the status: 0 if all was given
     * @throws RunRefusedException if the command line cannot be used
     */
    public int run(PrintStream out, OnInterrupt onInterrupt, String... args) {
        Options options = Options.parse(VALUES, Set.of("--trades", "--help"), args);
        if (options.has("--help")) {
            out.print(HELP);
            return 0;
        }
        String venue = options.needed("--exchange", "binance");
        ExchangeProvider provider = Venues.find(providers, venue);
        BarSpec spec = BarsOption.parse(options.value("--bars").orElse("1m"));
        Duration back = options.duration("--back").orElse(Duration.ofDays(7));
        int count = count(spec, back);
        options.needed("--instruments", "BTCUSDT,ETHUSDT");
        VenueThread thread = new VenueThread(venue, ConsoleLines.on(out));
        Path folder = Path.of(options.value("--out").orElse("history"));
        ExchangeConfig config = VenueSettings.of(options, venue, catalogue);
        boolean isOfTrades = options.has("--trades");
        if (isOfTrades && (options.has("--bars") || !KnownBars.isEmpty(folder))) {
            throw new RunRefusedException(
                    options.has("--bars")
                            ? "--trades takes the place of bars; leave --bars out, and download bars into another folder"
                            : "--out " + folder
                                    + " holds files already; trades would come twice: take an empty folder");
        }
        KnownBars known = KnownBars.in(folder);
        Download download = new Download(thread, spec, count, isOfTrades ? back : Duration.ZERO, known);
        DataSession session = new DataSession(
                venue,
                options.list("--instruments", ""),
                instruments -> download.into(FileRecording.into(folder, instruments)),
                thread,
                download::begin);
        download.of(session);
        thread.start(() -> session.start(provider, config));
        return new VenueThreads(Map.of(thread, session::stop)).await(onInterrupt);
    }

    private static int count(BarSpec spec, Duration back) {
        long count = back.toNanos() / spec.step();
        if (count < 1 || count > MOST) {
            throw new RunRefusedException("--back " + back + " are " + count + " bars of " + spec + ", and 1 to " + MOST
                    + " can be asked for at once; take another length of time or size of bars");
        }
        return (int) count;
    }

    /** Asks for one instrument after the other. */
    private static final class Download {
        private final VenueThread thread;
        private final BarSpec spec;
        private final int count;
        /** Zero for bars. */
        private final Duration trades;

        private final KnownBars known;
        private @Nullable DataSession session;
        private @Nullable FileRecording recording;

        Download(VenueThread thread, BarSpec spec, int count, Duration trades, KnownBars known) {
            this.trades = trades;
            this.thread = thread;
            this.spec = spec;
            this.count = count;
            this.known = known;
        }

        void of(DataSession its) {
            session = its;
        }

        FileRecording into(FileRecording target) {
            recording = target;
            return target;
        }

        private LiveRecording files() {
            return Objects.requireNonNull(recording, "asked before it begins").files();
        }

        private DataSession session() {
            return Objects.requireNonNull(session, "told before it begins");
        }

        void begin(ExchangeSession open, List<Instrument> instruments) {
            next(open, instruments, 0);
        }

        private void next(ExchangeSession open, List<Instrument> instruments, int index) {
            if (index == instruments.size()) {
                end();
                return;
            }
            InstrumentId id = instruments.get(index).id();
            Completion done = (isDone, why) -> {
                if (isDone) {
                    next(open, instruments, index + 1);
                } else {
                    thread.first(() -> session().failed("not all of " + id.symbol() + " came: " + why));
                }
            };
            if (!trades.isZero()) {
                long now = thread.nanos();
                thread.line("asking for the trades of " + id.symbol() + " since "
                        + EpochNanos.format(now - trades.toNanos()));
                open.requestTrades(id, now - trades.toNanos(), now, done);
                return;
            }
            int wanted = wanted(id);
            if (wanted < 0) {
                return;
            }
            if (wanted == 0) {
                next(open, instruments, index + 1);
                return;
            }
            thread.line("asking for the last " + wanted + " " + spec + " bars of " + id.symbol());
            open.requestBars(id, spec, wanted, done);
        }

        /** How many are to be asked for, below zero if too many; those that are there already are not written again. */
        private int wanted(InstrumentId id) {
            OptionalLong last = known.lastClose(id, spec);
            if (last.isEmpty()) {
                return count;
            }
            files().hasBarsUpTo(id, spec, last.getAsLong());
            long since = (thread.nanos() - last.getAsLong()) / spec.step();
            thread.line(id.symbol() + ": there are bars up to " + EpochNanos.format(last.getAsLong())
                    + (since > 0 ? ", and the download goes on from there" : ", which is all there is"));
            if (since > MOST) {
                // An exception would end in the session's answer to the instrument before, and not the download.
                thread.first(() -> session()
                        .failed("since then " + since + " bars of " + spec + " have closed, and " + MOST
                                + " can be asked for at once; take another folder"));
                return -1;
            }
            return (int) Math.max(0, since);
        }

        private void end() {
            long missing = files().missingBars();
            if (missing > 0) {
                thread.line("ATTENTION: " + missing + " bars are missing in between; the exchange does not give them");
            }
            // Not from inside the answer: the session is closed here.
            thread.first(() -> session().stop("all is there"));
        }
    }
}
