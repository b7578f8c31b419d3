package io.ttquant.deploy;

import io.ttquant.exchanges.emulator.LocalAccount;
import io.ttquant.exchanges.emulator.LocalExchange;
import io.ttquant.exchanges.emulator.LocalMarkets;
import io.ttquant.exchanges.emulator.LocalVenue;
import io.ttquant.exchanges.emulator.VenueKind;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

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
    private final EngineJob job;

    private TradingEngine(Path folder) {
        LocalAccount account = LocalAccount.standard().withDeposits(Map.of("USDT", new BigDecimal("10000")));
        exchange = LocalExchange.start(Set.of(VenueKind.BINANCE), LocalMarkets.busy(1), account, Map.of());
        LocalVenue venue = exchange.venue(VenueKind.BINANCE);
        job = EngineJob.start(
                folder,
                CONFIGURATION.replace("REST", venue.http()).replace("SOCKET", venue.ws()),
                Map.of("BINANCE_API_KEY", account.key(), "BINANCE_API_SECRET", account.secret()));
    }

    static TradingEngine start(Path folder) {
        return new TradingEngine(folder);
    }

    /** Where Prometheus finds it. */
    String target() {
        return job.target();
    }

    @Override
    public void close() {
        job.close();
        exchange.close();
    }
}
