package io.ttquant.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.core.config.ConfigText;
import io.ttquant.core.config.StrategyCatalogue;
import io.ttquant.core.config.StrategyType;
import io.ttquant.core.provider.Providers;
import io.ttquant.examples.ExampleStrategies;
import io.ttquant.examples.live.LiveBefore;
import io.ttquant.examples.live.StrategyJob;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** The strategy engine as it is deployed, live, with its endpoint for Prometheus, in this process. */
final class EngineJob implements AutoCloseable {
    private final int port = Server.freePort();
    private final AtomicReference<Runnable> stop = new AtomicReference<>(() -> {});
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();

    private EngineJob() {}

    /**
     * Starts it, and returns once its runs have begun.
     *
     * @param folder for its state and its keys
     * @param toml its configuration
     * @param keys the environment that it reads its keys from
     */
    static EngineJob start(Path folder, String toml, Map<String, String> keys) {
        EngineJob job = new EngineJob();
        ConfigText configuration =
                ConfigText.read("deployed.toml", new ByteArrayInputStream(toml.getBytes(StandardCharsets.UTF_8)));
        Path file = write(folder.resolve("keys.env"), keys);
        CountDownLatch begun = new CountDownLatch(1);
        Thread thread = new Thread(() -> job.run(folder, configuration, file, begun), "deployed engine");
        thread.setDaemon(true);
        thread.start();
        try {
            assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return job;
    }

    private void run(Path folder, ConfigText configuration, Path keys, CountDownLatch begun) {
        try {
            LiveBefore.in(folder);
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
    }

    private static StrategyCatalogue catalogue() {
        return ExampleStrategies.catalogue()
                .with(StrategyType.of("watcher", Watcher.Params.class, Watcher::new))
                .with(StrategyType.of("quitter", Quitter.Params.class, Quitter::new));
    }

    private static Path write(Path file, Map<String, String> keys) {
        try {
            Files.writeString(
                    file,
                    keys.entrySet().stream()
                            .map(each -> each.getKey() + "=" + each.getValue() + "\n")
                            .collect(Collectors.joining()));
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where its metrics are. */
    int port() {
        return port;
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
    }
}
