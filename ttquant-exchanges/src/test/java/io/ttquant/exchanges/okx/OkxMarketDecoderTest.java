package io.ttquant.exchanges.okx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.exchanges.feed.SinkLog;
import io.ttquant.exchanges.feed.SymbolFeed;
import io.ttquant.exchanges.json.JsonException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What trades, bars and books of OKX must hold, and what becomes of those that do not. */
class OkxMarketDecoderTest {
    private static final long NOW = 1_800_000_000_000_000_000L;

    private final List<String> log = new ArrayList<>();
    private final List<String> plain = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private final List<String> missed = new ArrayList<>();
    private final OkxMarketDecoder decoder = new OkxMarketDecoder(new OkxGate() {
        @Override
        public boolean isWanted(OkxFrame kind, SymbolFeed feed, String bar) {
            return true;
        }

        @Override
        public void leftOut(OkxFrame kind, SymbolFeed feed, JsonException why) {
            leftOut.add(kind + " " + feed.market().instrument().id().symbol());
        }

        @Override
        public void bookMissed(SymbolFeed feed) {
            missed.add(feed.market().instrument().id().symbol());
        }
    });
    private final PlainOkxMarket plainly = new PlainOkxMarket(Map.of("A-B", new SinkLog("A-B", 2, 2, plain).feed()));

    @BeforeEach
    void know() {
        decoder.feed("A-B", new SinkLog("A-B", 2, 2, log).feed());
    }

    private void decode(String channel, String book) {
        String json =
                "{'arg':{'channel':'" + channel + "','instId':'A-B'},'action':'snapshot','data':[{" + book + "}]}";
        byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        decoder.decode(bytes, 0, bytes.length, NOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"books", "books5", "bbo-tbt", "books50-l2-tbt"})
    void aSideThatIsMissingIsNoEmptySide(String channel) {
        assertThatThrownBy(() -> decode(channel, "'asks':[['2','1']],'ts':'1700000000000'"))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("a book without bids");
        assertThatThrownBy(() -> decode(channel, "'bids':[['1','1']],'ts':'1700000000000'"))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("a book without asks");
        assertThat(log).isEmpty();
    }

    @Test
    void aSideMayBeEmpty() {
        decode("books", "'asks':[['2','1']],'bids':[],'ts':'1700000000000','seqId':5,'prevSeqId':-1");
        assertThat(log).hasSize(1);
    }

    private void trades(String rows) {
        byte[] bytes = ("{'arg':{'channel':'trades','instId':'A-B'},'data':[" + rows + "]}")
                .replace('\'', '"')
                .getBytes(StandardCharsets.UTF_8);
        decoder.decode(bytes, 0, bytes.length, NOW);
        plainly.decode(bytes, NOW);
        assertThat(log).as(rows).isEqualTo(plain);
    }

    private static String trade(String more) {
        return "{'px':'10','sz':'2','side':'buy','ts':'1700000000000'," + more + "}";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'tradeId':'','count':''",
                "'tradeId':null,'count':null",
                "'tradeId':'7','count':''",
                "'tradeId':'7'",
                "'count':'3'"
            })
    void aTradeNeedsNeitherIdNorCount(String more) {
        trades(trade(more));
        assertThat(log).hasSize(1);
        assertThat(leftOut).isEmpty();
    }

    @Test
    void aCountThatIsMissingIsOne() {
        List<Long> firsts = new ArrayList<>();
        SymbolFeed feed = new SinkLog("A-B", 2, 2, log).feed();
        decoder.feed(
                "A-B",
                feed.withTrades((firstId, id, tsEvent, tsInit, price, quantity, aggressor) -> firsts.add(firstId)));
        decode("trades", trade("'tradeId':'7','count':''").replaceAll("^.|.$", ""));
        decode("trades", trade("'tradeId':'9','count':'2'").replaceAll("^.|.$", ""));
        assertThat(firsts).containsExactly(7L, 8L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "px;'abc'",
                "px;''",
                "px;'0'",
                "px;'10.001'",
                "px;1e400",
                "sz;null",
                "sz;[2]",
                "sz;'-2'",
                "ts;'soon'",
                "ts;''",
                "tradeId;'seven'",
                "count;{'a':[1]}",
                "count;'1.5'"
            })
    void aTradeThatCannotBeReadIsLeftOutAloneAndReported(String field, String odd) {
        String whole = trade("'tradeId':'2','count':'1'");
        String broken = whole.replaceFirst("'" + field + "':'[^']*'", "'" + field + "':" + odd);
        assertThat(broken).isNotEqualTo(whole);
        String rows = trade("'tradeId':'1'") + "," + broken + "," + trade("'tradeId':'3'");
        byte[] bytes = ("{'arg':{'channel':'trades','instId':'A-B'},'data':[" + rows + "]}")
                .replace('\'', '"')
                .getBytes(StandardCharsets.UTF_8);
        assertThat(decoder.decode(bytes, 0, bytes.length, NOW)).isEqualTo(OkxFrame.TRADE);
        assertThat(log).hasSize(2);
        assertThat(leftOut).containsExactly("TRADE A-B");
        plainly.decode(bytes, NOW);
        assertThat(log).isEqualTo(plain);
    }

    @Test
    void aTradeWithoutASideIsLeftOut() {
        trades(trade("'tradeId':'1'") + ",{'px':'10','sz':'2','ts':'1700000000000'}");
        assertThat(log).hasSize(1);
        assertThat(leftOut).hasSize(1);
    }

    @Test
    void manyOddTradesAreLeftOutOneByOne() {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 600; i++) {
            rows.append("{'px':'x'},");
        }
        trades(rows + trade("'tradeId':'3'"));
        assertThat(log).hasSize(1);
        assertThat(leftOut).hasSize(600);
    }

    @Test
    void aFrameThatIsNoJsonIsLostWholeEvenIfItsTradesAreOdd() {
        for (String rows : List.of("{'px':'x'},{'px':'1'", "{'px':'x',},", "{'px':x}")) {
            byte[] bytes = ("{'arg':{'channel':'trades','instId':'A-B'},'data':[" + trade("'count':'1'") + "," + rows
                            + "]}")
                    .replace('\'', '"')
                    .getBytes(StandardCharsets.UTF_8);
            assertThatThrownBy(() -> decoder.decode(bytes, 0, bytes.length, NOW))
                    .isInstanceOf(JsonException.class);
        }
        assertThat(log).isEmpty();
    }

    @Test
    void aBarThatCannotBeReadIsLeftOutAloneAndReported() {
        decoder.feed("A-B", new SinkLog("A-B", 2, 2, log).feed("1m"));
        String bar = "['1700000040000','1','2','1','2','5','5','5','1']";
        byte[] bytes =
                ("{'arg':{'channel':'candle1m','instId':'A-B'},'data':[['1700000040000','x','2','1','2','5','5','5','1'],['1'],"
                                + bar + "]}")
                        .replace('\'', '"')
                        .getBytes(StandardCharsets.UTF_8);
        assertThat(decoder.decode(bytes, 0, bytes.length, NOW)).isEqualTo(OkxFrame.BAR);
        assertThat(log).hasSize(1);
        assertThat(leftOut).containsExactly("BAR A-B", "BAR A-B");
    }

    @Test
    void aBookThatCannotBeReadIsToldAsMissing() {
        assertThatThrownBy(() -> decode("books", "'asks':[['x','1']],'bids':[],'ts':'1700000000000'"))
                .isInstanceOf(JsonException.class);
        assertThat(missed).containsExactly("A-B");
        assertThatThrownBy(() -> decode("bbo-tbt", "'asks':[['x','1']],'bids':[],'ts':'1700000000000'"))
                .isInstanceOf(JsonException.class);
        assertThatThrownBy(() -> decode("books", "'asks':[['2','1']],'bids':[],'ts':'soon'"))
                .isInstanceOf(JsonException.class);
        assertThat(missed).hasSize(2);
        assertThat(log).isEmpty();
    }
}
