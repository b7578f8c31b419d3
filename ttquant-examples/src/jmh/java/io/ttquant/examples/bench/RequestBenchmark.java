package io.ttquant.examples.bench;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.Side;
import io.ttquant.exchanges.binance.SpotRequests;
import io.ttquant.exchanges.binance.UsdmRequests;
import io.ttquant.exchanges.credentials.Credentials;
import io.ttquant.exchanges.credentials.Secret;
import io.ttquant.exchanges.okx.OkxEnvironment;
import io.ttquant.exchanges.okx.OkxRequests;
import io.ttquant.exchanges.okx.TradeMode;
import io.ttquant.exchanges.request.RestRequest;
import java.math.BigDecimal;
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

/** A limit order and its cancel, checked, written, stamped and signed (HMAC-SHA256), ready to be handed to a socket. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RequestBenchmark {
    private static final Credentials CREDENTIALS = Credentials.of(
            Secret.of("key"),
            Secret.of("NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j"),
            Secret.of("pass"));

    private final Instrument coin = Instrument.spot("binance:BTCUSDT", "BTC", "USDT")
            .tick("0.01")
            .lot("0.00001")
            .build();
    private final Instrument swap = Instrument.perpetual(
                    InstrumentId.of("okx", "BTC-USDT-SWAP"), Currency.of("BTC"), Currency.of("USDT"))
            .tick("0.1")
            .lot("0.01")
            .multiplier(new BigDecimal("0.01"))
            .build();
    private final SpotRequests spot = SpotRequests.of(CREDENTIALS, this::next, 5_000);
    private final UsdmRequests usdm = UsdmRequests.of(CREDENTIALS, this::next, 5_000);
    private final OkxRequests okx = OkxRequests.of(
            OkxEnvironment.live("global"), CREDENTIALS, this::next, 5_000, TradeMode.CASH, TradeMode.CROSS);
    private long millis = 1_700_000_000_000L;

    private long next() {
        return ++millis;
    }

    @Benchmark
    public RestRequest placeOnBinanceSpot() {
        return spot.place("e1s1n12345", OrderRequest.limit(coin, Side.BUY, 1_500, 3_000_000 + (millis & 1_023)));
    }

    @Benchmark
    public RestRequest placeOnBinanceFutures() {
        return usdm.place("e1s1n12345", OrderRequest.limit(coin, Side.BUY, 1_500, 3_000_000 + (millis & 1_023)));
    }

    @Benchmark
    public RestRequest placeOnOkx() {
        return okx.place("e1s1n12345", OrderRequest.limit(swap, Side.BUY, 300, 300_000 + (millis & 1_023)));
    }

    @Benchmark
    public RestRequest cancelOnBinanceSpot() {
        return spot.cancel("BTCUSDT", "e1s1n12345");
    }

    @Benchmark
    public RestRequest cancelOnOkx() {
        return okx.cancel("BTC-USDT-SWAP", "e1s1n12345");
    }
}
