package io.ttquant.exchanges.okx;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.exchanges.Fixtures;
import io.ttquant.exchanges.feed.FixtureFrames;
import io.ttquant.exchanges.feed.FixtureFrames.Frame;
import io.ttquant.exchanges.feed.PlainPath;
import io.ttquant.exchanges.feed.SinkLog;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

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
    private final OkxMarketDecoder decoder = new OkxMarketDecoder();
    private final PlainPath path =
            new PlainPath((b, from, length) -> decoder.decode(b, from, length, NOW), events, decoder::plainFrames);

    @Test
    void generatedAndChanged() {
        decoder.feed(SYMBOL, new SinkLog(SYMBOL, 8, 8, events).feed());
        // A new one for each message, as one that fails may stop amid a book.
        PlainPath.Jackson jackson = new PlainPath.Jackson(
                bytes -> new PlainOkxMarket(Map.of(SYMBOL, new SinkLog(SYMBOL, 8, 8, plain).feed())).decode(bytes, NOW),
                plain);
        path.agree(FORMS, 12_000, jackson);
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
            String symbol = Fixtures.json(frame.bytes()).path("arg").path("instId").asText();
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
