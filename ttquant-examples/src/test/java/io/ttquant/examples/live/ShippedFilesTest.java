package io.ttquant.examples.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.core.config.RunConfiguration;
import io.ttquant.core.portfolio.PositionState;
import io.ttquant.examples.exit.ExitOrder;
import io.ttquant.exchanges.run.VenueRun;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is shipped trades as it stands: on paper, at instruments with the filters that the venues have, with bars that come as late as Binance Spot sends
 * them. Its levels are bought, sold a step higher, bought again, and all are sold at the stop-loss, without a refusal.
 */
class ShippedFilesTest {
    private static final Duration AFTER_ITS_CLOSE = Duration.ofMillis(2_395);
    private static final double START = EpochNanos.parse(PaperWorld.START) / 60e9;

    private static RunConfiguration read(String file) throws IOException {
        String text = Files.readString(Path.of(file));
        Matcher block = Pattern.compile("(?s)```toml\n(.*?)```").matcher(text);
        return PaperWorld.read(file.endsWith(".md") && block.find() ? block.group(1) : text);
    }

    private static Instrument listed(String venue) {
        return switch (venue) {
            case "binance" ->
                Instrument.spot("binance:BTCUSDT", "BTC", "USDT")
                        .tick("0.01")
                        .lot("0.00001")
                        .minNotional("5")
                        .build();
            case "okx" ->
                Instrument.spot("okx:BTC-USDT", "BTC", "USDT")
                        .tick("0.1")
                        .lot("0.00000001")
                        .minQuantity(new BigDecimal("0.00001"))
                        .build();
            default ->
                Instrument.perpetual(
                                InstrumentId.parse("binance-usdm:BTCUSDT"), Currency.of("BTC"), Currency.of("USDT"))
                        .tick("0.1")
                        .lot("0.001")
                        .minNotional("100")
                        .build();
        };
    }

    /** Down by some levels, up again, down past all of them, and at once far below. */
    private static double path(double minutes) {
        double passed = minutes - START;
        if (passed < 10) {
            return -0.007 * Math.sin(Math.PI * Math.max(0, passed - 2) / 8);
        }
        return passed < 30 ? -0.0012 * (passed - 10) : -0.08;
    }

    @ParameterizedTest
    @CsvSource({
        "deploy/engine/binance.toml, binance",
        "deploy/engine/binance-usdm.toml, binance-usdm",
        "deploy/engine/okx.toml, okx",
        "../docs/live.md, okx"
    })
    void itBuysAndSellsAndItsStopLossEndsFlat(String file, String venue) throws IOException {
        RunConfiguration configuration = read(file);
        FakeVenue fake = new FakeVenue(venue);
        fake.listed = List.of(listed(venue));
        fake.swing = ShippedFilesTest::path;
        fake.barTransit = AFTER_ITS_CLOSE;
        PaperWorld world = new PaperWorld();
        VenueRun run = world.begin(fake, configuration);
        String strategy = configuration.enabledStrategies().get(0).id();

        world.pass(Duration.ofMinutes(29));
        assertThat(world.lines).as("a level is sold a step higher").anyMatch(line -> line.contains("filled: sold"));
        PositionState position = Objects.requireNonNull(run.engine()).ledger().position(strategy, fake.listed.get(0));
        assertThat(position.quantity() * 58_000).as("worth more than an order").isGreaterThan(300);

        world.pass(Duration.ofMinutes(4));
        assertThat(world.text()).doesNotContain("refused", "FAILED", "RISK");
        assertThat(world.lines).anyMatch(line -> line.contains("ordered: sell") && line.endsWith("market"));
        assertThat(ExitOrder.tradable(position)).as(world.text()).isZero();
    }
}
