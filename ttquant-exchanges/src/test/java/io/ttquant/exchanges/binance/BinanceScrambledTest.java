package io.ttquant.exchanges.binance;

import io.ttquant.exchanges.feed.ScrambledMessages;
import io.ttquant.exchanges.feed.SinkLog;
import io.ttquant.exchanges.feed.SymbolFeed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Messages with random figures, order, white space, escapes and unknown content decode as the plain way does. */
class BinanceScrambledTest {
    private static final long NOW = 1_600_000_000_000_000_000L;
    private static final String[] BARS = {"1m", "1h"};
    private static final List<String> MARKET = List.of(
            "{'e':'trade','E':'#t','s':'ABCUSDT','t':'#i','p':'#p','q':'#q','T':'#t','m':true,'M':true}",
            "{'stream':'abcusdt@trade','data':{'e':'trade','E':'#t','T':'#t','s':'ABCUSDT','t':'#i','p':'#p','q':'#q','X':'#w MARKET|INSURANCE_FUND|NA','m':false}}",
            "{'stream':'abcusdt@aggTrade','data':{'e':'aggTrade','E':'#t','s':'ABCUSDT','a':'#i','p':'#p','q':'#q','f':1,'l':2,'T':'#t','m':true,'nq':'1'}}",
            "{'u':'#i','s':'ABCUSDT','b':'#0','B':'#0','a':'#0','A':'#0'}",
            "{'stream':'abcusdt@bookTicker','data':{'e':'bookTicker','u':'#i','s':'ABCUSDT','b':'#p','B':'#q','a':'#p','A':'#q','T':'#t','E':'#t','st':1}}",
            "{'stream':'abcusdt@depth@100ms','data':{'e':'depthUpdate','E':'#t','s':'ABCUSDT','U':'#i','u':'#i','b':'#l','a':'#l'}}",
            "{'e':'depthUpdate','E':'#t','T':'#t','s':'ABCUSDT','U':'#i','u':'#i','pu':'#i','b':'#l','a':'#l'}",
            "{'stream':'abcusdt@depth20@100ms','data':{'e':'depthUpdate','E':'#t','T':'#t','s':'ABCUSDT','U':'#i','u':'#i','pu':'#i','b':'#l','a':'#l'}}",
            "{'stream':'abcusdt@depth5','data':{'lastUpdateId':'#i','bids':'#l','asks':'#l'}}",
            "{'e':'kline','E':'#t','s':'ABCUSDT','k':{'t':'#t','T':'#t','s':'ABCUSDT','i':'#w 1m|1h|5m','o':'#p','c':'#p','h':'#p','l':'#p','v':'#q','x':true}}",
            "{'stream':'abcusdt@markPrice@1s','data':{'e':'markPriceUpdate','E':'#t','s':'ABCUSDT','p':'#p','i':'#p','P':'#p','r':'#w 0.0001|-0.00012345|','T':'#t'}}",
            "[{'e':'markPriceUpdate','E':'#t','s':'ABCUSDT','p':'#p','i':'#p','r':'0.1','T':'#t'},{'e':'24hrMiniTicker','s':'ABCUSDT'},"
                    + "{'e':'markPriceUpdate','E':'#t','s':'ABCUSDT','p':'#p','i':'#p','r':'0.1','T':0}]",
            "{'e':'24hrTicker','E':'#t','s':'ABCUSDT','p':'-1','b':'#p','B':'#q','a':'#p','A':'#q','c':'#p'}",
            "{'e':'trade','E':'#t','s':'ABCUSDT','t':'#i','p':'#p','q':'#q','T':null,'m':true}",
            "{'stream':'abcusdt@depth@100ms','data':{'e':'depthUpdate','E':null,'T':'','s':'ABCUSDT','U':'#i','u':'#i','b':'#l','a':'#l'}}",
            "{'e':'bookTicker','u':'#i','s':'ABCUSDT','b':'#p','B':'#q','a':'#p','A':'#q','T':0,'E':''}",
            "{'e':'markPriceUpdate','E':null,'s':'ABCUSDT','p':'#p','i':'#p','r':'0.1','T':null}",
            "{'e':'trade','E':'#t','s':'OTHER','t':'#i','p':'#p','q':'#q','T':'#t','m':true}",
            "{'result':null,'id':'#i'}");
    private static final List<String> USER = List.of(
            "{'subscriptionId':0,'event':{'e':'executionReport','E':'#t','s':'ABCUSDT','c':'mine','S':'#w BUY|SELL|HOLD','o':'LIMIT','f':'GTC','q':'#q','p':'#p',"
                    + "'P':'#0','g':-1,'C':'#w |theirs','x':'#w NEW|TRADE|CANCELED|THAWED','X':'#w NEW|FILLED|FROZEN','r':'NONE','i':'#i','l':'#0','z':'#0','L':'#0',"
                    + "'n':'#0','N':null,'T':'#t','t':'#i','w':true,'m':false,'O':'#t','Z':'#0','Q':'#0','eR':'#w |7'}}",
            "{'stream':'key','data':{'e':'ORDER_TRADE_UPDATE','T':'#t','E':'#t','o':{'s':'ABCUSDT','c':'mine','S':'#w BUY|SELL','o':'LIMIT','f':'GTX','q':'#q','p':'#p',"
                    + "'ap':'#0','sp':'#0','x':'#w TRADE|CALCULATED|AMENDMENT|X','X':'#w FILLED|EXPIRED_IN_MATCH|X','i':'#i','l':'#0','z':'#0','L':'#0','N':'USDT','n':'#0',"
                    + "'T':'#t','t':'#i','m':true,'R':true,'ot':'LIMIT','ps':'BOTH','cp':false,'rp':'-0.5','er':'0'}}}",
            "{'e':'executionReport','E':'#t','s':'ABCUSDT','S':'BUY','x':'TRADE','X':'FILLED','i':'#i','l':'#q','z':'#0','L':'#p','T':'#t','t':null}",
            "{'e':'TRADE_LITE','E':'#t','s':'ABCUSDT','S':'SELL','i':'#i','l':'#q','L':'#p'}",
            "{'e':'TRADE_LITE','E':'#t','T':'#t','s':'ABCUSDT','c':'mine','S':'SELL','q':'#q','p':'#p','i':'#i','l':'#q','L':'#p','t':'#i','m':false}",
            "{'e':'ACCOUNT_UPDATE','T':'#t','E':'#t','a':{'m':'#w ORDER|FUNDING_FEE','B':[{'a':'USDT','wb':'#0','cw':'#0','bc':'-1.5'}],'P':[{'s':'ABCUSDT','pa':'-2','ep':'#p',"
                    + "'bep':'#p','cr':'0','up':'-0.1','mt':'cross','iw':'0','ps':'BOTH'},{'s':'X','pa':'#q'}]}}",
            "{'e':'outboundAccountPosition','E':'#t','u':'#t','B':[{'a':'ETH','f':'#0','l':'#0'},{'a':'币安','f':'#0','l':'#0'}]}",
            "{'e':'balanceUpdate','E':'#t','a':'BTC','d':'-100.00000000','T':'#t'}",
            "{'e':'listStatus','E':'#t','s':'ABCUSDT','g':2,'c':'OCO','l':'EXEC_STARTED','L':'EXECUTING','r':'NONE','C':'list','T':'#t','O':[{'s':'ABCUSDT','i':'#i','c':'a'}]}",
            "{'e':'ALGO_UPDATE','T':'#t','E':'#t','o':{'caid':'mine','aid':'#i','at':'CONDITIONAL','o':'STOP','s':'ABCUSDT','S':'BUY','ps':'BOTH','f':'GTC','q':'#q',"
                    + "'X':'#w NEW|TRIGGERED|MELTED','ai':'','ap':'#0','aq':'#0','act':'','tp':'#p','p':'#p','R':false,'cp':true,'rm':'why'}}",
            "{'e':'listenKeyExpired','E':'#T','listenKey':'x'}",
            "{'e':'MARGIN_CALL','E':'#t','cw':'3','p':[]}");

    @Test
    void market() {
        List<String> fast = new ArrayList<>();
        List<String> plain = new ArrayList<>();
        BinanceMarketDecoder decoder = new BinanceMarketDecoder();
        decoder.feed("ABCUSDT", new SinkLog("ABCUSDT", 8, 8, fast).feed(BARS));
        SymbolFeed feed = new SinkLog("ABCUSDT", 8, 8, plain).feed(BARS);
        PlainBinanceMarket plainly = new PlainBinanceMarket(Map.of("ABCUSDT", feed));
        ScrambledMessages.agree(
                MARKET,
                6_000,
                bytes -> {
                    fast.clear();
                    decoder.decode(bytes, 0, bytes.length, NOW);
                    return fast;
                },
                bytes -> {
                    plain.clear();
                    plainly.decode(bytes, NOW);
                    return plain;
                });
    }

    @Test
    void newsOfAnAccount() {
        UserLog fast = new UserLog();
        BinanceUserDecoder decoder = new BinanceUserDecoder(fast);
        ScrambledMessages.agree(
                USER,
                4_000,
                bytes -> {
                    fast.all.clear();
                    decoder.decode(bytes, 0, bytes.length);
                    return fast.all;
                },
                bytes -> {
                    UserLog plain = new UserLog();
                    PlainBinanceUser.decode(bytes, plain);
                    return plain.all;
                });
    }
}
