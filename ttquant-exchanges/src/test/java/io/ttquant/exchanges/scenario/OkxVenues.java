package io.ttquant.exchanges.scenario;

import io.ttquant.api.exchange.ExchangeProvider;
import io.ttquant.exchanges.emulator.exchange.ContractTerms;
import io.ttquant.exchanges.emulator.exchange.Exchange;
import io.ttquant.exchanges.emulator.exchange.ExchangeRules;
import io.ttquant.exchanges.emulator.exchange.FeeRates;
import io.ttquant.exchanges.emulator.exchange.Market;
import io.ttquant.exchanges.emulator.exchange.MarketKind;
import io.ttquant.exchanges.emulator.exchange.PriceRule;
import io.ttquant.exchanges.emulator.exchange.QuantityRule;
import io.ttquant.exchanges.emulator.okx.OkxFront;
import io.ttquant.exchanges.emulator.server.Call;
import io.ttquant.exchanges.emulator.server.Front;
import io.ttquant.exchanges.emulator.server.Turns;
import io.ttquant.exchanges.okx.session.OkxProvider;
import io.ttquant.exchanges.transport.NetworkOpener;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** OKX: one account, whose first market is a spot market or a swap. */
public enum OkxVenues implements ScenarioVenue {
    /** Spot, in base. */
    SPOT,
    /** Swaps, in contracts of a hundredth of a bitcoin. */
    SWAP;

    static final String PLACE = "/api/v5/trade/order";
    static final String PLACE_ALL = "/api/v5/trade/batch-orders";
    static final String PLACE_ALGO = "/api/v5/trade/order-algo";
    static final String CANCEL = "/api/v5/trade/cancel-order";
    static final String CANCEL_ALL = "/api/v5/trade/cancel-batch-orders";
    static final String CANCEL_ALGOS = "/api/v5/trade/cancel-algos";
    static final String AMEND = "/api/v5/trade/amend-order";
    static final String AMEND_ALGOS = "/api/v5/trade/amend-algos";

    private static final Pattern CLIENT_ID = Pattern.compile("\"(?:clOrdId|algoClOrdId)\":\"([^\"]+)\"");
    private static final Set<String> CREATES = Set.of(PLACE, PLACE_ALL, PLACE_ALGO);
    private static final Set<String> CANCELS = Set.of(CANCEL, CANCEL_ALL, CANCEL_ALGOS);
    private static final Set<String> AMENDS = Set.of(AMEND, "/api/v5/trade/amend-batch-orders", AMEND_ALGOS);

    @Override
    public String id() {
        return "okx";
    }

    @Override
    public ExchangeRules rules() {
        return ExchangeRules.okx();
    }

    @Override
    public List<Market> markets() {
        return this == SPOT
                ? List.of(spot("BTC-USDT", "BTC", "0.1", "0.00001"), swap("ETH-USDT-SWAP", "ETH", "0.1", "0.01"))
                : List.of(swap("BTC-USDT-SWAP", "BTC", "0.01", "0.1"), swap("ETH-USDT-SWAP", "ETH", "0.1", "0.01"));
    }

    private static Market spot(String symbol, String base, String tick, String lot) {
        return Market.spot(symbol, base, "USDT", PriceRule.tick(tick), QuantityRule.lot(lot))
                .withFees(FeeRates.of("0.0008", "0.001"));
    }

    private static Market swap(String symbol, String base, String value, String tick) {
        return Market.contract(
                        symbol,
                        MarketKind.LINEAR,
                        base,
                        "USDT",
                        ContractTerms.perpetual(value, "USDT"),
                        PriceRule.tick(tick),
                        QuantityRule.lot("0.001"))
                .withFees(FeeRates.of("0.0002", "0.0005"));
    }

    @Override
    public Map<String, String> deposits() {
        return Map.of("USDT", "100000", "BTC", "1");
    }

    @Override
    public Front front(Exchange exchange, Turns turns) {
        return OkxFront.of(exchange, turns);
    }

    @Override
    public ExchangeProvider provider(NetworkOpener opener) {
        return OkxProvider.over(opener);
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("environment", "local", "socket", "ws://127.0.0.1:8080/ws/v5", "passphrase", "puppet-pass");
    }

    @Override
    public boolean isDerivative() {
        return this == SWAP;
    }

    @Override
    public String createPath() {
        return PLACE;
    }

    @Override
    public boolean isCreate(Call call) {
        return call.method().equals("POST") && CREATES.contains(call.path());
    }

    @Override
    public boolean isCancel(Call call) {
        return call.method().equals("POST") && CANCELS.contains(call.path());
    }

    @Override
    public boolean isAmend(Call call) {
        return call.method().equals("POST") && AMENDS.contains(call.path());
    }

    @Override
    public boolean isOrderQuestion(Call call) {
        return call.method().equals("GET")
                && (call.path().equals(PLACE) || call.path().equals(PLACE_ALGO));
    }

    @Override
    public List<String> created(Call call) {
        List<String> ids = new ArrayList<>();
        if (isCreate(call)) {
            Matcher matcher = CLIENT_ID.matcher(call.text());
            while (matcher.find()) {
                ids.add(matcher.group(1));
            }
        }
        return ids;
    }

    /** A field that only frames of orders have, and not the acknowledgement of their channel. */
    @Override
    public String orderNews() {
        return "\"accFillSz\"";
    }
}
