package io.ttquant.core.margin;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.Side;
import io.ttquant.core.portfolio.FundsPolicy;
import io.ttquant.core.portfolio.Ledger;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A position without a price is not judged, and neither is what shares its margin. */
class UnpricedMarginTest {
    private static final Currency USD = Currency.of("USD", 2);

    private static Instrument swap(String symbol) {
        return Instrument.perpetual(new InstrumentId("sim", symbol), Currency.of("ABC", 0), USD)
                .tick("1")
                .lot("1")
                .build();
    }

    @Test
    void nothingIsJudgedWhileAPriceIsMissing() {
        Instrument priced = swap("A");
        Instrument other = swap("B");
        Ledger ledger = new Ledger(USD, FundsPolicy.STRICT, Map.of(USD, 10_000L));
        ledger.register(priced);
        ledger.register(other);
        MarginAccount account = new MarginAccount(ledger, AccountConfig.DEFAULT.withLeverage("10"));
        long[] price = {100, 0};
        InstrumentMargin a = account.register(priced, () -> price[0]);
        InstrumentMargin b = account.register(other, () -> price[1]);
        ledger.apply(ledger.position("s", priced), Side.BUY, 100, 5, 0, USD);
        ledger.apply(ledger.position("s", other), Side.BUY, 100, 5, 0, USD);

        price[0] = 50;
        assertThat(account.unpriced(a)).isSameAs(b);
        assertThat(account.rawBreachPrice(a, 100, 50)).isZero();

        price[1] = 100;
        assertThat(account.unpriced(a)).isNull();
        assertThat(account.isBreached(a)).isTrue();
        // 100.00 − 5 × (100 − p) <= 5 × (p + 100) × 1 %, so p <= 81.8.
        assertThat(account.rawBreachPrice(a, 100, 50)).isEqualTo(81);
    }
}
