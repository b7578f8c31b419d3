package io.ttquant.examples.live;

import io.ttquant.api.exchange.ExchangeProvider;
import io.ttquant.core.config.ConfigText;
import io.ttquant.core.config.StrategyCatalogue;
import io.ttquant.core.provider.Providers;
import io.ttquant.exchanges.credentials.CredentialSource;
import io.ttquant.exchanges.emulator.LocalAccount;
import io.ttquant.exchanges.emulator.LocalExchange;
import io.ttquant.exchanges.emulator.LocalMarkets;
import io.ttquant.exchanges.emulator.LocalVenue;
import io.ttquant.exchanges.emulator.VenueKind;
import io.ttquant.exchanges.run.RunRefusedException;
import io.ttquant.exchanges.run.VenueRun;
import java.io.ByteArrayInputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A live run that needs no network: an exchange on this machine, and the engine with the grid strategy trading at it over real sockets. */
public final class DemoJob {
    private static final Set<String> VALUES = Set.of("--venue", "--for", "--seed");
    private static final String HELP = """
            Trades live without a network: starts an exchange on this machine, which has other traders drawn from a seed and speaks the venue's own
            protocol, and the strategy engine with the grid strategy against it. At the end the engine's books are compared with the exchange's.
            Ctrl-C ends it earlier, in order.

              --venue ID      binance, binance-usdm or okx; default: binance
              --for TIME      how long, such as 30s or 5m; default: 30s
              --seed NUMBER   of the other traders; default: 1
              --help          this page
            """;
    private static final String CONFIGURATION = """
            [global]
            trading_mode = "live"

            [exchange.VENUE]
            environment = "local"
            rest = "REST"
            socket = "SOCKET"

            [risk]
            max_order_value = 1000
            max_position_value = 10000
            daily_loss = 1000

            [strategies.grid]
            type = "grid"
            instrument = "VENUE:SYMBOL"
            timeframe = "1s"
            grid_count = 6
            price_range_percent = 0.6
            order_value = 500
            max_position_value = 3000
            """;

    private final StrategyCatalogue catalogue;
    private final Providers<ExchangeProvider> providers;

    /** A job. */
    public DemoJob(StrategyCatalogue catalogue, Providers<ExchangeProvider> providers) {
        this.catalogue = catalogue;
        this.providers = providers;
    }

    /**
     * Runs, and ends by itself.
     *
     * @param out takes the log
     * @param onInterrupt takes what is to run when the process is told to end
     * @return the status: 0 if it ended in order and the books agree
     * @throws RunRefusedException if the command line cannot be used
     */
    public int run(PrintStream out, OnInterrupt onInterrupt, String... args) {
        Options options = Options.parse(VALUES, Set.of("--help"), args);
        if (options.has("--help")) {
            out.print(HELP);
            return 0;
        }
        VenueKind kind = kind(options.value("--venue").orElse("binance"));
        LocalMarkets markets = LocalMarkets.busy(seed(options.value("--seed").orElse("1")));
        LocalAccount account = LocalAccount.standard().withDeposits(Map.of("USDT", new BigDecimal("10000")));
        String length = options.value("--for").orElse("30s");
        options.duration("--for");
        try (TemporaryFolder state = TemporaryFolder.make();
                LocalExchange local = LocalExchange.start(Set.of(kind), markets, account, Map.of())) {
            LocalVenue venue = local.venue(kind);
            out.println("A local exchange runs at " + venue.http() + " and speaks the protocol of " + kind.id()
                    + ". The engine trades there for " + length + "; Ctrl-C ends it earlier.");
            StateFolder.first(state.path(), kind.id());
            List<VenueRun> runs = new ArrayList<>();
            int status = new StrategyJob(catalogue, configuration(venue), providers)
                    .withKeys(keys(account))
                    .observedBy(runs::add)
                    .run(
                            out,
                            onInterrupt,
                            "--confirm-live",
                            "--state",
                            state.path().toString(),
                            "--for",
                            length);
            return runs.get(0).engine() == null ? 1 : judge(runs.get(0), venue, account, status, out);
        }
    }

    private static int judge(VenueRun run, LocalVenue venue, LocalAccount account, int status, PrintStream out) {
        LedgerComparison comparison = LedgerComparison.of(run, venue, account.id());
        out.println();
        comparison.print(out);
        out.println(
                comparison.agrees()
                        ? "The engine's books and the exchange's ledger agree to the last digit."
                        : "The engine's books and the exchange's ledger DIFFER; please report this with the lines above.");
        return comparison.agrees() ? status : 1;
    }

    private static ConfigText configuration(LocalVenue venue) {
        String text = CONFIGURATION
                .replace("VENUE", venue.kind().id())
                .replace("REST", venue.http())
                .replace("SOCKET", venue.ws())
                .replace("SYMBOL", venue.kind() == VenueKind.OKX ? "BTC-USDT" : "BTCUSDT");
        return ConfigText.read("demo.toml", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static CredentialSource keys(LocalAccount account) {
        Map<String, String> all = Map.of(
                "BINANCE_API_KEY", account.key(),
                "BINANCE_API_SECRET", account.secret(),
                "OKX_API_KEY", account.key(),
                "OKX_SECRET_KEY", account.secret(),
                "OKX_PASSPHRASE", account.passphrase());
        return CredentialSource.of("the local exchange", all::get);
    }

    private static VenueKind kind(String id) {
        return Arrays.stream(VenueKind.values())
                .filter(kind -> kind.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new RunRefusedException("--venue '" + id + "' is none of "
                        + Arrays.stream(VenueKind.values()).map(VenueKind::id).collect(Collectors.joining(", "))));
    }

    private static long seed(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new RunRefusedException("--seed '" + text + "' is no whole number; write for example 7");
        }
    }
}
