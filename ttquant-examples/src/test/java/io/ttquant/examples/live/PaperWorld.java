package io.ttquant.examples.live;

import io.ttquant.api.exchange.ExchangeConfig;
import io.ttquant.api.time.Clock;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.core.config.ConfigText;
import io.ttquant.core.config.RunConfiguration;
import io.ttquant.core.live.LiveLoop;
import io.ttquant.core.risk.KillSwitchStore;
import io.ttquant.core.risk.RiskMemory;
import io.ttquant.examples.ExampleStrategies;
import io.ttquant.exchanges.run.VenueParts;
import io.ttquant.exchanges.run.VenuePlan;
import io.ttquant.exchanges.run.VenueRun;
import io.ttquant.exchanges.transport.live.LoopThread;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs at fake venues on made-up time, in one thread. */
final class PaperWorld implements Clock {
    static final String START = "2025-01-31T12:00:20Z";

    final List<String> lines = new ArrayList<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ConsoleLines console = ConsoleLines.on(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    final LiveLoop loop = LiveLoop.of((Clock) this);
    Optional<Boolean> ended = Optional.empty();
    KillSwitchStore killSwitch = KillSwitchStore.inMemory();
    private long nanos = EpochNanos.parse(START);

    static RunConfiguration read(String toml) {
        return RunConfiguration.read(
                ConfigText.read("test.toml", new ByteArrayInputStream(toml.getBytes(StandardCharsets.UTF_8))),
                ExampleStrategies.catalogue());
    }

    VenueRun begin(FakeVenue venue, String toml) {
        return begin(venue, read(toml), run -> {});
    }

    VenueRun begin(FakeVenue venue, RunConfiguration configuration) {
        return begin(venue, configuration, run -> {});
    }

    VenueRun begin(FakeVenue venue, RunConfiguration configuration, Consumer<VenueRun> before) {
        VenuePlan plan = VenuePlan.of(configuration).get(0);
        VenueRun run = VenueRun.of(
                configuration,
                plan,
                new VenueParts(
                        venue,
                        new ExchangeConfig(plan.exchange().settings()),
                        LoopThread.of(loop),
                        loop::drive,
                        killSwitch,
                        RiskMemory.NONE,
                        (at, name, text) -> {
                            lines.add(text);
                            console.line(at, name, text);
                        },
                        clean -> ended = Optional.of(clean)),
                true);
        before.accept(run);
        run.start();
        return run;
    }

    void pass(Duration time) {
        long end = nanos + time.toNanos();
        while (nanos < end) {
            while (loop.turn()) {
                // What waits is done before time goes on.
            }
            // What an engine settles once an instant is over is due at it.
            nanos = Math.min(end, Math.max(nanos + 1, loop.nextDueNanos()));
        }
        while (loop.turn()) {
            // What the last instant brought.
        }
    }

    /** Time passes, and the thread does nothing. */
    void hang(Duration time) {
        nanos += time.toNanos();
    }

    @Override
    public long nanos() {
        return nanos;
    }

    String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
