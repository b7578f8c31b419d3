package io.ttquant.exchanges.emulator;

import io.ttquant.exchanges.emulator.exchange.ContractTerms;
import io.ttquant.exchanges.emulator.exchange.FeeRates;
import io.ttquant.exchanges.emulator.exchange.FlowSettings;
import io.ttquant.exchanges.emulator.exchange.Market;
import io.ttquant.exchanges.emulator.exchange.MarketKind;
import io.ttquant.exchanges.emulator.exchange.NotionalRule;
import io.ttquant.exchanges.emulator.exchange.PriceRule;
import io.ttquant.exchanges.emulator.exchange.QuantityRule;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What a local exchange trades, and how busy each market is. */
public final class LocalMarkets {
    private static final String BITCOIN = "60000";
    private static final String ETHER = "2500";

    private final Map<VenueKind, List<Flowing>> markets = new EnumMap<>(VenueKind.class);

    private LocalMarkets() {}

    /** None; add some. */
    public static LocalMarkets none() {
        return new LocalMarkets();
    }

    /**
     * BTC and ETH against USDT at every venue, spot and perpetual where it has both, with fees as the venues charge them, and with other traders who are
     * drawn from a seed.
     */
    public static LocalMarkets standard(long seed) {
        return with((tick, start) -> FlowSettings.calm(start.equals(BITCOIN) ? seed : seed + 1, start));
    }

    /** The same markets in a hurry: prices move in a minute as they do in a day, so that strategies have something to do at once. */
    public static LocalMarkets busy(long seed) {
        return with((tick, start) -> FlowSettings.busy(start.equals(BITCOIN) ? seed : seed + 1, start, tick));
    }

    private static LocalMarkets with(BiFunction<String, String, FlowSettings> flows) {
        LocalMarkets all = new LocalMarkets();
        all.add(
                VenueKind.BINANCE,
                spot("BTCUSDT", "BTC", "0.01", "0.00001", "0.001", "0.001"),
                flows.apply("0.01", BITCOIN));
        all.add(
                VenueKind.BINANCE,
                spot("ETHUSDT", "ETH", "0.01", "0.0001", "0.001", "0.001"),
                flows.apply("0.01", ETHER));
        all.add(
                VenueKind.BINANCE_USDM,
                perpetual("BTCUSDT", "BTC", "1", "0.1", "0.001", "0.0002", "0.0005"),
                flows.apply("0.1", BITCOIN));
        all.add(
                VenueKind.BINANCE_USDM,
                perpetual("ETHUSDT", "ETH", "1", "0.01", "0.001", "0.0002", "0.0005"),
                flows.apply("0.01", ETHER));
        all.add(
                VenueKind.OKX,
                spot("BTC-USDT", "BTC", "0.1", "0.00001", "0.0008", "0.001"),
                flows.apply("0.1", BITCOIN));
        all.add(
                VenueKind.OKX,
                spot("ETH-USDT", "ETH", "0.01", "0.0001", "0.0008", "0.001"),
                flows.apply("0.01", ETHER));
        all.add(
                VenueKind.OKX,
                perpetual("BTC-USDT-SWAP", "BTC", "0.01", "0.1", "0.01", "0.0002", "0.0005"),
                flows.apply("0.1", BITCOIN));
        all.add(
                VenueKind.OKX,
                perpetual("ETH-USDT-SWAP", "ETH", "0.1", "0.01", "0.01", "0.0002", "0.0005"),
                flows.apply("0.01", ETHER));
        return all;
    }

    /**
     * Adds a market.
     *
     * @param flow its other traders; null for none, so that nobody trades there but its accounts
     */
    public LocalMarkets add(VenueKind kind, Market market, @Nullable FlowSettings flow) {
        markets.computeIfAbsent(kind, any -> new ArrayList<>()).add(new Flowing(market, flow));
        return this;
    }

    List<Flowing> of(VenueKind kind) {
        return List.copyOf(markets.getOrDefault(kind, List.of()));
    }

    private static Market spot(String symbol, String base, String tick, String lot, String maker, String taker) {
        return Market.spot(symbol, base, "USDT", PriceRule.tick(tick), QuantityRule.lot(lot))
                .withNotionals(NotionalRule.least("5"))
                .withFees(FeeRates.of(maker, taker));
    }

    private static Market perpetual(
            String symbol, String base, String value, String tick, String lot, String maker, String taker) {
        return Market.contract(
                        symbol,
                        MarketKind.LINEAR,
                        base,
                        "USDT",
                        ContractTerms.perpetual(value, "USDT"),
                        PriceRule.tick(tick),
                        QuantityRule.lot(lot))
                .withNotionals(NotionalRule.least("5"))
                .withFees(FeeRates.of(maker, taker));
    }

    record Flowing(Market market, @Nullable FlowSettings flow) {}
}
