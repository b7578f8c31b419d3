package io.ttquant.exchanges.okx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.exchanges.json.JsonException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OkxAccountDecoderTest {
    private final AccountLog log = new AccountLog();
    private final AccountLog plain = new AccountLog();
    private final OkxAccountDecoder decoder = new OkxAccountDecoder(log);

    private OkxFrame decode(String json) {
        byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        OkxFrame kind = decoder.decode(bytes, 0, bytes.length);
        PlainOkxAccount.decode(bytes, plain);
        assertThat(log.all).isEqualTo(plain.all);
        return kind;
    }

    @Test
    void anOrderIsReadInAnyOrderWithUnknownFields() {
        decode(
                "{'data':[{'new':{'state':'x'},'state':'frozen','tradeId':'7','fillSz':'0.5','fillPx':'10','fillFee':'-0.01','fillFeeCcy':'USDT','side':'sell',"
                        + "'ordId':'9223372036854775808','instId':'AB-USDT','reduceOnly':'true','fillTime':'1700000000123','px':'','accFillSz':'1.5'}],"
                        + "'extra':[[{}]],'arg':{'uid':'1','instType':'SPOT','channel':'orders'}}");
        OkxOrderUpdate update = (OkxOrderUpdate) log.all.get(0);

        assertThat(update.isFill()).isTrue();
        assertThat(update.orderId()).isEqualTo("9223372036854775808");
        assertThat(update.state().value()).isEqualTo(OkxOrderState.UNKNOWN);
        assertThat(update.state().text()).isEqualTo("frozen");
        assertThat(update.price()).isNull();
        assertThat(update.fillFee()).isEqualTo("-0.01");
        assertThat(update.isReduceOnly()).isTrue();
        assertThat(update.tsFill()).isEqualTo(1_700_000_000_123_000_000L);
    }

    @Test
    void balancesAndPositionsComeTogether() {
        decode(
                "{'arg':{'channel':'balance_and_position','uid':'7'},'data':[{'pTime':'1597026383085','eventType':'filled','balData':[{'ccy':'BTC','cashBal':'1',"
                        + "'uTime':'1597026383085'}],'posData':[{'posId':'1','tradeId':'2','instId':'BTC-USD-191018','instType':'FUTURES','mgnMode':'cross',"
                        + "'posSide':'long','pos':'10','ccy':'BTC','posCcy':'','avgPx':'3320','uTime':'1597026383085'}],'trades':[{'instId':'x','tradeId':'2'}]}]}");

        assertThat(log.all).hasSize(3);
        assertThat(log.all.get(0)).isEqualTo(new OkxNews("filled", 0, true, 1_597_026_383_085_000_000L));
        assertThat(((OkxBalance) log.all.get(1)).cash()).isEqualTo(BigDecimal.ONE);
        assertThat(((OkxPosition) log.all.get(2)).quantity()).isEqualTo("10");
    }

    @Test
    void snapshotsComeInPages() {
        decode(
                "{'arg':{'channel':'positions','instType':'ANY'},'eventType':'snapshot','curPage':1,'lastPage':false,'data':[]}");
        assertThat(log.all).containsExactly(new OkxNews("snapshot", 1, false, 0));
    }

    @Test
    void conditionalOrdersAndFills() {
        decode(
                "{'arg':{'channel':'orders-algo','instType':'SWAP'},'data':[{'algoId':'5','algoClOrdId':'mine','state':'effective','side':'buy','ordId':'6',"
                        + "'ordType':'trigger','triggerPx':'10','ordPx':'-1','sz':'2','instId':'A-B-SWAP','cTime':'1597026383085'}]}");
        decode(
                "{'arg':{'channel':'fills'},'data':[{'instId':'A-B','fillSz':'1','fillPx':'2','side':'buy','ts':'1597026383085','ordId':'1','tradeId':'3','execType':'T'}]}");

        assertThat(((OkxAlgoUpdate) log.all.get(0)).state().value()).isEqualTo(OkxAlgoState.EFFECTIVE);
        assertThat(((OkxFill) log.all.get(1)).tradeId()).isEqualTo("3");
    }

    @Test
    void anItemsOwnCodeDecides() {
        decode(
                "{'id':'7','op':'batch-orders','code':'2','msg':'','data':[{'ordId':'1','clOrdId':'a','sCode':'0','sMsg':'Order placed'},"
                        + "{'ordId':'','clOrdId':'b','sCode':'51008_1000','sMsg':'no funds'}],'inTime':'1695190491421339','outTime':'1695190491423240'}");
        OkxAnswer answer = decoder.answer();

        assertThat(answer.items()).extracting(OkxAnswer.Item::isDone).containsExactly(true, false);
        assertThat(answer.items().get(1).code()).isEqualTo("51008_1000");
        assertThat(answer.tsOut()).isEqualTo(1_695_190_491_423_240_000L);
    }

    @Test
    void anAnswerWithoutItemsHasTheCodeOfTheWhole() {
        byte[] body = "{\"code\":\"50011\",\"msg\":\"Too many\",\"data\":[]}".getBytes(StandardCharsets.UTF_8);
        OkxAnswer answer = decoder.decodeAnswer(body, 0, body.length);
        assertThat(answer.code()).isEqualTo("50011");
        assertThat(answer.items()).isEmpty();
    }

    @Test
    void aBrokenFrameChangesNothing() {
        String whole =
                "{'arg':{'channel':'orders'},'data':[{'ordId':'1','state':'live'},{'ordId':'2','state':'live'}]}";
        for (int length = 0; length < whole.length(); length++) {
            String part = whole.substring(0, length);
            assertThatThrownBy(() -> decode(part)).isInstanceOf(JsonException.class);
        }
        assertThatThrownBy(() -> decode("{'arg':{'channel':'orders'},'data':[{'ordId':'1'},{'ordId':'2','sz':'abc'}]}"))
                .isInstanceOf(JsonException.class);
        assertThat(log.all).isEmpty();
    }

    @Test
    void whatIsMissingIsNoZero() {
        refuses("orders", "'ordId':'1','state':'filled'", "'accFillSz'");
        refuses("orders", "'ordId':'1','state':'live','tradeId':'7','accFillSz':'1','fillPx':'1'", "'fillSz'");
        refuses(
                "orders",
                "'ordId':'1','state':'live','tradeId':'7','accFillSz':'1','fillSz':'1','fillPx':''",
                "'fillPx'");
        refuses("fills", "'tradeId':'7','fillPx':'1'", "'fillSz'");
        refuses("positions", "'instId':'A-B-SWAP','pos':''", "'pos'");
        refuses("balance_and_position", "'posData':[{'instId':'A-B-SWAP'}]", "'pos'");
        assertThat(log.all).isEmpty();
    }

    private void refuses(String channel, String item, String field) {
        assertThatThrownBy(() -> decode("{'arg':{'channel':'" + channel + "'},'data':[{" + item + "}]}"))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining(field);
    }
}
