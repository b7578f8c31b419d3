package io.ttquant.examples.live;

import io.ttquant.api.exchange.ExchangeProvider;
import io.ttquant.api.metrics.MetricsProvider;
import io.ttquant.core.config.ConfigText;
import io.ttquant.core.config.StrategyCatalogue;
import io.ttquant.core.provider.Providers;
import io.ttquant.examples.ExampleStrategies;
import io.ttquant.exchanges.credentials.CredentialSource;
import io.ttquant.exchanges.emulator.LocalAccount;
import io.ttquant.exchanges.emulator.LocalExchange;
import io.ttquant.exchanges.emulator.LocalVenue;
import io.ttquant.exchanges.run.VenueRun;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A strategy job beside a local exchange, over real sockets: its lines, its runs, and the way to stop it. */
final class LiveWorld extends PrintStream {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    final List<String> lines = new ArrayList<>();
    final Map<String, VenueRun> runs = new HashMap<>();
    private final LocalExchange local;
    private final Path state;
    final Providers<MetricsProvider> metrics = Providers.metrics();
    private final Providers<ExchangeProvider> providers = Providers.exchanges();
    private final CompletableFuture<Runnable> interrupt = new CompletableFuture<>();
    private final CompletableFuture<Integer> status = new CompletableFuture<>();

    StrategyCatalogue catalogue = ExampleStrategies.catalogue();

    LiveWorld(LocalExchange local, Path state) {
        super(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        this.local = local;
        this.state = state;
    }

    /** The sections by which the venues of the local exchange are reached. */
    String reached() {
        StringBuilder text = new StringBuilder();
        for (LocalVenue venue : local.venues()) {
            text.append("[exchange.").append(venue.kind().id()).append("]\nenvironment = \"local\"\n");
            text.append("rest = \"")
                    .append(venue.http())
                    .append("\"\nsocket = \"")
                    .append(venue.ws())
                    .append("\"\n");
        }
        return text.toString();
    }

    CredentialSource keys() {
        LocalAccount account = local.account();
        return keys(account.key(), account.secret());
    }

    CredentialSource keys(String key, String secret) {
        Map<String, String> all = Map.of(
                "BINANCE_API_KEY", key,
                "BINANCE_API_SECRET", secret,
                "OKX_API_KEY", key,
                "OKX_SECRET_KEY", secret,
                "OKX_PASSPHRASE", local.account().passphrase());
        return CredentialSource.of("the test", all::get);
    }

    void start(String toml, String... args) {
        start(toml, keys(), args);
    }

    void start(String toml, CredentialSource keys, String... args) {
        ConfigText text = ConfigText.read("test.toml", new ByteArrayInputStream(toml.getBytes(StandardCharsets.UTF_8)));
        StrategyJob job = new StrategyJob(catalogue, text, providers)
                .withKeys(keys)
                .withMetrics(metrics)
                .observedBy(run -> runs.put(run.venue(), run));
        LiveBefore.in(state);
        String[] all = Stream.concat(Arrays.stream(args), Stream.of("--state", state.toString()))
                .toArray(String[]::new);
        Thread thread = new Thread(
                () -> {
                    try {
                        status.complete(job.run(this, interrupt::complete, all));
                    } catch (RuntimeException | Error e) {
                        status.completeExceptionally(e);
                    }
                },
                "strategy-job");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public synchronized void println(String line) {
        lines.add(line);
        notifyAll();
    }

    /** Waits until so many lines are so. */
    synchronized void await(String what, int count, Predicate<String> line) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (lines.stream().filter(line).count() < count) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0 || status.isDone()) {
                throw new AssertionError("did not come: " + what + "; what came:\n" + text());
            }
            wait(left);
        }
    }

    synchronized String text() {
        return String.join("\n", lines);
    }

    synchronized long count(Predicate<String> line) {
        return lines.stream().filter(line).count();
    }

    /** As Ctrl-C does; then waits for the end. */
    int interrupt() throws InterruptedException, ExecutionException, TimeoutException {
        interrupt.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).run();
        return end();
    }

    int end() throws InterruptedException, ExecutionException, TimeoutException {
        return status.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    VenueRun run(String venue) {
        return Objects.requireNonNull(runs.get(venue), venue);
    }
}
