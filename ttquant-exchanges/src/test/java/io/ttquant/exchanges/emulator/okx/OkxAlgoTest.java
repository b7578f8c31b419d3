package io.ttquant.exchanges.emulator.okx;

import static io.ttquant.exchanges.emulator.exchange.Side.BUY;
import static io.ttquant.exchanges.emulator.exchange.Side.SELL;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.exchanges.emulator.server.Json;
import io.ttquant.exchanges.emulator.server.Line;
import io.ttquant.exchanges.emulator.server.Wire;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What outside clients ask of the front of OKX that our own requests do not: changes to algo orders, attached ones, closing, tiers. */
class OkxAlgoTest {
    private static final String PENDING = "/api/v5/trade/orders-algo-pending?ordType=";

    private final OkxFloor floor = new OkxFloor();
    private final ByHand alice = new ByHand(floor);

    @BeforeEach
    void connect() {
        floor.connect(Wire.simulated(floor::make, 7));
    }

    @AfterEach
    void end() {
        floor.exchange.assertConservation();
        floor.wire.close();
    }

    private JsonNode pending(String type) {
        return alice.get(PENDING + type).path("data");
    }

    private void open(String contracts) {
        floor.bob("BTC-USDT-SWAP", SELL, "30000", contracts);
        alice.done(
                "/api/v5/trade/order",
                "{'instId':'BTC-USDT-SWAP','tdMode':'cross','side':'buy','ordType':'market','sz':'" + contracts + "'}");
    }

    @Test
    void changesLevelsPricesAndSizeOfAPairAndKeepsItsId() {
        String id = alice.done(
                        "/api/v5/trade/order-algo",
                        "{'instId':'BTC-USDT-SWAP','tdMode':'cross','side':'sell','ordType':'oco','sz':'2','tpTriggerPx':'31000','tpOrdPx':'-1',"
                                + "'slTriggerPx':'29000','slOrdPx':'28900'}")
                .path("algoId")
                .asText();
        JsonNode answer = alice.done(
                "/api/v5/trade/amend-algos",
                "{'instId':'BTC-USDT-SWAP','algoId':'" + id
                        + "','newSz':'3','newTpTriggerPx':'31500','newSlOrdPx':'-1','reqId':'r1'}");
        assertThat(answer.path("algoId").asText()).isEqualTo(id);
        assertThat(answer.path("reqId").asText()).isEqualTo("r1");
        JsonNode pair = pending("oco").path(0);
        assertThat(pair.path("sz").asText()).isEqualTo("3");
        assertThat(pair.path("tpTriggerPx").asText()).isEqualTo("31500");
        assertThat(pair.path("tpOrdPx").asText()).isEqualTo("-1");
        assertThat(pair.path("slTriggerPx").asText()).isEqualTo("29000");
        assertThat(pair.path("slOrdPx").asText()).isEqualTo("-1");
    }

    @Test
    void showsATriggerOrderAsOneAndChangesIt() {
        String id = alice.done(
                        "/api/v5/trade/order-algo",
                        "{'instId':'BTC-USDT-SWAP','tdMode':'cross','side':'buy','ordType':'trigger','sz':'2','triggerPx':'31000','orderPx':'31010'}")
                .path("algoId")
                .asText();
        assertThat(pending("conditional")).isEmpty();
        assertThat(pending("trigger").path(0).path("triggerPx").asText()).isEqualTo("31000");
        alice.done(
                "/api/v5/trade/amend-algos",
                "{'instId':'BTC-USDT-SWAP','algoId':'" + id + "','newTriggerPx':'31100','newOrdPx':'-1'}");
        JsonNode changed = pending("trigger").path(0);
        assertThat(changed.path("triggerPx").asText()).isEqualTo("31100");
        assertThat(changed.path("ordPx").asText()).isEqualTo("-1");
        assertThat(changed.path("slTriggerPx").asText()).isEmpty();
    }

    @Test
    void refusesChangesToWhatTrailsOrIsGone() {
        String id = alice.done(
                        "/api/v5/trade/order-algo",
                        "{'instId':'BTC-USDT-SWAP','tdMode':'cross','side':'sell','ordType':'move_order_stop','sz':'2','callbackRatio':'0.01'}")
                .path("algoId")
                .asText();
        String change = "{'instId':'BTC-USDT-SWAP','algoId':'" + id + "','newSz':'1'}";
        assertThat(alice.post("/api/v5/trade/amend-algos", change)
                        .path("data")
                        .path(0)
                        .path("sCode")
                        .asText())
                .isEqualTo("51506");
        alice.done("/api/v5/trade/cancel-algos", "[{'instId':'BTC-USDT-SWAP','algoId':'" + id + "'}]");
        assertThat(alice.post("/api/v5/trade/amend-algos", change)
                        .path("data")
                        .path(0)
                        .path("sCode")
                        .asText())
                .isEqualTo("51503");
    }

    @Test
    void beginsAttachedOrdersOnceTheirOrderIsFilledCompletely() {
        String id = alice.done(
                        "/api/v5/trade/order",
                        "{'instId':'BTC-USDT-SWAP','tdMode':'cross','side':'buy','ordType':'limit','px':'30000','sz':'2','attachAlgoOrds':"
                                + "[{'attachAlgoClOrdId':'tp1','tpTriggerPx':'31000','tpOrdPx':'-1','slTriggerPx':'29000','slOrdPx':'-1'}]}")
                .path("ordId")
                .asText();
        JsonNode order = alice.get("/api/v5/trade/order?instId=BTC-USDT-SWAP&ordId=" + id)
                .path("data")
                .path(0);
        assertThat(order.path("attachAlgoOrds").path(0).path("slTriggerPx").asText())
                .isEqualTo("29000");
        floor.bob("BTC-USDT-SWAP", SELL, "30000", "1");
        floor.wire.pass(Duration.ofMillis(50));
        assertThat(pending("oco")).as("filled in part only").isEmpty();
        floor.bob("BTC-USDT-SWAP", SELL, "30000", "1");
        floor.wire.pass(Duration.ofMillis(50));
        JsonNode begun = pending("oco").path(0);
        assertThat(begun.path("algoClOrdId").asText()).isEqualTo("tp1");
        assertThat(begun.path("side").asText()).isEqualTo("sell");
        assertThat(begun.path("sz").asText()).isEqualTo("2");
    }

    @Test
    void forgetsAttachedOrdersOfAnOrderThatEndsOtherwise() {
        alice.done(
                "/api/v5/trade/order",
                "{'instId':'BTC-USDT','tdMode':'cash','side':'buy','ordType':'limit','px':'30000','sz':'1','clOrdId':'m1',"
                        + "'attachAlgoOrds':[{'slTriggerPx':'29000','slOrdPx':'-1'}]}");
        floor.bob("BTC-USDT", SELL, "30000", "0.5");
        alice.done("/api/v5/trade/cancel-order", "{'instId':'BTC-USDT','clOrdId':'m1'}");
        floor.wire.pass(Duration.ofMillis(50));
        assertThat(pending("conditional")).isEmpty();
    }

    @Test
    void refusesTheWholeOrderIfWhatIsAttachedCannotBe() {
        JsonNode answer = alice.post(
                "/api/v5/trade/order",
                "{'instId':'BTC-USDT','tdMode':'cash','side':'buy','ordType':'limit','px':'30000','sz':'1','attachAlgoOrds':[{'slTriggerPx':'x'}]}");
        assertThat(answer.path("data").path(0).path("sCode").asText()).isEqualTo("51000");
        assertThat(alice.get("/api/v5/trade/orders-pending").path("data")).isEmpty();
    }

    @Test
    void closesAWholePositionAndWhatStandsInItsWayOnlyIfAsked() {
        String close = "{'instId':'BTC-USDT-SWAP','mgnMode':'cross'";
        assertThat(alice.post("/api/v5/trade/close-position", close + "}")
                        .path("code")
                        .asText())
                .isEqualTo("51023");
        open("5");
        alice.done(
                "/api/v5/trade/order",
                "{'instId':'BTC-USDT-SWAP','tdMode':'cross','side':'sell','ordType':'limit','px':'31000','sz':'5','reduceOnly':true}");
        assertThat(alice.post("/api/v5/trade/close-position", close + "}")
                        .path("code")
                        .asText())
                .isEqualTo("51112");
        floor.bob("BTC-USDT-SWAP", BUY, "29990", "9");
        alice.done("/api/v5/trade/close-position", close + ",'autoCxl':true}");
        assertThat(alice.get("/api/v5/trade/orders-pending").path("data")).isEmpty();
        assertThat(alice.get("/api/v5/account/positions?instId=BTC-USDT-SWAP")
                        .path("data")
                        .path(0)
                        .path("pos")
                        .asText("0"))
                .isEqualTo("0");
    }

    @Test
    void tellsTheOneTierOfAContract() {
        JsonNode tier = alice.get("/api/v5/public/position-tiers?instType=SWAP&tdMode=cross&instFamily=BTC-USDT")
                .path("data")
                .path(0);
        assertThat(tier.path("maxLever").asText()).isEqualTo("125");
        assertThat(tier.path("imr").asText()).isEqualTo("0.008");
        assertThat(tier.path("mmr").asText()).isEqualTo("0.004");
        assertThat(alice.get("/api/v5/public/position-tiers?instType=SWAP&tdMode=cross")
                        .path("code")
                        .asText())
                .isEqualTo("50014");
    }

    @Test
    void knowsAChannelInWhateverOrderItsArgumentSaysIt() {
        var line = floor.open("public");
        OkxFloor.subscribe(line, "\"instId\":\"BTC-USDT\",\"instType\":\"SPOT\",\"channel\":\"trades\"");
        floor.bob("BTC-USDT", SELL, "30000", "1");
        alice.done(
                "/api/v5/trade/order",
                "{'instId':'BTC-USDT','tdMode':'cash','side':'buy','ordType':'limit','px':'30000','sz':'1'}");
        assertThat(line.next("\"tradeId\"")).contains("\"px\":\"30000\"");
    }

    @Test
    void tellsCurrenciesAnEmptyFundingAccountAndTheRiskOfPositions() {
        assertThat(alice.get("/api/v5/asset/currencies?ccy=BTC").path("data")).hasSize(1);
        assertThat(alice.get("/api/v5/asset/balances").path("data")).isEmpty();
        open("5");
        JsonNode risk =
                alice.get("/api/v5/account/account-position-risk").path("data").path(0);
        assertThat(risk.path("posData").path(0).path("pos").asText()).isEqualTo("5");
        assertThat(risk.path("balData")).hasSize(2);
    }

    private String algo(String type, String more) {
        return alice.done(
                        "/api/v5/trade/order-algo",
                        "{'instId':'BTC-USDT-SWAP','tdMode':'cross','side':'sell','ordType':'" + type + "','sz':'2',"
                                + more + "}")
                .path("algoId")
                .asText();
    }

    @Test
    void tellsTrailingStopsOnTheAdvancedChannelAloneAndAtItsBeginning() {
        String before = algo("move_order_stop", "'callbackRatio':'0.01'");
        String stop = algo("conditional", "'slTriggerPx':'29000','slOrdPx':'-1'");
        Line line = floor.open("business");
        OkxFloor.subscribe(line, "\"channel\":\"orders-algo\",\"instType\":\"ANY\"");
        OkxFloor.subscribe(line, "\"channel\":\"algo-advance\",\"instType\":\"ANY\"");
        String trailing = algo("move_order_stop", "'callbackRatio':'0.02'");
        alice.done("/api/v5/trade/cancel-algos", "[{'instId':'BTC-USDT-SWAP','algoId':'" + stop + "'}]");
        floor.wire.pass(Duration.ofSeconds(1));
        List<JsonNode> told = line.rest().stream().map(Json::parse).toList();
        assertThat(told)
                .extracting(m -> m.path("arg").path("channel").asText() + " "
                        + m.path("data").path(0).path("algoId").asText())
                .containsExactly("algo-advance " + before, "algo-advance " + trailing, "orders-algo " + stop);
        JsonNode advanced = told.get(1).path("data").path(0);
        assertThat(advanced.has("uTime")).isFalse();
        assertThat(advanced.path("pTime").asLong()).isPositive();
        assertThat(advanced.path("ordType").asText()).isEqualTo("move_order_stop");
        assertThat(told.get(2).path("data").path(0).path("uTime").asLong()).isPositive();
    }
}
