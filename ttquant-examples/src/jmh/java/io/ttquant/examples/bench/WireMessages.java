package io.ttquant.examples.bench;

import java.nio.charset.StandardCharsets;

/** Messages in the forms that the venues document, with made-up figures of the usual lengths. */
final class WireMessages {
    static final byte[] BINANCE_TRADE =
            bytes("{'stream':'btcusdt@trade','data':{'e':'trade','E':1723161600123,'T':1723161600120,'s':'BTCUSDT',"
                    + "'t':5236498721,'p':'61685.90','q':'0.012','X':'MARKET','m':true}}");
    static final byte[] BINANCE_QUOTE = bytes(
            "{'stream':'btcusdt@bookTicker','data':{'e':'bookTicker','u':5123107852948,'s':'BTCUSDT','b':'61800.20',"
                    + "'B':'2.909','a':'61800.30','A':'1.072','T':1723161600120,'E':1723161600123}}");
    static final byte[] BINANCE_DEPTH = bytes(
            "{'stream':'btcusdt@depth20@100ms','data':{'e':'depthUpdate','E':1723161600123,'T':1723161600120,'s':'BTCUSDT',"
                    + "'U':5123107852900,'u':5123107852948,'pu':5123107852899,'b':" + levels(false, 618_002, -1)
                    + ",'a':" + levels(false, 618_003, 1) + "}}");
    static final byte[] BINANCE_FILL = bytes(
            "{'stream':'key','data':{'e':'ORDER_TRADE_UPDATE','T':1723161600120,'E':1723161600123,'o':{'s':'BTCUSDT',"
                    + "'c':'tt-0001-000001','S':'BUY','o':'LIMIT','f':'GTC','q':'0.012','p':'61685.90','ap':'61685.90','sp':'0','x':'TRADE','X':'FILLED',"
                    + "'i':8886774123,'l':'0.012','z':'0.012','L':'61685.90','N':'USDT','n':'0.14804616','T':1723161600120,'t':5236498721,'b':'0','a':'0',"
                    + "'m':true,'R':false,'wt':'CONTRACT_PRICE','ot':'LIMIT','ps':'BOTH','cp':false,'rp':'0','pP':false,'si':0,'ss':0,'V':'EXPIRE_MAKER',"
                    + "'pm':'NONE','gtd':0,'er':'0'}}}");
    static final byte[] SPOT_TRADE =
            bytes("{'stream':'btcusdt@trade','data':{'e':'trade','E':1723161600123,'s':'BTCUSDT','t':3741203381,"
                    + "'p':'61685.90000000','q':'0.01250000','T':1723161600120,'m':true,'M':true}}");
    static final byte[] SPOT_QUOTE =
            bytes("{'stream':'btcusdt@bookTicker','data':{'u':51231078529,'s':'BTCUSDT','b':'61800.20000000',"
                    + "'B':'2.90912000','a':'61800.21000000','A':'1.07233000'}}");
    static final byte[] SPOT_DEPTH =
            bytes("{'stream':'btcusdt@depth20@100ms','data':{'lastUpdateId':51231078529,'bids':"
                    + spotLevels(6_180_020, -1) + ",'asks':" + spotLevels(6_180_021, 1) + "}}");
    static final byte[] SPOT_FILL = bytes(
            "{'subscriptionId':0,'event':{'e':'executionReport','E':1723161600123,'s':'BTCUSDT','c':'tt-0001-000001','S':'BUY',"
                    + "'o':'LIMIT','f':'GTC','q':'0.01200000','p':'61685.90000000','P':'0.00000000','F':'0.00000000','g':-1,'C':'','x':'TRADE',"
                    + "'X':'FILLED','r':'NONE','i':4293153,'l':'0.01200000','z':'0.01200000','L':'61685.90000000','n':'0.00001200','N':'BTC',"
                    + "'T':1723161600120,'t':523649872,'v':3,'I':8641984,'w':false,'m':true,'M':true,'O':1723161600100,'Z':'740.23080000',"
                    + "'Y':'740.23080000','Q':'0.00000000','W':1723161600100,'V':'NONE'}}");
    static final byte[] OKX_TRADE = bytes(
            "{'arg':{'channel':'trades','instId':'BTC-USDT-SWAP'},'data':[{'instId':'BTC-USDT-SWAP','tradeId':'2832749645',"
                    + "'px':'63913.4','sz':'34.95','side':'sell','ts':'1723161600120','count':'10','source':'0','seqId':333793118093}]}");
    static final byte[] OKX_QUOTE =
            bytes("{'arg':{'channel':'bbo-tbt','instId':'BTC-USDT-SWAP'},'data':[{'asks':[['63913.4','159','0','6']],"
                    + "'bids':[['63913.3','54.5','0','3']],'ts':'1723161600120','seqId':333793118093}]}");
    static final byte[] OKX_DEPTH =
            bytes("{'arg':{'channel':'books','instId':'BTC-USDT-SWAP'},'action':'update','data':[{'asks':"
                    + levels(true, 618_003, 1) + ",'bids':" + levels(true, 618_002, -1)
                    + ",'ts':'1723161600120','checksum':0,'prevSeqId':333793118092,'seqId':333793118093}]}");
    static final byte[] OKX_FILL = bytes(
            "{'arg':{'channel':'orders','instType':'SWAP','uid':'614488474791936'},'data':[{'accFillSz':'0.03','algoClOrdId':'',"
                    + "'algoId':'','amendResult':'','amendSource':'','avgPx':'61685.9','cancelSource':'','category':'normal','ccy':'','clOrdId':'tt0001000001',"
                    + "'code':'0','cTime':'1723161600100','execType':'M','fee':'-0.02177676','feeCcy':'USDT','fillFee':'-0.02177676','fillFeeCcy':'USDT',"
                    + "'fillNotionalUsd':'31.5','fillPx':'61685.9','fillSz':'0.03','fillTime':'1723161600120','instId':'BTC-USDT-SWAP','instType':'SWAP',"
                    + "'lever':'2.0','msg':'','notionalUsd':'31.5','ordId':'2497956918703120384','ordType':'limit','pnl':'0','posSide':'net','px':'61685.9',"
                    + "'rebate':'0','rebateCcy':'USDT','reduceOnly':'false','reqId':'','side':'buy','source':'','state':'filled','stpId':'','stpMode':'cancel_maker',"
                    + "'sz':'0.03','tag':'','tdMode':'isolated','tgtCcy':'','tradeId':'1518905529','uTime':'1723161600121'}]}");

    private static final int VARIANTS = 10;
    static final byte[][] BINANCE_FILLS = varied(
            BINANCE_FILL,
            "tt-0001-000001",
            "0.012",
            "61685.90",
            "8886774123",
            "5236498721",
            "1723161600120",
            "0.14804616");
    static final byte[][] SPOT_FILLS = varied(
            SPOT_FILL,
            "tt-0001-000001",
            "0.01200000",
            "61685.90000000",
            "4293153",
            "523649872",
            "1723161600120",
            "0.00001200",
            "740.23080000",
            "8641984");
    static final byte[][] OKX_FILLS = varied(
            OKX_FILL,
            "tt0001000001",
            "0.03",
            "61685.9",
            "2497956918703120384",
            "1518905529",
            "1723161600120",
            "1723161600121",
            "-0.02177676");

    private WireMessages() {}

    /** The message and others in which what differs from fill to fill does. */
    private static byte[][] varied(byte[] message, String... values) {
        byte[][] all = new byte[VARIANTS][];
        for (int variant = 0; variant < VARIANTS; variant++) {
            String text = new String(message, StandardCharsets.UTF_8);
            for (String value : values) {
                text = text.replace(value, value.substring(0, value.length() - 1) + variant);
            }
            all[variant] = text.getBytes(StandardCharsets.UTF_8);
        }
        return all;
    }

    private static byte[] bytes(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    private static String levels(boolean isOkx, int tenths, int step) {
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < 20; i++) {
            int price = tenths + (i * step);
            text.append(i == 0 ? "" : ",")
                    .append("['")
                    .append(price / 10)
                    .append('.')
                    .append(price % 10);
            text.append(isOkx ? "','" : "0','")
                    .append(1 + (i * 7 % 30))
                    .append('.')
                    .append(100 + (i * 37));
            text.append(isOkx ? "','0','" + (1 + (i % 9)) + "']" : "']");
        }
        return text.append(']').toString();
    }

    private static String spotLevels(int cents, int step) {
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < 20; i++) {
            int price = cents + (i * step);
            text.append(i == 0 ? "['" : ",['")
                    .append(price / 100)
                    .append('.')
                    .append(price / 10 % 10)
                    .append(price % 10)
                    .append("000000','")
                    .append(i * 7 % 30)
                    .append('.')
                    .append(10_000 + (i * 3_700))
                    .append("000']");
        }
        return text.append(']').toString();
    }
}
