package io.ttquant.exchanges.okx;

import io.ttquant.exchanges.feed.ScrambledMessages;
import io.ttquant.exchanges.feed.SinkLog;
import io.ttquant.exchanges.feed.SymbolFeed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Messages with random figures, order, white space, escapes and unknown content decode as the plain way does. */
class OkxScrambledTest {
    private static final long NOW = 1_600_000_000_000_000_000L;
    private static final String[] BARS = {"1m", "1H"};
    private static final String ARG = "'instId':'ABC-USDT-SWAP'}";
    private static final List<String> MARKET = List.of(
            "{'arg':{'channel':'trades'," + ARG
                    + ",'data':[{'instId':'ABC-USDT-SWAP','tradeId':'#I','px':'#p','sz':'#q','side':'#w buy|sell|gift','ts':'#T','count':'1'}]}",
            "{'arg':{'channel':'trades-all'," + ARG
                    + ",'data':[{'px':'#p','sz':'#q','side':'buy','ts':'#T'},{'px':'#p','sz':'#q','side':'sell','ts':'#T'}]}",
            "{'arg':{'channel':'bbo-tbt'," + ARG + ",'data':[{'asks':'#m','bids':'#m','ts':'#T','seqId':'#i'}]}",
            "{'arg':{'channel':'books5'," + ARG
                    + ",'data':[{'asks':'#m','bids':'#m','instId':'ABC-USDT-SWAP','ts':'#T','seqId':'#i'}]}",
            "{'arg':{'channel':'#w books|books-l2-tbt|books50-l2-tbt'," + ARG
                    + ",'action':'#w snapshot|update','data':[{'asks':'#m','bids':'#m','ts':'#T','checksum':-855196043,"
                    + "'prevSeqId':'#i','seqId':'#i'}]}",
            "{'arg':{'channel':'books'," + ARG
                    + ",'action':'update','data':[{'asks':'#m','bids':[],'ts':'#T','checksum':0},{'asks':[],'bids':'#m','ts':'#T','seqId':'#i'}]}",
            "{'arg':{'channel':'#w candle1m|candle1H|candle1D|mark-price-candle1m'," + ARG
                    + ",'data':[['#T','#p','#p','#p','#p','#q','#q','#q','#w 0|1'],['#T','#p','#p','#p','#p','#q','#q','#q','1']]}",
            "{'arg':{'channel':'mark-price'," + ARG
                    + ",'data':[{'instType':'SWAP','instId':'ABC-USDT-SWAP','markPx':'#p','ts':'#T'}]}",
            "{'arg':{'channel':'index-tickers'," + ARG + ",'data':[{'instId':'ABC-USDT','idxPx':'#p','ts':'#T'}]}",
            "{'arg':{'channel':'funding-rate'," + ARG
                    + ",'data':[{'fundingRate':'-0.0001875391284828','fundingTime':'#T','nextFundingRate':'','ts':'#T'}]}",
            "{'arg':{'channel':'tickers'," + ARG
                    + ",'data':[{'last':'#p','askPx':'#0','askSz':'#q','bidPx':'#p','bidSz':'#0','ts':'#T'}]}",
            "{'event':'subscribe','arg':{'channel':'trades'," + ARG + ",'connId':'a4d3ae55'}",
            "{'arg':{'channel':'trades','instId':'OTHER'},'data':[{'px':'#p'}]}");
    private static final List<String> ACCOUNT = List.of(
            "{'arg':{'channel':'orders','instType':'ANY'},'data':[{'accFillSz':'#0','avgPx':'#w |0','cTime':'#T','clOrdId':'mine','code':'0','execType':'#w |M|T','fee':'-0.5',"
                    + "'feeCcy':'USDT','fillFee':'#w |-0.1','fillFeeCcy':'USDT','fillPx':'#0','fillSz':'#0','fillTime':'#w |1700000000123','instId':'A-B','instType':'SWAP','ordId':'#I',"
                    + "'ordType':'limit','posSide':'net','px':'#p','reduceOnly':'#w true|false','side':'#w buy|sell|gift','state':'#w live|filled|mmp_canceled|frozen','sz':'#q','tradeId':'#w |5',"
                    + "'uTime':'#T','cancelSource':'#w |31','reqId':'','amendResult':''},{'ordId':'#I','state':'live'}]}",
            "{'arg':{'channel':'#w orders-algo|algo-advance'},'data':[{'algoId':'#I','algoClOrdId':'mine','state':'#w live|effective|order_failed|odd','side':'sell','ordType':'trigger',"
                    + "'triggerPx':'#p','ordPx':'-1','sz':'#q','instId':'A-B','cTime':'#T','triggerTime':'','tpTriggerPx':'#w |5','reduceOnly':true}]}",
            "{'arg':{'channel':'fills'},'data':[{'instId':'A-B','fillSz':'#q','fillPx':'#p','side':'buy','ts':'#T','ordId':'#I','tradeId':'#I','execType':'M','count':'1'}]}",
            "{'arg':{'channel':'account'},'eventType':'#w snapshot|event_update','curPage':2,'lastPage':true,'data':[{'uTime':'#T','totalEq':'1','details':[{'ccy':'USDT','cashBal':'#0',"
                    + "'availBal':'#0','availEq':'','frozenBal':'#0','eq':'#0','liab':'','upl':'-1.5','uTime':'#T'},{'ccy':'BTC'}]}]}",
            "{'arg':{'channel':'positions','instType':'ANY'},'data':[{'instId':'A-B-SWAP','instType':'SWAP','posId':'#I','posSide':'net','pos':'-3.5','avgPx':'#p','availPos':'','lever':'10',"
                    + "'liqPx':'','margin':'','mgnMode':'cross','ccy':'USDT','upl':'-0.1','tradeId':'#I','uTime':'#T'}]}",
            "{'arg':{'channel':'balance_and_position'},'data':[{'pTime':'#T','eventType':'filled','balData':[{'ccy':'BTC','cashBal':'#0','uTime':'#T'}],'posData':[{'instId':'A','pos':'1'}]}]}",
            "{'event':'channel-conn-count','channel':'orders','connCount':'2','connId':'abcd1234'}");

    @Test
    void market() {
        List<String> fast = new ArrayList<>();
        List<String> plain = new ArrayList<>();
        OkxMarketDecoder decoder = new OkxMarketDecoder();
        SymbolFeed feed = new SinkLog("ABC-USDT-SWAP", 8, 8, fast).feed(BARS);
        decoder.feed("ABC-USDT-SWAP", feed);
        decoder.feedIndex("ABC-USDT-SWAP", feed);
        PlainOkxMarket plainly =
                new PlainOkxMarket(Map.of("ABC-USDT-SWAP", new SinkLog("ABC-USDT-SWAP", 8, 8, plain).feed(BARS)));
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
        AccountLog fast = new AccountLog();
        OkxAccountDecoder decoder = new OkxAccountDecoder(fast);
        ScrambledMessages.agree(
                ACCOUNT,
                4_000,
                bytes -> {
                    fast.all.clear();
                    decoder.decode(bytes, 0, bytes.length);
                    return fast.all;
                },
                bytes -> {
                    AccountLog plain = new AccountLog();
                    PlainOkxAccount.decode(bytes, plain);
                    return plain.all;
                });
    }
}
