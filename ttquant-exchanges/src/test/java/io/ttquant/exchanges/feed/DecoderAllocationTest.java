package io.ttquant.exchanges.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.core.book.SequenceRule;
import io.ttquant.exchanges.binance.BinanceMarketDecoder;
import io.ttquant.exchanges.okx.OkxMarketDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trades, best bid and ask and books allocate nothing from bytes to sinks. */
class DecoderAllocationTest {
    private static final int ROUNDS = 20_000;
    private static final int REPETITIONS = 4;
    private static final long NOW = 1_800_000_000_000_000_000L;

    /** By reflection, as the module under test does not read the management modules. */
    private static long allocatedBytes() {
        try {
            Object threads = Class.forName("java.lang.management.ManagementFactory")
                    .getMethod("getThreadMXBean")
                    .invoke(null);
            return (long) Class.forName("com.sun.management.ThreadMXBean")
                    .getMethod("getThreadAllocatedBytes", long.class)
                    .invoke(threads, Thread.currentThread().getId());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'stream':'abcusdt@trade','data':{'e':'trade','E':1723161600123,'T':1723161600120,'s':'ABCUSDT','t':1,'p':'61685.90','q':'0.012','X':'MARKET','m':true}}",
                "{'q':'0.012','new':[{}],'p':'61685.90','e':'aggTrade','m':false,'T':1723161600120,'s':'ABCUSD\\u0054'}",
                "{'u':400900217,'s':'ABCUSDT','b':'25.35','B':'31.21','a':'25.36','A':'40.66'}",
                "{'e':'depthUpdate','E':1723161600123,'s':'ABCUSDT','U':1,'u':2,'b':[['10.5','3'],['10.4','0']],'a':[['10.6','7']]}",
                "{'data':{'bids':[['10.5','3']],'asks':[],'lastUpdateId':7},'stream':'abcusdt@depth5'}",
                "{'arg':{'channel':'trades','instId':'ABCUSDT'},'data':[{'px':'10.5','sz':'3','side':'sell','ts':'1723161600120'},"
                        + "{'px':'10.5','sz':'3','side':'sell','ts':'1723161600120'}]}",
                "{'arg':{'channel':'bbo-tbt','instId':'ABCUSDT'},'data':[{'asks':[['10.6','3','0','6']],'bids':[['10.5','5','0','3']],'ts':'1723161600120','seqId':3}]}",
                "{'data':[{'asks':[['10.6','3','0','6']],'bids':[],'ts':'1723161600120','prevSeqId':2,'seqId':3}],'action':'update','arg':{'instId':'ABCUSDT','channel':'books'}}"
            })
    void nothing(String message) {
        byte[] bytes = message.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        ReplayedBook sink = new ReplayedBook("ABCUSDT", 2, 3, SequenceRule.trusted());
        BinanceMarketDecoder binance = new BinanceMarketDecoder();
        OkxMarketDecoder okx = new OkxMarketDecoder();
        binance.feed("ABCUSDT", sink.feed());
        okx.feed("ABCUSDT", sink.feed());
        boolean isOkx = message.contains("'arg'");
        Runnable round = () -> {
            if (isOkx) {
                okx.decode(bytes, 0, bytes.length, NOW);
            } else {
                binance.decode(bytes, 0, bytes.length, NOW);
            }
        };
        // The least of some, as the virtual machine allocates now and then for itself.
        long least = Long.MAX_VALUE;
        for (int repetition = 0; repetition < REPETITIONS; repetition++) {
            long before = allocatedBytes();
            for (int i = 0; i < ROUNDS; i++) {
                round.run();
            }
            least = Math.min(least, allocatedBytes() - before);
        }

        assertThat(least / ROUNDS).as("bytes per message").isZero();
        assertThat(sink.trades + sink.quotes + sink.messages).isGreaterThanOrEqualTo(2 * ROUNDS);
    }
}
