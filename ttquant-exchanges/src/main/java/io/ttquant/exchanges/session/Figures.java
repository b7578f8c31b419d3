package io.ttquant.exchanges.session;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.FixedPoint;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** A venue's decimals at our scales. */
final class Figures {
    private Figures() {}

    /** @throws ArithmeticException if it does not fit exactly */
    static long rawQuantity(Instrument instrument, BigDecimal quantity) {
        return FixedPoint.toRaw(quantity, instrument.quantityScale());
    }

    /** Rounded half to even where it has more decimals than a tick; the other value if there is none. */
    static long rawPrice(Instrument instrument, @Nullable BigDecimal price, long otherwise) {
        return price == null || price.signum() == 0 ? otherwise : rawPrice(instrument, price);
    }

    /** Rounded half to even where it has more decimals than a tick, as prices of a venue's own trades may have. */
    static long rawPrice(Instrument instrument, BigDecimal price) {
        return FixedPoint.toRaw(price, instrument.priceScale(), RoundingMode.HALF_EVEN);
    }
}
