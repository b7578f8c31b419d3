package io.ttquant.exchanges.scenario;

import io.ttquant.api.exchange.ExchangeProvider;
import io.ttquant.exchanges.binance.session.BinanceSpotProvider;
import io.ttquant.exchanges.binance.session.BinanceUsdmProvider;
import io.ttquant.exchanges.emulator.binance.BinanceFront;
import io.ttquant.exchanges.emulator.binance.BinanceLimits;
import io.ttquant.exchanges.emulator.exchange.ContractTerms;
import io.ttquant.exchanges.emulator.exchange.Exchange;
import io.ttquant.exchanges.emulator.exchange.ExchangeRules;
import io.ttquant.exchanges.emulator.exchange.FeeRates;
import io.ttquant.exchanges.emulator.exchange.Market;
import io.ttquant.exchanges.emulator.exchange.MarketKind;
import io.ttquant.exchanges.emulator.exchange.NotionalRule;
import io.ttquant.exchanges.emulator.exchange.PriceRule;
import io.ttquant.exchanges.emulator.exchange.QuantityRule;
import io.ttquant.exchanges.emulator.server.Call;
import io.ttquant.exchanges.emulator.server.Front;
import io.ttquant.exchanges.emulator.server.Turns;
import io.ttquant.exchanges.transport.NetworkOpener;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Binance Spot and USDT-M futures. */
public enum BinanceVenues implements ScenarioVenue {
    /** Spot. */
    SPOT("binance", "/api/v3/order", "\"executionReport\""),
    /** Futures. */
    USDM("binance-usdm", "/fapi/v1/order", "\"ORDER_TRADE_UPDATE\"");

    private static final Pattern CLIENT_ID = Pattern.compile("(?:newClientOrderId|clientAlgoId)(?:=|\":\")([^&\"]+)");

    private final String id;
    private final String orders;
    private final String news;

    BinanceVenues(String id, String orders, String news) {
        this.id = id;
        this.orders = orders;
        this.news = news;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public ExchangeRules rules() {
        return this == SPOT ? ExchangeRules.binanceSpot() : ExchangeRules.binanceUsdm();
    }

    @Override
    public List<Market> markets() {
        return this == SPOT
                ? List.of(spot("BTCUSDT", "BTC", "0.01", "0.00001"), spot("ETHUSDT", "ETH", "0.01", "0.0001"))
                : List.of(perpetual("BTCUSDT", "BTC", "0.1", "0.001"), perpetual("ETHUSDT", "ETH", "0.01", "0.001"));
    }

    private static Market spot(String symbol, String base, String tick, String lot) {
        return Market.spot(symbol, base, "USDT", PriceRule.tick(tick), QuantityRule.lot(lot))
                .withNotionals(NotionalRule.least("5"))
                .withFees(FeeRates.of("0.001", "0.001"));
    }

    private static Market perpetual(String symbol, String base, String tick, String lot) {
        return Market.contract(
                        symbol,
                        MarketKind.LINEAR,
                        base,
                        "USDT",
                        ContractTerms.perpetual("1", "USDT"),
                        PriceRule.tick(tick),
                        QuantityRule.lot(lot))
                .withNotionals(NotionalRule.least("5"))
                .withFees(FeeRates.of("0.0002", "0.0005"));
    }

    @Override
    public Map<String, String> deposits() {
        return this == SPOT ? Map.of("USDT", "100000", "BTC", "1", "ETH", "10") : Map.of("USDT", "100000");
    }

    @Override
    public Front front(Exchange exchange, Turns turns) {
        return this == SPOT
                ? BinanceFront.spot(exchange, turns, BinanceLimits.spot())
                : BinanceFront.usdm(exchange, turns, BinanceLimits.usdm());
    }

    @Override
    public ExchangeProvider provider(NetworkOpener opener) {
        return this == SPOT ? new BinanceSpotProvider(opener) : new BinanceUsdmProvider(opener);
    }

    @Override
    public boolean isDerivative() {
        return this == USDM;
    }

    @Override
    public String createPath() {
        return orders;
    }

    @Override
    public boolean isCreate(Call call) {
        return call.method().equals("POST") && isOfOrders(call);
    }

    @Override
    public boolean isCancel(Call call) {
        return call.method().equals("DELETE") && isOfOrders(call);
    }

    @Override
    public boolean isAmend(Call call) {
        return call.method().equals("PUT") && isOfOrders(call);
    }

    @Override
    public boolean isOrderQuestion(Call call) {
        return call.method().equals("GET")
                && (call.path().equals(orders) || call.path().equals("/fapi/v1/algoOrder"));
    }

    private boolean isOfOrders(Call call) {
        return call.path().equals(orders)
                || call.path().equals("/fapi/v1/batchOrders")
                || call.path().equals("/fapi/v1/algoOrder");
    }

    @Override
    public List<String> created(Call call) {
        List<String> ids = new ArrayList<>();
        if (isCreate(call)) {
            Matcher matcher =
                    CLIENT_ID.matcher(URLDecoder.decode(call.query() + '&' + call.text(), StandardCharsets.UTF_8));
            while (matcher.find()) {
                ids.add(matcher.group(1));
            }
        }
        return ids;
    }

    @Override
    public String orderNews() {
        return news;
    }
}
