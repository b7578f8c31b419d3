package io.ttquant.exchanges.okx;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.exchanges.Fixtures;
import io.ttquant.exchanges.feed.FixtureFrames;
import io.ttquant.exchanges.feed.FixtureFrames.Frame;
import io.ttquant.exchanges.feed.PlainPath;
import io.ttquant.exchanges.feed.SinkLog;
import io.ttquant.exchanges.feed.SymbolFeed;
import io.ttquant.exchanges.json.JsonException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames that are written as nearly all are say the same read in one pass as read the general way. */
class PlainFramesTest {
    private static final long NOW = 1_600_000_000_000_000_000L;
    private static final String SYMBOL = "ABC-USDT-SWAP";
    private static final String ARG = "'instId':'ABC-USDT-SWAP'}";
    private static final String TRADE =
            "{'instId':'ABC-USDT-SWAP','tradeId':'#I','px':'#p','sz':'#q','side':'#w buy|sell','ts':'#T','count':'3','source':'0','seqId':'#i'}";
    private static final List<String> FORMS = List.of(
            "{'arg':{'channel':'trades'," + ARG + ",'data':[" + TRADE + "]}",
            "{'arg':{'channel':'trades'," + ARG + ",'data':[" + TRADE + "," + TRADE + "," + TRADE + "]}",
            "{'arg':{'channel':'trades-all'," + ARG
                    + ",'data':[{'instId':'ABC-USDT-SWAP','tradeId':'#I','px':'#p','sz':'#q','side':'sell','source':'0','ts':'#T'}]}",
            "{'arg':{'channel':'bbo-tbt'," + ARG
                    + ",'data':[{'asks':[['#p','#q','0','6']],'bids':[['#p','#q','0','12']],'ts':'#T','seqId':'#i'}]}",
            "{'arg':{'channel':'books5'," + ARG
                    + ",'data':[{'asks':'#m','bids':'#m','instId':'ABC-USDT-SWAP','ts':'#T','seqId':'#i'}]}",
            "{'arg':{'channel':'#w books|books-l2-tbt|books50-l2-tbt'," + ARG
                    + ",'action':'#w snapshot|update','data':[{'asks':'#m','bids':'#m','ts':'#T','checksum':-855196043,"
                    + "'prevSeqId':-1,'seqId':'#i'}]}",
            "{'arg':{'channel':'books'," + ARG
                    + ",'action':'update','data':[{'asks':[],'bids':'#m','ts':'#T','checksum':0,'prevSeqId':'#i','seqId':'#i'}]}");

    private final List<String> events = new ArrayList<>();
    private final List<String> plain = new ArrayList<>();
    private final List<JsonException> leftOut = new ArrayList<>();
    private final OkxMarketDecoder decoder = new OkxMarketDecoder(new OkxGate() {
        @Override
        public boolean isWanted(OkxFrame kind, SymbolFeed feed, String bar) {
            return true;
        }

        @Override
        public void leftOut(OkxFrame kind, SymbolFeed feed, JsonException why) {
            leftOut.add(why);
        }
    });
    private final PlainPath path = new PlainPath(this::decoded, events, decoder::plainFrames);

    /** A trade that is left out counts as a failure of its frame, which both ways must tell alike. */
    private Object decoded(byte[] bytes, int from, int length) {
        leftOut.clear();
        OkxFrame kind = decoder.decode(bytes, from, length, NOW);
        if (!leftOut.isEmpty()) {
            throw leftOut.get(0);
        }
        return kind;
    }

    @Test
    void generatedAndChanged() {
        decoder.feed(SYMBOL, new SinkLog(SYMBOL, 8, 8, events).feed());
        // A new one for each message, as one that fails may stop amid a book.
        PlainPath.Jackson jackson = new PlainPath.Jackson(
                bytes -> new PlainOkxMarket(Map.of(SYMBOL, new SinkLog(SYMBOL, 8, 8, plain).feed())).decode(bytes, NOW),
                plain);
        path.agree(FORMS, 12_000, jackson);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'seqId':5}>'seqId':}",
                "'seqId':5}>'seqId':05}",
                "'seqId':5}>'seqId':5,'u':[]}",
                "'seqId':5}>'seqId':5,'seqId':6}",
                "'prevSeqId':-1>'prevSeqId':",
                "'prevSeqId':-1>'prevSeqId':-",
                "'prevSeqId':-1>'prevSeqId':--1",
                "'checksum':7>'checksum':",
                "'checksum':7>'checksum':7e0",
                "'ts':'1700000000000'>'ts':''",
                "'ts':'1700000000000'>'ts':'0'",
                "'ts':'1700000000000'>'ts':1700000000000",
                "'10.5','3'>'0','3'",
                "'10.5','3'>'-10.5','3'",
                "'10.5','3'>'10.5','-3'",
                "'10.5','3','0','2'>'10.5'",
                "'10.5','3'>'10.5','3.000000001'",
                "'0','2'>'0','2",
                "'0','2'>'0','two'",
                "'0','2'>'0',2",
                "'0','2']]>'0','2'],]",
                "'0','2']]>'0','2']",
                "'action':'update'>'action':'refresh'",
                "'channel':'books'>'channel':'liquidation-orders'",
                "'instId':'ABC-USDT-SWAP'>'instId':'XYZ-USDT-SWAP'"
            })
    void aSurpriseIsLeftToTheGeneralWay(String change) {
        decoder.feed(SYMBOL, new SinkLog(SYMBOL, 8, 8, events).feed());
        String book = "{'arg':{'channel':'books'," + ARG
                + ",'action':'update','data':[{'asks':[['10.5','3','0','2']],'bids':[],"
                + "'ts':'1700000000000','checksum':7,'prevSeqId':-1,'seqId':5}]}";
        String[] parts = change.split(">");
        assertThat(book).contains(parts[0]);
        path.agreeOnSurprise(book.replace(parts[0], parts[1]).replace('\'', '"'));
        assertThat(path.agree(book.replace('\'', '"'))).hasSize(1);
    }

    @Test
    void aTradeWithoutPriceOrQuantityIsRefused() {
        decoder.feed(SYMBOL, new SinkLog(SYMBOL, 8, 8, events).feed());
        String trade = "{'arg':{'channel':'trades'," + ARG + ",'data':[" + TRADE.replaceAll("'#[^']*'", "'1'") + "]}";
        String whole = trade.replace("'side':'1'", "'side':'buy'").replace("'seqId':'1'", "'seqId':1");
        for (String change : new String[] {"'px':'0'", "'sz':'0'", "'side':'gift'", "'tradeId':'x'", "'count':1"}) {
            String field = change.substring(0, change.indexOf(':'));
            path.agreeOnSurprise(
                    whole.replaceFirst(field + ":('[^']*'|\\d+)", change).replace('\'', '"'));
        }
        assertThat(path.agree(whole.replace('\'', '"'))).hasSize(1);
    }

    @Test
    void recorded() {
        List<Frame> frames = FixtureFrames.of("okx/ws");
        Set<String> known = new HashSet<>();
        int wanted = 0;
        for (Frame frame : frames) {
            if (frame.text().equals("pong")) {
                continue;
            }
            String symbol =
                    Fixtures.json(frame.bytes()).path("arg").path("instId").asText();
            if (!symbol.isEmpty() && known.add(symbol)) {
                decoder.feed(symbol, new SinkLog(symbol, 10, 8, events).feed());
            }
            wanted += path.agree(frame.text()).stream().anyMatch(e -> e.matches("\\S+ (trade|increment|snapshot) .*"))
                    ? 1
                    : 0;
        }
        // Each is read twice in a way that may be plain.
        assertThat(decoder.plainFrames()).isGreaterThan(2 * wanted * 98 / 100).isGreaterThan(3_000);
    }
}
