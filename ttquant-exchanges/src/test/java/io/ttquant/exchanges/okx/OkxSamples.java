package io.ttquant.exchanges.okx;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.Side;
import io.ttquant.api.order.TimeInForce;
import io.ttquant.api.order.TrailingOffset;
import io.ttquant.api.order.TriggerSource;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.exchanges.credentials.Credentials;
import io.ttquant.exchanges.credentials.Secret;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Instruments, keys and orders of the tests. */
final class OkxSamples {
    static final String SECRET = "22582BD0CFF14C41EDBF1AB98506286D";
    static final long NOW = 1_700_000_000_123L;

    static final Instrument SPOT = Instrument.spot("okx:BTC-USDT", "BTC", "USDT").tick("0.01").lot("0.00000001").build();
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

    /** An order of everything that a request can say. */
    record Sample(
            Instrument instrument,
            Side side,
            OrderType type,
            String quantity,
            @Nullable String price,
            @Nullable String trigger,
            TimeInForce tif,
            boolean isPostOnly,
            boolean isReduceOnly,
            TriggerSource source,
            @Nullable TrailingOffset trailing,
            PositionSide positionSide) {
        static Sample of(Instrument i, Side side, OrderType type, String quantity) {
            return new Sample(
                    i, side, type, quantity, null, null, TimeInForce.GTC, false, false, TriggerSource.DEFAULT, null, PositionSide.NET);
        }

        Sample at(String newPrice) {
            return new Sample(instrument, side, type, quantity, newPrice, trigger, tif, isPostOnly, isReduceOnly, source, trailing, positionSide);
        }

        Sample trigger(String newTrigger, TriggerSource by) {
            return new Sample(instrument, side, type, quantity, price, newTrigger, tif, isPostOnly, isReduceOnly, by, trailing, positionSide);
        }

        Sample tif(TimeInForce other) {
            return new Sample(instrument, side, type, quantity, price, trigger, other, isPostOnly, isReduceOnly, source, trailing, positionSide);
        }

        Sample postOnly() {
            return new Sample(instrument, side, type, quantity, price, trigger, tif, true, isReduceOnly, source, trailing, positionSide);
        }

        Sample reduceOnly() {
            return new Sample(instrument, side, type, quantity, price, trigger, tif, isPostOnly, true, source, trailing, positionSide);
        }

        Sample trailing(TrailingOffset offset) {
            return new Sample(instrument, side, type, quantity, price, trigger, tif, isPostOnly, isReduceOnly, source, offset, positionSide);
        }

        Sample of(PositionSide its) {
            return new Sample(instrument, side, type, quantity, price, trigger, tif, isPostOnly, isReduceOnly, source, trailing, its);
        }

        OrderRequest request() {
            return new OrderRequest(
                    instrument,
                    side,
                    type,
                    raw(quantity, instrument.quantityScale()),
                    raw(price, instrument.priceScale()),
                    raw(trigger, instrument.priceScale()),
                    tif,
                    EpochNanos.NEVER,
                    isPostOnly,
                    isReduceOnly,
                    "",
                    source,
                    trailing,
                    0,
                    positionSide);
        }

        private static long raw(@Nullable String text, int scale) {
            return text == null ? 0 : new BigDecimal(text).movePointRight(scale).longValueExact();
        }
    }
}
