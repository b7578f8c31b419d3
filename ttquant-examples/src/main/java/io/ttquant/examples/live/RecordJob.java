package io.ttquant.examples.live;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.ExchangeConfig;
import io.ttquant.api.exchange.ExchangeProvider;
import io.ttquant.api.exchange.ExchangeSession;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.core.config.StrategyCatalogue;
import io.ttquant.core.provider.Providers;
import io.ttquant.exchanges.run.RunRefusedException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Records live market data into files or a store that a backtest reads. */
public final class RecordJob {
    private static final Set<String> VALUES = Set.of(
            "--exchange",
            "--instruments",
            "--data",
            "--bars",
            "--out",
            "--store",
            "--set",
            "--books-every",
            "--for",
            VenueSettings.OPTION);

    private static final Duration TELL = Duration.ofMinutes(1);
    private static final Map<String, Capability> KINDS = Map.of(
            "trades", Capability.TRADES,
            "quotes", Capability.QUOTES,
            "books", Capability.BOOKS,
            "funding", Capability.FUNDING,
            "marks", Capability.MARK_PRICES);
    private static final String HELP = """
            Records live market data into files that a backtest reads with --data, or into a store. No key is needed.
            Ctrl-C ends it in order.

              --exchange ID         binance, binance-usdm or okx
              --instruments A,B     symbols as the exchange spells them
              --data KINDS          of trades, quotes, books, funding, marks; default: all; spot has no funding and marks
              --bars SIZES          bars too, such as 1m,1h
              --out DIRECTORY       where the files go; default: recordings
              --store STORE         into a store instead: sqlite:FILE, duckdb:FILE or postgresql://HOST:PORT/DATABASE
              --set NAME=VALUE,...  further settings of the store, such as user=me,password_file=secret
              --books-every TIME    a store keeps whole books, of 50 levels a side, so often; default: 1s
              --config FILE         a configuration whose [exchange.ID] says how the exchange is reached: test network, proxy, address
              --for TIME            ends after so long, such as 90s, 15m, 8h or 7d
              --help                this page
            """;

    private static final Set<Capability> OF_DERIVATIVES = Set.of(Capability.FUNDING, Capability.MARK_PRICES);

    private final StrategyCatalogue catalogue;
    private final Providers<ExchangeProvider> providers;

    /**
     * A job with these exchanges.
     *
     * @param catalogue the strategies that a configuration may name
     */
    public RecordJob(StrategyCatalogue catalogue, Providers<ExchangeProvider> providers) {
        this.catalogue = catalogue;
        this.providers = providers;
    }

    /**
     * Records until it is told to end.
     *
     * @param out takes the log
     * @param onInterrupt takes what is to run when the process is told to end
     * @return the status: 0 if it ended in order
     * @throws RunRefusedException if the command line cannot be used
     */
    public int run(PrintStream out, OnInterrupt onInterrupt, String... args) {
        Options options = Options.parse(VALUES, Set.of("--help"), args);
        if (options.has("--help")) {
            out.print(HELP);
            return 0;
        }
        String venue = options.needed("--exchange", "binance");
        ExchangeProvider provider = Venues.find(providers, venue);
        List<Capability> kinds = options.list("--data", "trades,quotes,books,funding,marks").stream()
                .map(RecordJob::kind)
                .toList();
        List<BarSpec> bars = options.has("--bars")
                ? options.list("--bars", "").stream().map(BarsOption::parse).toList()
                : List.of();
        options.needed("--instruments", "BTCUSDT,ETHUSDT");
        ExchangeConfig config = VenueSettings.of(options, venue, catalogue);
        VenueThread thread = new VenueThread(venue, ConsoleLines.on(out));
        try (RecordTarget target = RecordTarget.of(options)) {
            onInterrupt.closing(target.closing());
            DataSession session = new DataSession(
                    venue,
                    options.list("--instruments", ""),
                    target::recording,
                    thread,
                    (open, instruments) -> subscribe(open, instruments, kinds, bars));
            thread.start(() -> {
                options.duration("--for")
                        .ifPresent(time -> thread.later(time, () -> session.stop("the time of --for is over")));
                thread.later(TELL, () -> tell(thread, session));
                session.start(provider, config);
            });
            return new VenueThreads(Map.of(thread, session::stop)).await(onInterrupt);
        }
    }

    private static Capability kind(String word) {
        Capability kind = KINDS.get(word);
        if (kind == null) {
            throw new RunRefusedException("--data '" + word + "' is none of trades, quotes, books, funding, marks");
        }
        return kind;
    }

    private static void subscribe(
            ExchangeSession session, List<Instrument> instruments, List<Capability> kinds, List<BarSpec> bars) {
        for (Instrument instrument : instruments) {
            kinds.stream()
                    .filter(kind -> instrument.kind().isDerivative() || !OF_DERIVATIVES.contains(kind))
                    .forEach(kind -> session.subscribe(instrument.id(), kind));
            bars.forEach(spec -> session.subscribeBars(instrument.id(), spec));
        }
    }

    private static void tell(VenueThread thread, DataSession session) {
        if (!session.isOver()) {
            thread.line(session.messages() + " messages so far");
            thread.later(TELL, () -> tell(thread, session));
        }
    }
}
