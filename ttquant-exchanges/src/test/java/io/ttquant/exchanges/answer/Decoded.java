package io.ttquant.exchanges.answer;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.exchanges.binance.BinanceAccounts;
import io.ttquant.exchanges.binance.BinanceAnswers;
import io.ttquant.exchanges.binance.BinanceCodes;
import io.ttquant.exchanges.binance.BinanceInstruments;
import io.ttquant.exchanges.binance.BinanceMarkets;
import io.ttquant.exchanges.binance.BinanceOrders;
import io.ttquant.exchanges.okx.OkxAccounts;
import io.ttquant.exchanges.okx.OkxAnswers;
import io.ttquant.exchanges.okx.OkxMarkets;
import io.ttquant.exchanges.okx.OkxOrders;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Decodes an answer by the words of its path or of the name of its file; the first word that is in it decides. */
final class Decoded {
    private static final Map<String, Function<JsonNode, ?>> OKX = new Table()
            .to("bills", d -> List.of())
            .to("position-tiers", OkxAccounts::tiers)
            .to("account-rate-limit", d -> List.of())
            .to("account/balance", OkxAccounts::balances)
            .to("account_balance", OkxAccounts::balances)
            .to("get-balance", OkxAccounts::balances)
            .to("position_tiers", OkxAccounts::tiers)
            .to("positions-history", d -> List.of())
            .to("position_mode", d -> d)
            .to("position-mode", d -> d)
            .to("positions", OkxAccounts::positions)
            .to("account/config", OkxAccounts::permissions)
            .to("account-configuration", OkxAccounts::permissions)
            .to("fee", data -> OkxAccounts.fees(data, "USDT"))
            .to("leverage", data -> OkxAccounts.leverage(data, null))
            .to("candle", OkxMarkets::candles)
            .to("place", d -> d)
            .to("cancel", d -> d)
            .to("amend", d -> d)
            .to("batch", d -> d)
            .to("order_book", OkxMarkets::book)
            .to("order-book", OkxMarkets::book)
            .to("market/books", OkxMarkets::book)
            .to("transaction", OkxOrders::fills)
            .to("trade/fills", OkxOrders::fills)
            .to("trade/order", OkxOrders::orders)
            .to("order-", OkxOrders::orders)
            .to("orders", OkxOrders::orders)
            .to("trades", OkxMarkets::trades)
            .to("ticker", OkxMarkets::tickers)
            .to("index_price", OkxMarkets::tickers)
            .to("mark-price", OkxMarkets::marks)
            .to("mark_price", OkxMarkets::marks)
            .to("funding", OkxMarkets::funding)
            .to("time", OkxMarkets::serverTime)
            .to("price", d -> d)
            .to("open-interest", d -> d)
            .to("max-", d -> d)
            .to("margin-balance", d -> d)
            .to("account-level", d -> d)
            .map();

    private static final Map<String, Function<JsonNode, ?>> BINANCE = new Table()
            .to("order/test", d -> d)
            .to("test-new-order", d -> d)
            .to("prevented", d -> d)
            .to("allocations", d -> d)
            .to("execution-rules", d -> d)
            .to("relevant-filters", d -> d)
            .to("amendments", d -> d)
            .to("order-count", d -> d)
            .to("reference-price", d -> d)
            .to("open-interest", d -> d)
            .to("openinterest", d -> d)
            .to("income", d -> d)
            .to("avg", d -> d)
            .to("apitradingstatus", d -> d)
            .to("symbol-config", d -> d)
            .to(
                    "exchange-information",
                    d -> BinanceInstruments.spot(d.toString().getBytes(StandardCharsets.UTF_8)))
            .to("ticker", BinanceMarkets::tickers)
            .to("order-book", BinanceMarkets::book)
            .to("kline", BinanceMarkets::klines)
            .to("exchange_info", d -> BinanceInstruments.spot(d.toString().getBytes(StandardCharsets.UTF_8)))
            .to("depth", BinanceMarkets::book)
            .to("aggtrades", BinanceMarkets::trades)
            .to("aggregate", BinanceMarkets::trades)
            .to("account-trade", BinanceOrders::fills)
            .to("block-trade", BinanceMarkets::trades)
            .to("trade-lookup", BinanceMarkets::trades)
            .to("mytrades", BinanceOrders::fills)
            .to("usertrades", BinanceOrders::fills)
            .to("account_trades", BinanceOrders::fills)
            .to("trades", BinanceMarkets::trades)
            .to("old-trades", BinanceMarkets::trades)
            .to("restrictions", d -> BinanceAccounts.permissions(d, true))
            .to("commission", BinanceAccounts::fees)
            .to("tradefee", BinanceAccounts::fees)
            .to("bracket", BinanceAccounts::tiers)
            .to("dual", d -> BinanceAccounts.positionMode(d))
            .to("position-mode", d -> BinanceAccounts.positionMode(d))
            .to("positionrisk", BinanceAccounts::positions)
            .to("position_risk", BinanceAccounts::positions)
            .to("position-information", BinanceAccounts::positions)
            .to("accountconfig", d -> d)
            .to("account-config", d -> d)
            .to("balance", BinanceAccounts::balances)
            .to(
                    "account-information",
                    d -> List.of(
                            BinanceAccounts.balances(d), d.has("positions") ? BinanceAccounts.positions(d) : List.of()))
            .to("account_info", BinanceAccounts::positions)
            .to("v3/account", BinanceAccounts::balances)
            .to("account_response", BinanceAccounts::balances)
            .to("ratelimit", d -> d)
            .to("rate-limit", d -> d)
            .to("premiumindex", BinanceMarkets::marks)
            .to("mark-price", BinanceMarkets::marks)
            .to("funding-rate-info", d -> d)
            .to("fundinginfo", d -> d)
            .to("funding", BinanceMarkets::funding)
            .to("time", BinanceMarkets::serverTime)
            .to("modify-history", d -> d)
            .to("orderamendment", d -> d)
            .to("allopenorders", d -> d)
            .to("cancel-all", d -> d)
            .to("order", BinanceOrders::orders)
            .map();

    private Decoded() {}

    /** The decoded answer, and null if no decoder is for it. */
    static Object of(String venue, String path, JsonNode answer) {
        byte[] body = answer.toString().getBytes(StandardCharsets.UTF_8);
        boolean isOkx = venue.equals("okx");
        BinanceCodes codes = venue.equals("binance-spot") ? BinanceCodes.SPOT : BinanceCodes.USDM;
        Answer read = isOkx ? OkxAnswers.read(200, body) : BinanceAnswers.read(codes, 200, body);
        if (isOkx
                ? answer.at("/data/0").has("sCode")
                : isCommand(path) || path.startsWith("DELETE") || path.startsWith("PUT")) {
            return isOkx ? OkxAnswers.results(200, body) : BinanceAnswers.results(codes, 200, body);
        }
        if (!isOkx && answer.has("code") && answer.has("msg")) {
            return read.verdict();
        }
        String key = path.toLowerCase(Locale.ROOT).replace(' ', '-');
        for (Map.Entry<String, Function<JsonNode, ?>> decoder : (isOkx ? OKX : BINANCE).entrySet()) {
            if (key.contains(decoder.getKey())) {
                return decoder.getValue().apply(read.require());
            }
        }
        return null;
    }

    private static boolean isCommand(String path) {
        return path.startsWith("POST")
                || path.contains("Cancel ")
                || path.contains("Cancel-")
                || path.contains("New order (");
    }

    private static final class Table {
        private final Map<String, Function<JsonNode, ?>> map = new LinkedHashMap<>();

        Table to(String word, Function<JsonNode, ?> decoder) {
            map.put(word, decoder);
            return this;
        }

        Map<String, Function<JsonNode, ?>> map() {
            return map;
        }
    }
}
