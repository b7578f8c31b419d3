package io.ttquant.examples.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ttquant.exchanges.binance.BinanceMarketDecoder;
import io.ttquant.exchanges.binance.BinanceUserDecoder;
import io.ttquant.exchanges.feed.SymbolFeed;
import io.ttquant.exchanges.okx.OkxAccountDecoder;
import io.ttquant.exchanges.okx.OkxMarketDecoder;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Messages of exchanges from bytes to sinks, beside the mere making of Jackson's tree of the same bytes. Run with {@code -prof gc}: trades, best bid and
 * ask and books allocate nothing.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DecoderBenchmark {
    private static final long NOW = 1_800_000_000_000_000_000L;

    private final ObjectMapper jackson = new ObjectMapper();
    private final WireSink sink = new WireSink("0.001");
    private final WireNews news = new WireNews();
    private int variant;
    private final BinanceMarketDecoder binance = new BinanceMarketDecoder();
    private final WireSink spotSink = new WireSink("0.00001");
    private final BinanceMarketDecoder spot = new BinanceMarketDecoder();
    private final OkxMarketDecoder okx = new OkxMarketDecoder();
    private final BinanceUserDecoder binanceUser = new BinanceUserDecoder(news);
    private final OkxAccountDecoder okxAccount = new OkxAccountDecoder(news);

    public DecoderBenchmark() {
        for (int i = 0; i < 300; i++) {
            binance.feed("X" + i + "USDT", new SymbolFeed(sink));
            spot.feed("X" + i + "USDT", new SymbolFeed(spotSink));
            okx.feed("X" + i + "-USDT-SWAP", new SymbolFeed(sink));
        }
        binance.feed("BTCUSDT", new SymbolFeed(sink).withBook());
        spot.feed("BTCUSDT", new SymbolFeed(spotSink).withBook());
        okx.feed("BTC-USDT-SWAP", new SymbolFeed(sink).withBook());
    }

    private long binance(byte[] message) {
        binance.decode(message, 0, message.length, NOW);
        return sink.sum;
    }

    private long spot(byte[] message) {
        spot.decode(message, 0, message.length, NOW);
        return spotSink.sum;
    }

    private long okx(byte[] message) {
        okx.decode(message, 0, message.length, NOW);
        return sink.sum;
    }

    private JsonNode tree(byte[] message) {
        try {
            return jackson.readTree(message);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Benchmark
    public long binanceTrade() {
        return binance(WireMessages.BINANCE_TRADE);
    }

    @Benchmark
    public JsonNode binanceTradeTree() {
        return tree(WireMessages.BINANCE_TRADE);
    }

    @Benchmark
    public long binanceQuote() {
        return binance(WireMessages.BINANCE_QUOTE);
    }

    @Benchmark
    public JsonNode binanceQuoteTree() {
        return tree(WireMessages.BINANCE_QUOTE);
    }

    @Benchmark
    public long binanceDepth() {
        return binance(WireMessages.BINANCE_DEPTH);
    }

    @Benchmark
    public JsonNode binanceDepthTree() {
        return tree(WireMessages.BINANCE_DEPTH);
    }

    private byte[] next(byte[][] fills) {
        variant = variant + 1 == fills.length ? 0 : variant + 1;
        return fills[variant];
    }

    @Benchmark
    public Object binanceFill() {
        byte[] fill = next(WireMessages.BINANCE_FILLS);
        binanceUser.decode(fill, 0, fill.length);
        return news.last;
    }

    @Benchmark
    public JsonNode binanceFillTree() {
        return tree(next(WireMessages.BINANCE_FILLS));
    }

    @Benchmark
    public long spotTrade() {
        return spot(WireMessages.SPOT_TRADE);
    }

    @Benchmark
    public long spotQuote() {
        return spot(WireMessages.SPOT_QUOTE);
    }

    @Benchmark
    public long spotDepth() {
        return spot(WireMessages.SPOT_DEPTH);
    }

    @Benchmark
    public Object spotFill() {
        byte[] fill = next(WireMessages.SPOT_FILLS);
        binanceUser.decode(fill, 0, fill.length);
        return news.last;
    }

    @Benchmark
    public long okxTrade() {
        return okx(WireMessages.OKX_TRADE);
    }

    @Benchmark
    public JsonNode okxTradeTree() {
        return tree(WireMessages.OKX_TRADE);
    }

    @Benchmark
    public long okxQuote() {
        return okx(WireMessages.OKX_QUOTE);
    }

    @Benchmark
    public JsonNode okxQuoteTree() {
        return tree(WireMessages.OKX_QUOTE);
    }

    @Benchmark
    public long okxDepth() {
        return okx(WireMessages.OKX_DEPTH);
    }

    @Benchmark
    public JsonNode okxDepthTree() {
        return tree(WireMessages.OKX_DEPTH);
    }

    @Benchmark
    public Object okxFill() {
        byte[] fill = next(WireMessages.OKX_FILLS);
        okxAccount.decode(fill, 0, fill.length);
        return news.last;
    }

    @Benchmark
    public JsonNode okxFillTree() {
        return tree(next(WireMessages.OKX_FILLS));
    }
}
