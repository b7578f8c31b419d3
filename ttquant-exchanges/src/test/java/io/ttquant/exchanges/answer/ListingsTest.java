package io.ttquant.exchanges.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.api.market.ContractType;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentKind;
import io.ttquant.api.market.OrderFilters;
import io.ttquant.api.market.TradingStatus;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.exchanges.Fixtures;
import io.ttquant.exchanges.binance.BinanceInstruments;
import io.ttquant.exchanges.okx.OkxInstruments;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Instruments of the venues are the same as an independent client makes of the same answers. */
class ListingsTest {
    @Test
    void spotInstrumentsOfBinanceAreThoseOfAnIndependentClient() {
        assertThat(compare("binance-spot", BinanceInstruments::spot)).isGreaterThan(1_590);
    }

    @Test
    void futuresOfBinanceAreThoseOfAnIndependentClient() {
        assertThat(compare("binance-usdm", BinanceInstruments::usdm)).isGreaterThan(130);
    }

    @Test
    void instrumentsOfOkxAreThoseOfAnIndependentClient() {
        assertThat(compare("okx", OkxInstruments::read)).isGreaterThan(780);
    }

    private static int compare(String venue, Function<byte[], Listings> reader) {
        Path folder = Fixtures.folder(venue + "/instruments");
        Path plain = folder.resolve("expected-ccxt-instruments.json");
        JsonNode expected =
                Fixtures.json(Files.exists(plain) ? plain : folder.resolve("expected-ccxt-instruments.json.gz"));
        int compared = 0;
        for (Map.Entry<String, JsonNode> file : expected.properties()) {
            Listings ours = reader.apply(body(folder.resolve(file.getKey())));
            Map<String, Listing> bySymbol = new HashMap<>();
            ours.listed().forEach(l -> bySymbol.put(l.instrument().id().symbol(), l));
            Map<String, String> refused = new HashMap<>();
            ours.refused().forEach(r -> refused.put(r.symbol(), r.why()));
            for (JsonNode theirs : file.getValue()) {
                String id = theirs.get("id").asText();
                Listing listing = bySymbol.get(id);
                if (listing == null) {
                    // Samples without filters have no tick.
                    assertThat(theirs.path("precision").has("price"))
                            .as("%s: %s", id, refused.get(id))
                            .isFalse();
                    assertThat(refused).containsKey(id);
                } else {
                    assertSame(listing, theirs);
                    compared++;
                }
            }
        }
        return compared;
    }

    private static byte[] body(Path file) {
        JsonNode json = Fixtures.json(file);
        JsonNode answer = json.isArray() ? json.get(0).get("json") : json.has("response") ? json.get("response") : json;
        return answer.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void assertSame(Listing listing, JsonNode theirs) {
        Instrument i = listing.instrument();
        OrderFilters f = i.filters();
        String what = i.toString();
        assertCode(theirs, i.base().code(), theirs.get("base").asText());
        assertCode(theirs, i.quote().code(), theirs.get("quote").asText());
        assertThat(listing.status() == TradingStatus.TRADING)
                .as(what)
                .isEqualTo(theirs.get("active").asBoolean());
        assertDecimal(what, i.rawTick(), i.priceScale(), theirs.at("/precision/price"));
        assertDecimal(what, i.rawLot(), i.quantityScale(), theirs.at("/precision/amount"));
        assertDecimal(what, f.rawMinQuantity(), i.quantityScale(), theirs.at("/limits/amount/min"));
        assertDecimal(what, f.rawMaxQuantity(), i.quantityScale(), theirs.at("/limits/amount/max"));
        assertDecimal(what, f.rawMinPrice(), i.priceScale(), theirs.at("/limits/price/min"));
        assertDecimal(what, f.rawMaxPrice(), i.priceScale(), theirs.at("/limits/price/max"));
        assertDecimal(what, f.rawMinNotional(), i.settlement().scale(), theirs.at("/limits/cost/min"));
        if (listing.maxMarketValue() != null) {
            assertThat(listing.maxMarketValue())
                    .as(what)
                    .isEqualByComparingTo(theirs.at("/limits/cost/max").decimalValue());
        }
        String type = theirs.get("type").asText();
        assertThat(i.kind())
                .isEqualTo(
                        type.equals("spot")
                                ? InstrumentKind.SPOT
                                : type.equals("swap") ? InstrumentKind.PERPETUAL : InstrumentKind.FUTURE);
        if (theirs.has("contractSize")) {
            assertThat(i.multiplier())
                    .as(what)
                    .isEqualByComparingTo(theirs.get("contractSize").decimalValue());
            assertCode(theirs, i.settlement().code(), theirs.get("settle").asText());
            assertThat(i.contractType() == ContractType.INVERSE)
                    .isEqualTo(theirs.get("inverse").asBoolean());
        }
        if (theirs.has("expiry")) {
            assertThat(i.expiryNanos()).as(what).isEqualTo(theirs.get("expiry").asLong() * EpochNanos.MILLISECOND);
        }
    }

    /** That client gives some coins other names than the venue; then ours is the one in the venue's symbol. */
    private static void assertCode(JsonNode theirs, String ours, String code) {
        String symbol = theirs.get("id").asText();
        assertThat(ours).as(symbol).matches(x -> x.equals(code) || (!symbol.contains(code) && symbol.contains(x)));
    }

    private static void assertDecimal(String what, long raw, int scale, JsonNode theirs) {
        if (!theirs.isMissingNode()) {
            // Their values went through doubles.
            assertThat(FixedPoint.toDouble(raw, scale)).as(what).isEqualTo(theirs.doubleValue());
        }
    }

    private static final String SPOT = """
            {"unknown":[1,{"x":null}],"symbols":[
             {"symbol":"ABCUSDT","status":"TRADING","baseAsset":"ABC","quoteAsset":"USDT","new":{},"filters":[
              {"filterType":"NEVER_HEARD_OF","a":"b"},
              {"maxPrice":"1000.00","minPrice":"0.01","filterType":"PRICE_FILTER","tickSize":"0.01000000"},
              {"filterType":"LOT_SIZE","minQty":"0.1","maxQty":"9000","stepSize":"0.1"},
              {"filterType":"MARKET_LOT_SIZE","minQty":"0","maxQty":"100","stepSize":"0"},
              {"filterType":"NOTIONAL","minNotional":"5","applyMinToMarket":false,"maxNotional":"9000000"},
              {"filterType":"PERCENT_PRICE_BY_SIDE","bidMultiplierUp":"5","bidMultiplierDown":"0.2","askMultiplierUp":"5.001","askMultiplierDown":"0.8"},
              {"filterType":"MAX_NUM_ORDERS","maxNumOrders":200},{"filterType":"MAX_NUM_ALGO_ORDERS","maxNumAlgoOrders":5}]},
             {"symbol":"TINYUSDT","status":"TRADING","baseAsset":"TINY","quoteAsset":"USDT","filters":[
              {"filterType":"PRICE_FILTER","minPrice":"0","maxPrice":"0","tickSize":"0.0000000000000000000001"},
              {"filterType":"LOT_SIZE","minQty":"1","maxQty":"0","stepSize":"1"}]},
             {"symbol":"\\u5e01USDT","status":"SOMETHING","baseAsset":"\\u5e01","quoteAsset":"USDT","filters":[]},
             {"symbol":"HALTUSDT","status":"NEW_WORD","baseAsset":"HALT","quoteAsset":"USDT","filters":[
              {"filterType":"PRICE_FILTER","minPrice":"0.00000001","maxPrice":"1000000","tickSize":"0.00000001"},
              {"filterType":"LOT_SIZE","minQty":"1","maxQty":"90000000000","stepSize":"1"}]}]}
            """;

    @Test
    void everyFilterOfASpotSymbolIsRead() {
        Listings listings = BinanceInstruments.spot(SPOT.getBytes(StandardCharsets.UTF_8));
        Instrument abc = listings.listed().get(0).instrument();
        OrderFilters f = abc.filters();

        assertThat(abc.toString()).isEqualTo("binance:ABCUSDT");
        assertThat(f)
                .isEqualTo(new OrderFilters(
                        1, 100_000, 1, 90_000, 1_000, 500_000_000L, 900_000_000_000_000L, false, 200, 5, 401, 80));
    }

    @Test
    void whatTheNumberModelCannotHoldIsRefusedAndTheOthersLoad() {
        Listings listings = BinanceInstruments.spot(SPOT.getBytes(StandardCharsets.UTF_8));

        assertThat(listings.listed())
                .extracting(l -> l.instrument().id().symbol())
                .containsExactly("ABCUSDT", "HALTUSDT");
        assertThat(listings.refused()).extracting(Listings.Refused::symbol).containsExactly("TINYUSDT", "\u5e01USDT");
        assertThat(listings.refused().get(0).why()).contains("22 decimals");
        assertThat(listings.listed().get(1).status())
                .as("a word that is not known")
                .isEqualTo(TradingStatus.HALTED);
        assertThat(listings.listed().get(1).instrument().filters().rawMaxNotional())
                .as("what fits, since price times quantity does not")
                .isEqualTo(9_223_372_036_800_000_000L);
    }

    @Test
    void anInverseContractOfOkxIsRead() {
        String body = """
                {"code":"0","msg":"","data":[
                 {"instType":"FUTURES","instId":"BTC-USD-250328","uly":"BTC-USD","ctVal":"100","ctMult":"1","ctValCcy":"USD","ctType":"inverse",
                  "settleCcy":"BTC","expTime":"1743148800000","tickSz":"0.1","lotSz":"1","minSz":"1","maxLmtSz":"1000000","maxMktSz":"","state":"live","instIdCode":7},
                 {"instType":"EVENTS","instId":"X-Y"},
                 {"instType":"SWAP","instId":"BTC-USD_UM-SWAP","instFamily":"BTC-USD_UM","ctVal":"1","ctMult":"1","ctValCcy":"BTC","ctType":"linear",
                  "settleCcy":"USDC","tickSz":"0.1","lotSz":"1","minSz":"1","state":"live"}]}
                """;
        Listings listings = OkxInstruments.read(body.getBytes(StandardCharsets.UTF_8));
        Instrument future = listings.listed().get(0).instrument();

        assertThat(future.multiplier()).isEqualByComparingTo(new BigDecimal(100));
        assertThat(future.isInverse()).isTrue();
        assertThat(EpochNanos.format(future.expiryNanos())).isEqualTo("2025-03-28T08:00:00Z");
        assertThat(listings.listed().get(0).code()).isEqualTo(7);
        assertThat(listings.refused()).extracting(Listings.Refused::symbol).containsExactly("X-Y", "BTC-USD_UM-SWAP");
    }

    @Test
    void anotherAnswerIsUnreadable() {
        assertThatThrownBy(() -> BinanceInstruments.spot("{\"code\":-1}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("symbols");
        assertThatThrownBy(() -> OkxInstruments.read("<html>".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Unreadable.class);
        assertThatThrownBy(() -> OkxInstruments.read("[".repeat(10_000).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Unreadable.class);
    }
}
