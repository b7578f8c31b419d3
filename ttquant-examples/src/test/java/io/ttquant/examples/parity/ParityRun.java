package io.ttquant.examples.parity;

import io.ttquant.api.exchange.ExchangeConfig;
import io.ttquant.core.config.ConfigText;
import io.ttquant.core.config.RunConfiguration;
import io.ttquant.core.config.StrategyType;
import io.ttquant.core.journal.JournalRecorder;
import io.ttquant.core.journal.ReplayReport;
import io.ttquant.core.risk.KillSwitchStore;
import io.ttquant.core.risk.RiskMemory;
import io.ttquant.examples.ExampleStrategies;
import io.ttquant.exchanges.emulator.VenueKind;
import io.ttquant.exchanges.run.VenueParts;
import io.ttquant.exchanges.run.VenuePlan;
import io.ttquant.exchanges.run.VenueReplay;
import io.ttquant.exchanges.run.VenueRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A run of the three example strategies and {@link EveryKind} at a local exchange, written down. */
final class ParityRun {
    private static final String HEAD = """
            [global]
            trading_mode = "MODE"
            exchange = "VENUE"

            [risk]
            max_order_value = 5000
            max_position_value = 20000
            daily_loss = 50000

            """;

    private static final Map<String, String> STRATEGIES =
            Map.of("grid", """
            [[strategies]]
            id = "grid"
            type = "grid"
            symbol = "BTC"
            [strategies.parameters]
            grid_count = 5
            price_range_percent = 0.1
            order_amount_usdt = 100

            """, "cross", """
            [[strategies]]
            id = "cross"
            type = "ema_cross"
            symbol = "ETH"
            [strategies.parameters]
            timeframe = "10s"
            fast_period = 2
            slow_period = 4

            """, "momentum", """
            [[strategies]]
            id = "momentum"
            type = "momentum"
            symbol = "ETH"
            [strategies.parameters]
            timeframe = "15s"
            lookback_period = 3
            breakout_threshold = 0.3
            volume_threshold = 0.2

            """, "every", """
            [[strategies]]
            id = "every"
            type = "every_kind"
            symbol = "BTC"

            """);

    private static final List<String> EVERY = List.of("grid", "cross", "momentum", "every");

    final RunConfiguration configuration;
    final MemoryJournal journal = new MemoryJournal();
    final List<String> lines = new ArrayList<>();
    boolean isClean;

    ParityRun(ParityVenue venue, String mode, Duration length) {
        this(venue, mode, length, EVERY, "");
    }

    /** One that begins with what another one kept of its risk. */
    ParityRun(ParityVenue venue, String mode, Duration length, RiskMemory memory) {
        this(venue, mode, length, EVERY, "", memory);
    }

    /**
     * A run of some of the strategies.
     *
     * @param strategies their ids
     * @param more further tables of the configuration
     */
    ParityRun(ParityVenue venue, String mode, Duration length, List<String> strategies, String more) {
        this(venue, mode, length, strategies, more, RiskMemory.inMemory(null));
    }

    private ParityRun(
            ParityVenue venue, String mode, Duration length, List<String> strategies, String more, RiskMemory memory) {
        this.configuration = configuration(venue, mode, strategies, more);
        EngineTime thread = new EngineTime(venue.time);
        VenuePlan plan = VenuePlan.of(configuration).get(0);
        VenueRun run = VenueRun.of(
                        configuration,
                        plan,
                        new VenueParts(
                                venue.provider(),
                                new ExchangeConfig(venue.settings()),
                                thread,
                                thread::drive,
                                KillSwitchStore.inMemory(),
                                memory,
                                (nanos, at, text) -> lines.add(text),
                                clean -> isClean = clean),
                        true)
                .journal(header -> JournalRecorder.begin(journal, header));
        thread.execute(run::start);
        venue.time.run(length);
        run.stop("the test is over");
        venue.time.run(Duration.ofSeconds(20));
    }

    ReplayReport replay() {
        return VenueReplay.run(journal.reader(), configuration);
    }

    private static RunConfiguration configuration(
            ParityVenue venue, String mode, List<String> strategies, String more) {
        String text = HEAD.replace("MODE", mode).replace("VENUE", venue.kind.id())
                + strategies.stream().map(STRATEGIES::get).collect(Collectors.joining())
                + more;
        String named = text.replace("\"BTC\"", '"' + venue.symbol("BTC") + '"')
                .replace("\"ETH\"", '"' + venue.symbol("ETH") + '"');
        return RunConfiguration.read(
                ConfigText.of("parity.toml", named),
                ExampleStrategies.catalogue()
                        .with(StrategyType.of("every_kind", EveryKind.Params.class, EveryKind::new)));
    }

    static ParityRun of(VenueKind kind, long seed, String mode, Duration length) {
        return new ParityRun(new ParityVenue(kind, seed), mode, length);
    }
}
