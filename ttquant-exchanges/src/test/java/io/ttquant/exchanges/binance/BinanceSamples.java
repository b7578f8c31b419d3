package io.ttquant.exchanges.binance;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.exchanges.credentials.Credentials;
import io.ttquant.exchanges.credentials.Secret;

/** Instruments and keys of the tests; the key is the one that the documentation publishes. */
final class BinanceSamples {
    static final String KEY = "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A";
    static final String SECRET = "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j";
    static final long NOW = 1_700_000_000_123L;

    static final Instrument BTCUSDT = Instrument.spot("binance:BTCUSDT", "BTC", "USDT")
            .tick("0.01")
            .lot("0.00001")
            .build();
    static final Instrument LTCBTC = Instrument.spot("binance:LTCBTC", "LTC", "BTC")
            .tick("0.000001")
            .lot("0.001")
            .build();
    static final Instrument FUTURE = Instrument.perpetual(
                    InstrumentId.of("binance-usdm", "BTCUSDT"), Currency.of("BTC"), Currency.of("USDT"))
            .tick("0.1")
            .lot("0.001")
            .build();

    private BinanceSamples() {}

    static Credentials credentials() {
        return credentials(KEY, SECRET);
    }

    static Credentials credentials(String key, String secret) {
        return Credentials.of(Secret.of(key), Secret.of(secret));
    }

    static SpotRequests spot(int recvWindow) {
        return SpotRequests.of(credentials(), () -> NOW, recvWindow);
    }

    static UsdmRequests usdm(int recvWindow) {
        return UsdmRequests.of(credentials(), () -> NOW, recvWindow);
    }
}
