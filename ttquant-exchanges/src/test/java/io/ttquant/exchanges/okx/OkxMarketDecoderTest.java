package io.ttquant.exchanges.okx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.exchanges.feed.SinkLog;
import io.ttquant.exchanges.json.JsonException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What books of OKX must hold. */
class OkxMarketDecoderTest {
    private final List<String> log = new ArrayList<>();
    private final OkxMarketDecoder decoder = new OkxMarketDecoder();

    @BeforeEach
    void know() {
        decoder.feed("A-B", new SinkLog("A-B", 2, 2, log).feed());
    }

    private void decode(String channel, String book) {
        String json =
                "{'arg':{'channel':'" + channel + "','instId':'A-B'},'action':'snapshot','data':[{" + book + "}]}";
        byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        decoder.decode(bytes, 0, bytes.length, 1_800_000_000_000_000_000L);
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
}
