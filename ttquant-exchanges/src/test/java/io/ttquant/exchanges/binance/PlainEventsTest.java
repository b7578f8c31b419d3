package io.ttquant.exchanges.binance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.exchanges.Fixtures;
import io.ttquant.exchanges.feed.FixtureFrames;
import io.ttquant.exchanges.feed.PlainPath;
import io.ttquant.exchanges.feed.SinkLog;
import io.ttquant.exchanges.feed.SymbolFeed;
import io.ttquant.exchanges.json.Scrambler;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events that are written as nearly all are say the same read in one pass as read the general way. */
class PlainEventsTest {
    private static final long NOW = 1_600_000_000_000_000_000L;
    private static final String SYMBOL = "ABCUSDT";
    private static final List<String> FORMS = List.of(
            "{'e':'trade','E':'#t','s':'ABCUSDT','t':'#i','p':'#p','q':'#q','T':'#t','m':true,'M':true}",
            "{'stream':'abcusdt@trade','data':{'e':'trade','E':'#t','T':'#t','s':'ABCUSDT','t':'#i','p':'#p','q':'#q','X':'#w MARKET|INSURANCE_FUND','m':false}}",
            "{'stream':'abcusdt@aggTrade','data':{'e':'aggTrade','E':'#t','a':'#i','s':'ABCUSDT','p':'#p','q':'#q','f':1,'l':2,'T':'#t','m':true,'nq':'1'}}",
            "{'u':'#i','s':'ABCUSDT','b':'#0','B':'#0','a':'#0','A':'#0'}",
            "{'stream':'abcusdt@bookTicker','data':{'e':'bookTicker','u':'#i','s':'ABCUSDT','b':'#p','B':'#q','a':'#p','A':'#q','T':'#t','E':'#t','st':1}}",
            "{'stream':'abcusdt@depth@100ms','data':{'e':'depthUpdate','E':'#t','s':'ABCUSDT','U':'#i','u':'#i','b':'#l','a':'#l'}}",
            "{'e':'depthUpdate','E':'#t','T':'#t','s':'ABCUSDT','U':'#i','u':'#i','pu':'#i','b':'#l','a':'#l'}",
            "{'stream':'abcusdt@depth20@100ms','data':{'e':'depthUpdate','E':'#t','T':'#t','s':'ABCUSDT','U':'#i','u':'#i','pu':'#i','b':'#l','a':'#l'}}",
            "{'stream':'abcusdt@depth5','data':{'lastUpdateId':'#i','bids':'#l','asks':'#l'}}");

    private final List<String> events = new ArrayList<>();
    private final List<String> plain = new ArrayList<>();
    private final BinanceMarketDecoder decoder = new BinanceMarketDecoder();
    private final Set<String> known = new HashSet<>();
    private final PlainPath path =
            new PlainPath((b, from, length) -> decoder.decode(b, from, length, NOW), events, decoder::plainFrames);

    @Test
    void generatedAndChanged() {
        decoder.feed(SYMBOL, new SinkLog(SYMBOL, 8, 8, events).feed());
        // A new one for each message, as one that fails may stop amid a book.
        PlainPath.Jackson jackson = new PlainPath.Jackson(
                bytes -> new PlainBinanceMarket(Map.of(SYMBOL, new SinkLog(SYMBOL, 8, 8, plain).feed()))
                        .decode(bytes, NOW),
                plain);
        path.agree(FORMS, 12_000, jackson);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'s':'ABCUSDT'>'s':'ABCUSDT','p':'1','s':'OTHER'",
                "'s':'ABCUSDT'>'s':'NONE'",
                "'e':'trade','E':1700000000123>'E':1700000000123,'x':1,'e':'trade'",
                "'e':'trade'>'e':'tradeX'",
                "'e':'trade'>'lastUpdateId':'e':'trade'",
                "'e':'trade'>'lastUpdateId':1,'e':'trade'",
                "'e':'trade'>'e':'trade','e':'aggTrade'",
                "'t':7>'t':'7'",
                "'t':7>'t':07",
                "'t':7>'x':7",
                "'t':7>'t':7.0",
                "'t':7>'t':}",
                "'p':'10.50'>'p':10.50",
                "'p':'10.50'>'p':'-10.50'",
                "'p':'10.50'>'p':'10.123456789'",
                "'q':'0.25'>'q':",
                "'E':1700000000123>'E':null",
                "'E':1700000000123>'E':''",
                "'E':1700000000123>'E':0",
                "'m':true>'m':true,'T':null",
                "'X':'MARKET'>'X':'INSURANCE_FUND'",
                "'X':'MARKET'>'X':null",
                "'m':true>'m':'true'",
                "'m':true>'m':truly",
                "'m':true>'m':true,",
                "'m':true>'m':true,'data':1",
                "'m':true>'m':true,'zz':{}",
                "'stream':'abcusdt@trade'>'stream':1",
                "'data':>'data' :"
            })
    void aSurpriseIsLeftToTheGeneralWay(String change) {
        decoder.feed(SYMBOL, new SinkLog(SYMBOL, 8, 8, events).feed());
        decoder.feed("OTHER", new SinkLog("OTHER", 1, 1, events).feed());
        String trade = "{'stream':'abcusdt@trade','data':{'e':'trade','E':1700000000123,'s':'ABCUSDT','t':7,"
                + "'p':'10.50','q':'0.25','X':'MARKET','m':true}}";
        String[] parts = change.split(">");
        assertThat(trade).contains(parts[0]);
        path.agreeOnSurprise(trade.replace(parts[0], parts[1]).replace('\'', '"'));
        assertThat(path.agree(trade.replace('\'', '"'))).hasSize(1);
    }

    @Test
    void closedGatesAndFeedsWithoutABookAreKeptTo() {
        decoder.feed(SYMBOL, new SymbolFeed(new SinkLog(SYMBOL, 8, 8, events)));
        decoder.gatedBy((name, length) -> length == "abcusdt@trade".length());
        for (String form : FORMS) {
            String text = new Scrambler(1).plain(form);
            List<String> said = path.agree(text);
            boolean passes = !text.contains("stream") || text.contains("abcusdt@trade\"");
            boolean isWanted = !text.contains("lastUpdateId") && !text.contains("depth") && !text.contains("FUND");
            assertThat(said).as(text).hasSize(passes && isWanted ? 1 : 0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"binance-spot/ws", "binance-usdm/ws"})
    void recorded(String folder) {
        int wanted = 0;
        for (FixtureFrames.Frame frame : FixtureFrames.of(folder)) {
            know(Fixtures.json(frame.bytes()));
            wanted += path.agree(frame.text()).stream()
                            .anyMatch(e -> e.matches("\\S+ (trade|quote|increment|snapshot) .*"))
                    ? 1
                    : 0;
        }
        // Each is read twice in a way that may be plain.
        assertThat(decoder.plainFrames()).isGreaterThan(2L * wanted * 98 / 100).isGreaterThan(50_000);
    }

    private void know(JsonNode root) {
        JsonNode data = root.has("data") ? root.get("data") : root;
        (data.isArray() ? data : List.of(data)).forEach(e -> know(e.path("s").asText()));
        know(root.path("stream").asText().replaceAll("@.*", "").toUpperCase(Locale.ROOT));
    }

    private void know(String symbol) {
        if (!symbol.isEmpty() && known.add(symbol)) {
            decoder.feed(symbol, new SinkLog(symbol, 10, 8, events).feed());
        }
    }
}
