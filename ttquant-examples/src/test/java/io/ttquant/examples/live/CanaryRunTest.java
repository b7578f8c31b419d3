package io.ttquant.examples.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.core.metrics.prometheus.PrometheusMetrics;
import io.ttquant.core.provider.Providers;
import io.ttquant.examples.ExampleStrategies;
import io.ttquant.exchanges.credentials.CredentialSource;
import io.ttquant.exchanges.emulator.LocalAccount;
import io.ttquant.exchanges.emulator.LocalExchange;
import io.ttquant.exchanges.emulator.LocalMarkets;
import io.ttquant.exchanges.emulator.VenueKind;
import io.ttquant.exchanges.emulator.fault.Faults;
import io.ttquant.exchanges.emulator.fault.FrameFault;
import io.ttquant.exchanges.emulator.fault.RequestFault;
import io.ttquant.exchanges.emulator.server.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever a live run writes, shows, says and throws holds no key, no secret and no passphrase, in no form: store, journal, recordings, metrics, lines,
 * threads and logs at their finest level.
 */
class CanaryRunTest {
    private static final String KEY = "CANARYkey+7f3a/Qm29=zT5xW0";
    private static final String SECRET = "CANARYsecret/91bc+Hn47==vR8pK3";
    private static final String PASSPHRASE = "CANARYpass/55de+&=%Yu6!";
    private static final String WRONG = "CANARYwrong+30ac/Lw18=dF2jB6";
    private static final String LIMITS =
            "[risk]\nmax_order_value = 1000\nmax_position_value = 20000\ndaily_loss = 1000\nmax_order_age = \"5s\"\n";

    private final Canaries canaries = Canaries.of(KEY, SECRET, PASSPHRASE, WRONG);
    private final AllLogs logs = AllLogs.heardBy(canaries);
    private final LocalAccount account = new LocalAccount(
            "somebody", KEY, SECRET, PASSPHRASE, Map.of("USDT", new BigDecimal("100000"), "BTC", BigDecimal.ONE));
    private final LocalExchange local =
            LocalExchange.start(EnumSet.allOf(VenueKind.class), LocalMarkets.busy(7), account, Map.of());

    @TempDir
    Path written;

    @TempDir
    Path owned;

    private Path state;

    @BeforeEach
    void prepare() throws IOException {
        state = Files.createDirectory(written.resolve("state"));
    }

    @AfterEach
    void close() {
        local.close();
        logs.close();
    }

    private static String symbol(VenueKind kind) {
        return kind == VenueKind.OKX ? "BTC-USDT" : "BTCUSDT";
    }

    private String grid(VenueKind kind) {
        return "[strategies." + kind.id().replace("-", "_") + "]\ntype = \"grid\"\ninstrument = \"" + kind.id() + ":"
                + symbol(kind)
                + "\"\ntimeframe = \"1s\"\ngrid_count = 30\nprice_range_percent = 1.5\norder_value = 100\n";
    }

    /** A file of keys as users have one. */
    private Path keys(String key, String secret, String passphrase) throws IOException {
        Path file = Files.writeString(
                owned.resolve("keys.env"),
                "BINANCE_API_KEY=" + key + "\nBINANCE_API_SECRET=" + secret + "\nOKX_API_KEY=" + key
                        + "\nOKX_SECRET_KEY=" + secret + "\nOKX_PASSPHRASE=" + passphrase + "\n");
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        return file;
    }

    @Test
    void aLiveRunAtAllVenuesShowsNoSecret() throws Exception {
        Path keys = keys(KEY, SECRET, PASSPHRASE);
        assertThat(canaries.search(owned, file -> true).found())
                .as("the search finds them where they are")
                .hasSize(3);
        LiveWorld world = new LiveWorld(local, state);
        StringBuilder toml = new StringBuilder("[global]\ntrading_mode = \"live\"\n[journal]\ndirectory = '")
                .append(written.resolve("journal"))
                .append("'\n[metrics]\nprovider = \"prometheus\"\nport = 0\n")
                .append(world.reached())
                .append(LIMITS);
        for (VenueKind kind : VenueKind.values()) {
            toml.append(grid(kind));
        }
        world.start(toml.toString(), CredentialSource.file(keys), "--confirm-live");
        filledEverywhere(world, 2);
        local.venues().forEach(venue -> venue.faults(Faults::cutSockets));
        filledEverywhere(world, 4);

        String page = Scrape.of(port(world)).text;
        assertThat(page).contains("ttquant_fills_total{").satisfies(this::isClean);
        isClean(threads());
        Canaries.Search open = canaries.search(written, CanaryRunTest::isReadWhileOpen);
        assertThat(open.found()).isEmpty();
        assertThat(open.files())
                .as("journals, and what SQLite has not moved yet")
                .isGreaterThanOrEqualTo(4);
        record(world);
        assertThat(world.interrupt()).as(world.text()).isZero();

        assertThat(world.text()).contains("filled: ").satisfies(this::isClean);
        everyFileIsClean();
        assertThat(logs.found()).isEmpty();
        for (String family : List.of("okhttp3.internal", "org.sqlite", "io.ttquant")) {
            assertThat(logs.count(family)).as(family + " of " + logs).isPositive();
        }
    }

    private static void filledEverywhere(LiveWorld world, int times) throws InterruptedException {
        for (VenueKind kind : VenueKind.values()) {
            String name = "  " + kind.id() + "  ";
            world.await("fills at " + kind.id(), times, line -> line.contains(name) && line.contains("filled: "));
        }
    }

    private static int port(LiveWorld world) {
        return ((PrometheusMetrics) world.metrics.get("prometheus"))
                .ports()
                .iterator()
                .next();
    }

    /** To close a file of SQLite in its process gives up the locks that it holds. */
    private static boolean isReadWhileOpen(Path file) {
        String name = file.getFileName().toString();
        return !name.endsWith(".db") && !name.endsWith("-shm");
    }

    private static String threads() {
        return Arrays.stream(ManagementFactory.getThreadMXBean().dumpAllThreads(true, true))
                .map(thread -> thread.getThreadName() + " " + thread + Arrays.toString(thread.getStackTrace()))
                .collect(Collectors.joining("\n"));
    }

    private void record(LiveWorld world) throws IOException {
        Path config = Files.writeString(
                owned.resolve("record.toml"),
                "[global]\ntrading_mode = \"paper\"\n" + world.reached() + grid(VenueKind.OKX));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int status = new RecordJob(ExampleStrategies.catalogue(), Providers.exchanges())
                .run(
                        new PrintStream(said, true, StandardCharsets.UTF_8),
                        stop -> {},
                        "--exchange",
                        "okx",
                        "--instruments",
                        "BTC-USDT",
                        "--config",
                        config.toString(),
                        "--out",
                        written.resolve("recordings").toString(),
                        "--for",
                        "4s");
        assertThat(status).as(said.toString(StandardCharsets.UTF_8)).isZero();
        isClean(said.toString(StandardCharsets.UTF_8));
    }

    private void everyFileIsClean() throws IOException {
        Canaries.Search all = canaries.search(written, file -> true);
        assertThat(all.found()).isEmpty();
        assertThat(all.bytes()).isGreaterThan(100_000);
        for (String part : List.of("state/ttquant.db", "journal", "recordings")) {
            assertThat(canaries.search(written.resolve(part), file -> true).bytes())
                    .as(part)
                    .isPositive();
        }
        assertThat(Canaries.of("binance_usdm", "okx:BTC-USDT")
                        .search(written, file -> true)
                        .found())
                .as("texts of the run are found in the same files")
                .anyMatch(found -> found.startsWith("state"))
                .anyMatch(found -> found.startsWith("journal"));
    }

    private void isClean(String text) {
        assertThat(canaries.in(text)).as(text).isEmpty();
    }

    /** What a run says that must fail, with the exception that ends it, if one does. */
    private String failed(VenueKind kind, String key, String secret, String passphrase) throws Exception {
        LiveWorld world = new LiveWorld(local, state);
        world.start(
                "[global]\ntrading_mode = \"live\"\n" + world.reached() + LIMITS + grid(kind),
                CredentialSource.file(keys(key, secret, passphrase)),
                "--confirm-live");
        StringWriter trace = new StringWriter();
        try {
            assertThat(world.end()).as(world.text()).isOne();
        } catch (ExecutionException e) {
            e.printStackTrace(new PrintWriter(trace));
        }
        assertThat(canaries.search(state, file -> true).found()).isEmpty();
        isClean(threads());
        isClean(world.text() + trace);
        assertThat(logs.found()).isEmpty();
        return world.text() + trace;
    }

    @ParameterizedTest
    @EnumSource(VenueKind.class)
    void aRunWithWrongKeysShowsThemNowhere(VenueKind kind) throws Exception {
        assertThat(failed(kind, KEY, WRONG, PASSPHRASE)).contains("FAILED: ").containsIgnoringCase("sign");
        assertThat(failed(kind, WRONG, SECRET, PASSPHRASE)).contains("FAILED: ").containsIgnoringCase("key");
        if (kind == VenueKind.OKX) {
            assertThat(failed(kind, KEY, SECRET, WRONG)).contains("FAILED: ").containsIgnoringCase("passphrase");
        }
    }

    /** What was sent to a venue with the request that it refuses. */
    private static String quote(VenueKind kind) {
        return "no key " + KEY + (kind == VenueKind.OKX ? " with passphrase " + PASSPHRASE : "") + " is known";
    }

    private static String question(VenueKind kind) {
        return kind == VenueKind.OKX ? "/api/v5/account/config" : "/sapi/v1/account/apiRestrictions";
    }

    /** As a gateway in front of a venue may, which prints what it was asked. */
    @ParameterizedTest
    @EnumSource(VenueKind.class)
    void whatAVenueQuotesOfAKeyWhenItRefusesItIsNotSaid(VenueKind kind) throws Exception {
        String refusal = kind == VenueKind.OKX
                ? "{\"code\":\"50111\",\"msg\":\"" + quote(kind) + "\",\"data\":[]}"
                : "{\"code\":-2015,\"msg\":\"" + quote(kind) + "\"}";
        local.venue(kind)
                .faults(faults -> faults.requests(
                        call -> call.path().equals(question(kind)),
                        new RequestFault.Answer(Reply.json(401, refusal), false),
                        1));
        assertThat(failed(kind, KEY, SECRET, PASSPHRASE)).contains("FAILED: ").contains("is known");
    }

    /** The same for the login of a socket, where the venue says why it refuses one. */
    @ParameterizedTest
    @EnumSource(
            value = VenueKind.class,
            names = {"OKX", "BINANCE"})
    void whatAVenueQuotesOfAKeyWhenItRefusesALoginIsNotSaid(VenueKind kind) throws Exception {
        String refusal = kind == VenueKind.OKX
                ? "{\"event\":\"error\",\"code\":\"60005\",\"msg\":\"" + quote(kind) + "\",\"connId\":\"a4d3ae55\"}"
                : "{\"id\":\"login\",\"status\":401,\"error\":{\"code\":-2015,\"msg\":\"" + quote(kind) + "\"}}";
        local.venue(kind).faults(faults -> faults.frames("\"login\"", new FrameFault.Change(answer -> refusal), 4));
        assertThat(failed(kind, KEY, SECRET, PASSPHRASE)).contains("FAILED: ").contains("is known");
    }
}
