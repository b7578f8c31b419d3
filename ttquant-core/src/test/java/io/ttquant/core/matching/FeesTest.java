package io.ttquant.core.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.Side;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class FeesTest {
    private static final Currency BTC = Currency.of("BTC", 8);
    private static final Currency USD = Currency.of("USD", 2);
    private static final Instrument SPOT = Instrument.spot(InstrumentId.parse("x:BTCUSD"), BTC, USD)
            .tick("0.01")
            .lot("0.001")
            .build();
    private static final Instrument INVERSE = Instrument.inversePerpetual(InstrumentId.parse("x:BTCUSDSWAP"), BTC, USD)
            .tick("0.5")
            .lot("1")
            .multiplier(BigDecimal.valueOf(100))
            .build();

    private static long taker(FeeModel fees, Instrument instrument, long rawPrice, long rawQuantity) {
        return fees.rawFee(instrument, Side.BUY, LiquiditySide.TAKER, rawPrice, rawQuantity);
    }

    @Test
    void aFeeIsRoundedOnceFromTheExactValueAndNotFromARoundedOne() {
        // 0.29 × 0.05 = 0.0145 exactly, of which 35 % are 0.005075, which rounds to 0.01; the rounded value 0.01 would
        // give 0.00.
        assertThat(taker(RateFees.of("0", "0.35"), SPOT, 29, 50)).isEqualTo(1);
        assertThat(taker(new FixedFees(BigDecimal.ZERO, BigDecimal.ZERO, new BigDecimal("0.35")), SPOT, 29, 50))
                .isEqualTo(1);
    }

    @Test
    void anInverseContractPaysAFractionOfItsValueInTheBaseCurrency() {
        RateFees fees = RateFees.of("-0.0001", "0.0005");

        assertThat(fees.currency(INVERSE, Side.BUY)).isEqualTo(BTC);
        assertThat(taker(fees, INVERSE, 50_000_0, 10)).isEqualTo(1000L);
        assertThat(fees.rawFee(INVERSE, Side.SELL, LiquiditySide.MAKER, 50_000_0, 10))
                .isEqualTo(-200L);
        // 100 × 0.0005 ÷ 30000 + 0.00000001 = 0.0000016766…
        assertThat(taker(
                        new FixedFees(new BigDecimal("0.00000001"), BigDecimal.ZERO, new BigDecimal("0.0005")),
                        INVERSE,
                        30_000_0,
                        1))
                .isEqualTo(168L);
    }

    @Test
    void aRateOfMoreThanTwelveDecimalsIsRefused() {
        assertThatThrownBy(() -> RateFees.of("0", "0.0000000000001"))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("fee rate 1E-13 has 13 decimals, at most 12 are supported; round it");
        assertThat(taker(RateFees.of("0", "0.000000000001"), SPOT, 1_000_000_000_00L, 1_000_000_000L))
                .isEqualTo(1_000_00L);
    }
}
