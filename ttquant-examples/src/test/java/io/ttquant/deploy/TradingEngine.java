package io.ttquant.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.core.config.ConfigText;
import io.ttquant.core.config.StrategyCatalogue;
import io.ttquant.core.config.StrategyType;
import io.ttquant.core.provider.Providers;
import io.ttquant.examples.ExampleStrategies;
import io.ttquant.examples.live.StrategyJob;
import io.ttquant.exchanges.emulator.LocalAccount;
import io.ttquant.exchanges.emulator.LocalExchange;
import io.ttquant.exchanges.emulator.LocalMarkets;
import io.ttquant.exchanges.emulator.LocalVenue;
import io.ttquant.exchanges.emulator.VenueKind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** The strategy engine as it is deployed, trading live at an exchange of this machine, with its endpoint for Prometheus. */
final class TradingEngine implements AutoCloseable {
    private static final String CONFIGURATION = """
            [global]
            trading_mode = "live"

            [exchange.binance]
            environment = "local"
            rest = "REST"
            socket = "SOCKET"

            [metrics]
            returns = "1s"
            window = "5m"

            [risk]
            max_order_value = 1000
            max_position_value = 10000
            max_exposure = 20000
            daily_loss = 1000

            [strategies.grid]
            type = "grid"
            instrument = "binance:BTCUSDT"
            timeframe = "1s"
            grid_count = 30
            price_range_percent = 3
            order_value = 100
            max_position_value = 3000

            [strategies.watcher]
            type = "watcher"
            instrument = "binance:BTCUSDT"
            """;

    private final LocalExchange exchange;
    private final int port = Server.freePort();
    private final AtomicReference<Runnable> stop = new AtomicReference<>(() -> {});
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();

    private TradingEngine(Path folder) {
        LocalAccount account = LocalAccount.standard().withDeposits(Map.of("USDT", new BigDecimal("10000")));
        exchange = LocalExchange.start(Set.of(VenueKind.BINANCE), LocalMarkets.busy(1), account, Map.of());
        LocalVenue venue = exchange.venue(VenueKind.BINANCE);
        String text = CONFIGURATION.replace("REST", venue.http()).replace("SOCKET", venue.ws());
        ConfigText configuration =
                ConfigText.read("deployed.toml", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        Path keys = keys(folder, account);
        CountDownLatch begun = new CountDownLatch(1);
        Thread thread = new Thread(
                () -> {
                    try {
                        ended.complete(new StrategyJob(catalogue(), configuration, Providers.exchanges())
                                .run(
                                        new PrintStream(said, true, StandardCharsets.UTF_8),
                                        interrupt -> {
                                            stop.set(interrupt);
                                            begun.countDown();
                                        },
                                        "--confirm-live",
                                        "--env",
                                        keys.toString(),
                                        "--state",
                                        folder.toString(),
                                        "--metrics",
                                        "" + port));
                    } catch (RuntimeException e) {
                        ended.completeExceptionally(e);
                    } finally {
                        begun.countDown();
                    }
                },
                "deployed engine");
        thread.setDaemon(true);
        thread.start();
        try {
            assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static TradingEngine start(Path folder) {
        return new TradingEngine(folder);
    }

    private static StrategyCatalogue catalogue() {
        return ExampleStrategies.catalogue().with(StrategyType.of("watcher", Watcher.Params.class, Watcher::new));
    }

    private static Path keys(Path folder, LocalAccount account) {
        try {
            Path file = Files.writeString(
                    folder.resolve("keys.env"),
                    "BINANCE_API_KEY=" + account.key() + "\nBINANCE_API_SECRET=" + account.secret() + "\n");
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where Prometheus finds it. */
    String target() {
        return "127.0.0.1:" + port;
    }

    String log() {
        return said.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        stop.get().run();
        ended.orTimeout(60, TimeUnit.SECONDS).exceptionally(failure -> -1).join();
        exchange.close();
    }
}
