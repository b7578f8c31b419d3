package io.ttquant.examples.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.exchange.ExchangeProvider;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.data.LoadedData;
import io.ttquant.backtest.data.recording.LiveRecording;
import io.ttquant.backtest.data.recording.Recordings;
import io.ttquant.core.config.ConfigText;
import io.ttquant.core.provider.Providers;
import io.ttquant.examples.ExampleStrategies;
import io.ttquant.exchanges.credentials.CredentialSource;
import io.ttquant.exchanges.run.RunRefusedException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The mains of live trading, on real threads and real time, at fake venues. */
class LiveMainsTest {
    private static final String GRID = """
            [strategies.grid]
            type = "grid"
            instrument = "fake:BTCUSDT"
            """;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private final Providers<ExchangeProvider> venues =
            Providers.exchanges(new FakeVenue("fake"), new FakeVenue("other"));

    @TempDir
    Path folder;

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private StrategyJob job(String toml) {
        return new StrategyJob(
                ExampleStrategies.catalogue(),
                ConfigText.read("test.toml", new ByteArrayInputStream(toml.getBytes(StandardCharsets.UTF_8))),
                venues);
    }

    private String state() {
        return folder.resolve("state").toString();
    }

    @Test
    void paperIsTheDefaultAndTwoVenuesRunBesideEachOther() {
        String two = GRID + "[strategies.second]\ntype = \"momentum\"\ninstrument = \"other:SOLUSDT\"\n";
        int status = job(two).run(out, stop -> {}, "--for", "4s", "--state", state());
        assertThat(text()).contains("fake  connecting, on paper").contains("other  connecting, on paper");
        assertThat(text()).contains("fake  stopped: ").contains("other  stopped: ");
        assertThat(status).isZero();
    }

    @Test
    void theVenueOfTheCommandLineTakesThePlaceOfTheFiles() {
        String bare = "[global]\nexchange = \"fake\"\n[strategies.grid]\ntype = \"grid\"\nsymbol = \"BTCUSDT\"\n";
        job(bare).run(out, stop -> {}, "--venue", "other", "--for", "1s", "--state", state());
        assertThat(text()).contains("other  connecting").doesNotContain("fake  connecting");
    }

    @Test
    void anInterruptEndsTheRunInOrder() {
        int status = job(GRID).run(out, Runnable::run, "--state", state());
        assertThat(text()).contains("stopping: interrupted");
        assertThat(status).isZero();
    }

    @Test
    void aLiveRunWithoutLimitsDoesNotBegin() {
        assertThatThrownBy(() -> job(GRID).run(out, stop -> {}, "--mode", "live"))
                .isInstanceOf(RunRefusedException.class)
                .hasMessageContaining("max_order_value");
        assertThat(text()).doesNotContain("connecting");
    }

    @Test
    void aWrongSettingOfAnExchangeIsToldAndEndsTheRun() {
        int status = job(GRID + "[exchange.fake]\ncolour = \"red\"\n").run(out, stop -> {}, "--state", state());
        assertThat(status).isOne();
        assertThat(text()).contains("FAILED: 'colour' is no setting of fake");
    }

    @Test
    void thePasswordOfAProxyComesFromWhereKeysDoAndOnlyIfThereIsAUser() {
        FakeVenue fake = new FakeVenue("fake");
        String toml = GRID + "[exchange.fake]\nproxy = \"http://10.0.0.1:3128\"\nproxy_user = \"me\"\n";
        CredentialSource source = CredentialSource.of(
                "the test", name -> name.matches("(FAKE|BINANCE)_PROXY_PASSWORD") ? "CANARYproxy" : null);
        int status = new StrategyJob(
                        ExampleStrategies.catalogue(), ConfigText.of("test.toml", toml), Providers.exchanges(fake))
                .withKeys(source)
                .run(out, stop -> {}, "--for", "1s", "--state", state());
        assertThat(status).as(text()).isZero();
        assertThat(fake.asked).contains("setting proxy_password").doesNotContain("setting key");
        assertThat(text()).doesNotContain("CANARY");

        Map<String, String> settings = Map.of("proxy", "http://10.0.0.1:3128", "proxy_user", "me");
        assertThat(Keys.throughProxy(settings, "binance-usdm", () -> source))
                .containsEntry("proxy_password", "CANARYproxy")
                .containsEntry("proxy_user", "me");
        assertThat(Keys.throughProxy(Map.of("proxy", "http://10.0.0.1:3128"), "okx", () -> {
                    throw new AssertionError("nobody needs a source");
                }))
                .doesNotContainKey("proxy_password");
        assertThatThrownBy(() -> Keys.throughProxy(settings, "okx", () -> source))
                .isInstanceOf(RunRefusedException.class)
                .hasMessageContaining("OKX_PROXY_PASSWORD is not set in the test")
                .hasMessageNotContaining("CANARY");
    }

    @Test
    void anUnknownVenueListsThoseThereAre() {
        assertThatThrownBy(() -> job(GRID.replace("fake:", "nowhere:")).run(out, stop -> {}))
                .isInstanceOf(RunRefusedException.class)
                .hasMessageContaining("no exchange provider has the id 'nowhere'")
                .hasMessageContaining("fake");
    }

    @Test
    void optionsThatAreNoneAreRefused() {
        assertThatThrownBy(() -> job(GRID).run(out, stop -> {}, "--mode", "demo"))
                .hasMessageContaining("--mode 'demo' is neither paper nor live");
        assertThatThrownBy(() -> job(GRID).run(out, stop -> {}, "--modus", "paper"))
                .hasMessageContaining("'--modus' is no option");
        assertThatThrownBy(() -> job(GRID).run(out, stop -> {}, "--state", state(), "--for", "soon"))
                .hasMessageContaining("--for 'soon' is no length of time");
    }

    @Test
    void whatIsRecordedIsReadByTheBacktest() {
        int status = new RecordJob(ExampleStrategies.catalogue(), venues)
                .run(
                        out,
                        stop -> {},
                        "--exchange",
                        "fake",
                        "--instruments",
                        "BTCUSDT",
                        "--out",
                        folder.toString(),
                        "--for",
                        "3s");
        assertThat(text()).contains("wrote ").contains("stopped: ");
        assertThat(status).isZero();
        LoadedData data = Recordings.of(folder).load();
        assertThat(data.instruments()).containsExactly(FakeMarket.instrument("fake", "BTC"));
        assertThat(data.rows()).isGreaterThan(9);
    }

    @Test
    void aRecorderIsGivenNoPasswordOnItsCommandLine() {
        assertThatThrownBy(() -> new RecordJob(ExampleStrategies.catalogue(), venues)
                        .run(
                                out,
                                stop -> {},
                                "--exchange",
                                "fake",
                                "--instruments",
                                "BTCUSDT",
                                "--store",
                                "postgresql://localhost:1/none",
                                "--set",
                                "user=me,password=hunter2"))
                .isInstanceOf(RunRefusedException.class)
                .hasMessageContaining("--set password is refused")
                .hasMessageContaining("--set password_file=FILE")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void whatIsDownloadedIsReadByTheBacktest() {
        int status = new DownloadJob(ExampleStrategies.catalogue(), venues)
                .run(
                        out,
                        stop -> {},
                        "--exchange",
                        "fake",
                        "--instruments",
                        "BTCUSDT,SOLUSDT",
                        "--back",
                        "3h",
                        "--out",
                        folder.toString());
        assertThat(status).isZero();
        LoadedData data = Recordings.of(folder).load();
        assertThat(data.bars()).hasSize(2).allMatch(bars -> bars.size() == 180);
    }

    @Test
    @Timeout(60)
    void aSecondInstrumentThatLiesTooFarBackEndsTheDownloadWithAMessage() {
        Instrument old = FakeMarket.instrument("fake", "SOL");
        LiveRecording recording = LiveRecording.into(folder, List.of(old));
        BarSpec minute = BarSpec.minutes(1);
        long open = EpochNanos.parse("2015-01-01T00:00:00Z");
        FakeMarket.bar(
                old,
                minute,
                open,
                open + minute.step(),
                recording.instrument(old.id()).bars(minute));
        recording.close();
        int status = new DownloadJob(ExampleStrategies.catalogue(), venues)
                .run(
                        out,
                        stop -> {},
                        "--exchange",
                        "fake",
                        "--instruments",
                        "BTCUSDT,SOLUSDT",
                        "--back",
                        "3h",
                        "--out",
                        folder.toString());
        assertThat(text()).contains("FAILED: since then ").contains("can be asked for at once; take another folder");
        assertThat(status).isOne();
    }
}
