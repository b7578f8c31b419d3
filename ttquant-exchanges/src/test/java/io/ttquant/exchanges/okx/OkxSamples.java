package io.ttquant.exchanges.okx;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.exchanges.credentials.Credentials;
import io.ttquant.exchanges.credentials.Secret;
import java.math.BigDecimal;

/** Instruments, keys and orders of the tests. */
final class OkxSamples {
    static final String SECRET = "22582BD0CFF14C41EDBF1AB98506286D";
    static final long NOW = 1_700_000_000_123L;

    static final Instrument SPOT = Instrument.spot("okx:BTC-USDT", "BTC", "USDT")
            .tick("0.01")
            .lot("0.00000001")
            .build();
    static final Instrument SWAP = Instrument.perpetual(
                    InstrumentId.of("okx", "BTC-USDT-SWAP"), Currency.of("BTC"), Currency.of("USDT"))
            .tick("0.1")
            .lot("1")
            .multiplier(new BigDecimal("0.01"))
            .build();

    private OkxSamples() {}

    static Credentials credentials() {
        return Credentials.of(Secret.of("ttq-key-1"), Secret.of(SECRET), Secret.of("ttq-pass"));
    }

    static OkxRequests requests(OkxEnvironment environment, TradeMode derivatives) {
        return OkxRequests.of(environment, credentials(), () -> NOW, 5_000, TradeMode.CASH, derivatives);
    }

    static OkxRequests requests() {
        return requests(OkxEnvironment.live("global"), TradeMode.CROSS);
    }
}
