package io.ttquant.exchanges.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.exchanges.binance.BinanceAccounts;
import io.ttquant.exchanges.binance.BinanceMarkets;
import io.ttquant.exchanges.binance.BinanceOrders;
import io.ttquant.exchanges.okx.OkxAccounts;
import io.ttquant.exchanges.okx.OkxInstruments;
import io.ttquant.exchanges.okx.OkxMarkets;
import io.ttquant.exchanges.okx.OkxOrders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that say less than they must: never read as flat, empty, unfilled, or as the other side. */
class DamagedAnswersTest {
    private static JsonNode json(String text) {
        return Json.read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static void assertUnreadable(Function<JsonNode, ?> reader, String answer) {
        assertThatThrownBy(() -> reader.apply(json(answer)))
                .as(answer)
                .isInstanceOf(Unreadable.class)
                .message()
                .isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'code':-1000}", "null", "'x'", "{'data':null}"})
    void whatIsNoListIsNotAnEmptyOne(String answer) {
        assertUnreadable(OkxAccounts::positions, answer);
        assertUnreadable(OkxAccounts::balances, answer);
        assertUnreadable(OkxOrders::orders, answer);
        assertUnreadable(OkxOrders::fills, answer);
        assertUnreadable(d -> OkxAccounts.positions(d.path("data")), answer);
        assertUnreadable(BinanceAccounts::positions, answer);
        assertUnreadable(BinanceAccounts::balances, answer);
        assertUnreadable(BinanceOrders::orders, answer);
        assertUnreadable(BinanceOrders::fills, answer);
        assertUnreadable(OkxMarkets::candles, answer);
        assertUnreadable(OkxMarkets::trades, answer);
        assertUnreadable(BinanceMarkets::klines, answer);
        assertUnreadable(BinanceMarkets::trades, answer);
    }

    @Test
    void aPositionOrBalanceWithoutItsNumberIsNotZero() {
        assertUnreadable(OkxAccounts::positions, "[{'instId':'BTC-USDT-SWAP','posSide':'net'}]");
        assertUnreadable(OkxAccounts::positions, "[{'instId':'BTC-USDT-SWAP','posSide':'net','pos':''}]");
        assertUnreadable(OkxAccounts::positions, "[{'instId':'BTC-USDT-SWAP','posSide':'sideways','pos':'1'}]");
        assertUnreadable(OkxAccounts::balances, "[]");
        assertUnreadable(OkxAccounts::balances, "[{'totalEq':'5'}]");
        assertUnreadable(OkxAccounts::balances, "[{'details':[{'ccy':'BTC','availBal':'1'}]}]");
        assertUnreadable(BinanceAccounts::balances, "{'balances':{}}");
        assertThat(OkxAccounts.balances(json("[{'details':[]}]"))).isEmpty();
        assertThat(BinanceAccounts.positions(json("[]"))).isEmpty();
    }

    @Test
    void anOrderThatEndedTellsWhatWasFilled() {
        String okx = "[{'instId':'X','ordId':'1','side':'buy','sz':'2','state':'canceled'";
        assertUnreadable(OkxOrders::orders, okx + "}]");
        assertUnreadable(OkxOrders::orders, okx + ",'accFillSz':''}]");
        assertUnreadable(OkxOrders::orders, okx + ",'algoId':''}]");
        assertThat(OkxOrders.orders(json(okx + ",'accFillSz':'0'}]"))).hasSize(1);
        assertUnreadable(
                BinanceOrders::orders, "[{'symbol':'X','orderId':1,'side':'BUY','origQty':'2','status':'FILLED'}]");
        assertUnreadable(BinanceOrders::orders, "[{'symbol':'X','orderId':1,'origQty':'2','status':'NEW'}]");
    }

    /** Its actual size and price are those of the order that came of it, which may rest. */
    @Test
    void aConditionalOrderThatWasTriggeredIsNotFilledByThat() {
        VenueOrder order = OkxOrders.orders(
                        json(
                                "[{'instId':'X','algoId':'1','ordId':'9','side':'sell','sz':'2','state':'effective','actualSz':'2','actualPx':'100'}]"))
                .get(0);

        assertThat(order.filled()).isZero();
        assertThat(order.averagePrice()).isNull();
        assertThat(order.childId()).isEqualTo("9");
    }

    @Test
    void aFillWithoutItsSideIsNone() {
        String binance = "[{'symbol':'X','orderId':1,'price':'5','qty':'2','time':1700000000123";
        assertUnreadable(BinanceOrders::fills, binance + ",'id':7}]");
        assertThat(BinanceOrders.fills(json(binance + ",'id':7,'isBuyer':false}]")))
                .hasSize(1);
        String okx = "[{'instId':'X','tradeId':'','ordId':'1','fillPx':'5','fillSz':'2'";
        assertUnreadable(OkxOrders::fills, okx + "}]");
        assertThat(OkxOrders.fills(json(okx + ",'side':'buy'}]")).get(0).tradeId())
                .as("one of ours")
                .isNegative();
    }

    /**
     * Row A14 of the catalogue of failures: one row without an id must not cost the page, and is the same fill each
     * time.
     */
    @ParameterizedTest
    @ValueSource(strings = {"", ",'id':null", ",'id':''", ",'id':-1"})
    void aFillOfBinanceWithoutItsIdGetsOneThatIsTheSameEachTime(String id) {
        String row = "{'symbol':'X','orderId':1,'price':'5','qty':'2','time':1700000000123,'isBuyer':true%s}";
        List<VenueFill> page = BinanceOrders.fills(
                json("[" + row.formatted(",'id':7") + "," + row.formatted(id) + "," + row.formatted(",'id':9") + "]"));
        assertThat(page).extracting(VenueFill::isIdMadeUp).containsExactly(false, true, false);
        assertThat(page).extracting(VenueFill::cursor).containsExactly(7L, -1L, 9L);
        VenueFill made = page.get(1);
        String other = row.formatted(id).replace("'5'", "'5.000'").replace("'2'", "'2.0'");
        assertThat(BinanceOrders.fills(json("[" + other + "]")).get(0).tradeId())
                .isEqualTo(made.tradeId());
        for (String change : List.of("'5'>'5.1'", "'2'>'3'", "123>124", "'orderId':1>'orderId':2")) {
            String[] parts = change.split(">");
            String changed = row.formatted(id).replace(parts[0], parts[1]);
            assertThat(BinanceOrders.fills(json("[" + changed + "]")).get(0).tradeId())
                    .as(change)
                    .isNegative()
                    .isNotEqualTo(made.tradeId());
        }
    }

    @Test
    void aBookWithoutASideInItIsNotAnEmptyOne() {
        assertUnreadable(OkxMarkets::book, "[{'asks':[],'seqId':1}]");
        assertUnreadable(BinanceMarkets::book, "{'lastUpdateId':1,'bids':[]}");
    }

    @Test
    void settingsAndClocksAreToldNotSupposed() {
        assertUnreadable(BinanceAccounts::positionMode, "{}");
        assertUnreadable(BinanceMarkets::serverTime, "{}");
        assertUnreadable(OkxMarkets::serverTime, "[]");
        assertUnreadable(data -> OkxAccounts.fees(data, "USDT"), "[{'instType':'SPOT'}]");
    }

    @Test
    void anErrorIsNoListOfInstruments() {
        byte[] error =
                "{\"code\":\"50011\",\"msg\":\"Too Many Requests\",\"data\":[]}".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> OkxInstruments.read(error))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("50011");
    }
}
