package io.ttquant.exchanges.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.exchanges.json.JsonException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BinanceUserDecoderTest {
    private final UserLog log = new UserLog();
    private final BinanceUserDecoder decoder = new BinanceUserDecoder(log);

    private BinanceFrame decode(String json) {
        byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return decoder.decode(bytes, 0, bytes.length);
    }

    @Test
    void aSpotFillIsReadInAnyOrderWithUnknownFields() {
        BinanceFrame kind = decode(
                "{'event':{'new':{'x':[1]},'X':'PARTIALLY_FILLED','x':'TRADE','t':77,'l':'0.5','L':'10.25','n':'0.001',"
                        + "'N':'BNB','m':true,'s':'ABCUSDT','i':9007199254740993,'c':'mine','C':'','S':'SELL','o':'LIMIT','f':'GTC','q':'2','p':'10.2',"
                        + "'z':'1.5','Z':'15.3','T':1700000000123,'E':1700000000124,'O':1700000000000,'e':'executionReport'},'subscriptionId':3}");

        assertThat(kind).isEqualTo(BinanceFrame.USER);
        BinanceOrderUpdate fill = (BinanceOrderUpdate) log.all.get(0);
        assertThat(fill.isFill()).isTrue();
        assertThat(fill.orderId()).isEqualTo(9_007_199_254_740_993L);
        assertThat(fill.lastPrice()).isEqualTo("10.25");
        assertThat(fill.side().value()).isEqualTo(BinanceSide.SELL);
        assertThat(fill.state().is(BinanceOrderState.PARTIALLY_FILLED)).isTrue();
        assertThat(fill.tsTransaction()).isEqualTo(1_700_000_000_123_000_000L);
    }

    @Test
    void unknownWordsAreKept() {
        decode("{'e':'executionReport','i':1,'X':'FROZEN','x':'THAWED','S':'HOLD'}");
        BinanceOrderUpdate update = (BinanceOrderUpdate) log.all.get(0);

        assertThat(update.state().value()).isEqualTo(BinanceOrderState.UNKNOWN);
        assertThat(update.state().text()).isEqualTo("FROZEN");
        assertThat(update.execution().text()).isEqualTo("THAWED");
        assertThat(update.side().text()).isEqualTo("HOLD");
        assertThat(update.tradeId()).isEqualTo(-1);
    }

    @Test
    void newKindsOfEventsArePassedOnByName() {
        assertThat(decode("{'e':'SOMETHING_NEW','E':1700000000124}")).isEqualTo(BinanceFrame.USER);
        assertThat(log.all).containsExactly("SOMETHING_NEW 1700000000124000000");
    }

    @Test
    void aConditionalOrderTellsItsChild() {
        decode(
                "{'e':'ALGO_UPDATE','T':1750515742297,'E':1750515742303,'o':{'caid':'mine','aid':8886774,'at':'CONDITIONAL','o':'TAKE_PROFIT','s':'ABCUSDT',"
                        + "'S':'SELL','ps':'BOTH','f':'GTC','q':'0.01','X':'TRIGGERED','ai':'17','act':'LIMIT','ap':'0.00000','aq':'0.00000','tp':'750','p':'750',"
                        + "'R':true,'cp':false,'rm':''}}");
        BinanceAlgoUpdate update = (BinanceAlgoUpdate) log.all.get(0);

        assertThat(update.state().value()).isEqualTo(BinanceAlgoState.TRIGGERED);
        assertThat(update.childId()).isEqualTo("17");
        assertThat(update.clientId()).isEqualTo("mine");
        assertThat(update.isReduceOnly()).isTrue();
    }

    @Test
    void theEndOfAStreamIsSeen() {
        decode("{'subscriptionId':10,'event':{'e':'eventStreamTerminated','E':1728973001334}}");
        decode("{'e':'listenKeyExpired','E':'1736996475556','listenKey':'x'}");
        assertThat(log.all).containsExactly("ended 1728973001334000000", "ended 1736996475556000000");
    }

    @Test
    void answersAreTold() {
        assertThat(decode("{'id':'a1','status':400,'error':{'code':-2010,'msg':'no'},'rateLimits':[]}"))
                .isEqualTo(BinanceFrame.ANSWER);
        assertThat(decoder.answer()).isEqualTo(new BinanceAnswer("a1", 400, -2010, "no"));
        assertThat(decode("{'result':null,'id':7}")).isEqualTo(BinanceFrame.ANSWER);
        assertThat(decoder.answer()).isEqualTo(new BinanceAnswer("7", 200, 0, ""));
        assertThat(decode("{'code':0,'msg':'Unknown property','id':'x'}")).isEqualTo(BinanceFrame.ANSWER);
        assertThat(decode("{'id':5,'status':503}")).isEqualTo(BinanceFrame.ANSWER);
        assertThat(decoder.answer().isError()).isTrue();
    }

    @Test
    void aBrokenFrameChangesNothing() {
        String whole = "{'e':'executionReport','i':1,'X':'NEW','x':'NEW','S':'BUY'}";
        for (int length = 0; length < whole.length(); length++) {
            String part = whole.substring(0, length);
            assertThatThrownBy(() -> decode(part)).isInstanceOf(JsonException.class);
        }
        assertThat(log.all).isEmpty();
        assertThatThrownBy(() -> decode("{'e':'executionReport','X':'NEW'}")).hasMessageContaining("'i' is missing");
    }

    @Test
    void whatIsMissingIsNoZero() {
        refuses("{'e':'executionReport','i':1,'X':'FILLED','x':'TRADE','t':7,'L':'1','z':'1'}", "'l'");
        refuses("{'e':'ORDER_TRADE_UPDATE','o':{'i':1,'x':'TRADE','t':7,'l':'1','L':'1','z':''}}", "'z'");
        refuses("{'e':'ORDER_TRADE_UPDATE','o':{'i':1,'x':'CALCULATED','t':7,'l':'1','z':'1'}}", "'L'");
        refuses("{'e':'TRADE_LITE','i':1,'t':7,'L':'1'}", "'l'");
        refuses("{'e':'ACCOUNT_UPDATE','a':{'P':[{'s':'ABCUSDT','ps':'BOTH'}]}}", "'pa'");
        refuses("{'e':'ACCOUNT_UPDATE','a':{'B':[{'a':'USDT','wb':null,'cw':'1'}]}}", "'wb'");
        refuses("{'e':'outboundAccountPosition','B':[{'a':'BTC','f':'1'}]}", "'l'");
        refuses("{'e':'balanceUpdate','a':'BTC'}", "'d'");
        assertThat(log.all).isEmpty();
    }

    @Test
    void aTradeWithoutItsIdIsAFillAllTheSame() {
        for (String id : new String[] {"", ",'t':null", ",'t':''", ",'t':-1"}) {
            log.all.clear();
            decode("{'e':'executionReport','i':1,'X':'FILLED','x':'TRADE','l':'1','L':'1','z':'1'" + id + "}");
            decode("{'e':'ORDER_TRADE_UPDATE','o':{'i':1,'X':'FILLED','x':'TRADE','l':'1','L':'1','z':'1'" + id + "}}");
            assertThat(log.all).hasSize(2).allSatisfy(news -> {
                assertThat(((BinanceOrderUpdate) news).isFill()).as(id).isTrue();
                assertThat(((BinanceOrderUpdate) news).tradeId()).as(id).isEqualTo(-1);
            });
        }
        log.all.clear();
        decode("{'e':'executionReport','i':1,'X':'CANCELED','x':'CANCELED','l':'0','L':'0','z':'1','t':-1}");
        decode("{'e':'executionReport','i':1,'X':'NEW','x':'NEW','l':'1','L':'1','z':'0'}");
        assertThat(log.all).noneMatch(news -> ((BinanceOrderUpdate) news).isFill());
    }

    @Test
    void theFirstTradeOfAMarketOfSpotHasTheIdZeroAndOnFuturesThatIsNone() {
        decode("{'e':'executionReport','i':1,'X':'FILLED','x':'TRADE','l':'1','L':'1','z':'1','t':0}");
        decode(
                "{'e':'ORDER_TRADE_UPDATE','o':{'i':1,'ps':'BOTH','X':'FILLED','x':'TRADE','l':'1','L':'1','z':'1','t':0}}");
        assertThat(log.all)
                .extracting(news -> ((BinanceOrderUpdate) news).isFill())
                .containsExactly(true, true);
        assertThat(log.all)
                .extracting(news -> ((BinanceOrderUpdate) news).hasTradeId())
                .containsExactly(true, false);
        log.all.clear();
        decode("{'e':'executionReport','i':1,'X':'NEW','x':'NEW','l':'0','L':'0','z':'0','t':0}");
        decode("{'e':'ORDER_TRADE_UPDATE','o':{'i':1,'ps':'BOTH','X':'NEW','x':'NEW','l':'0','L':'0','z':'0','t':0}}");
        decode("{'e':'executionReport','i':1,'X':'NEW','x':'NEW','l':'1','L':'1','z':'0','t':0}");
        assertThat(log.all).noneMatch(news -> ((BinanceOrderUpdate) news).isFill());
    }

    private void refuses(String json, String field) {
        assertThatThrownBy(() -> decode(json)).isInstanceOf(JsonException.class).hasMessageContaining(field);
    }
}
