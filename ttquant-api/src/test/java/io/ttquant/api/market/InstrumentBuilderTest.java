package io.ttquant.api.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class InstrumentBuilderTest {
    @Test
    void decimalsOfTextAreBoundedBeforeTheyAreComputed() {
        refused(b -> b.tick("1e10000000"), "'1e10000000' has more than 40 digits before or after the point");
        refused(b -> b.lot("1e-10000000"), "'1e-10000000' has more than 40 digits before or after the point");
        refused(b -> b.minNotional("ten"), "'ten' is not a decimal number; write for example 0.001");
    }

    @Test
    void whatDoesNotFitIsRefusedWithTheValue() {
        refused(
                b -> b.tick("1e30"),
                "instrument x:AB: tick 1E+30 does not fit 64 bits at its 0 decimals; take it from the venue's instrument list");
        refused(
                b -> b.minNotional("1e30"),
                "instrument x:AB: the minimum notional 1E+30 does not fit 64 bits at 8 decimals; it is at most 92233720368.54775807");
        refused(
                b -> b.multiplier(new BigDecimal("1e-19")),
                "instrument x:AB: multiplier has 19 decimals, at most 18 are supported");
        refused(
                b -> b.tick(new BigDecimal("1e100000000")),
                "instrument x:AB: tick 1E+100000000 does not fit 64 bits at its 0 decimals; take it from the venue's "
                        + "instrument list");
    }

    @Test
    void limitsOutOfOrderAreNamedAsDecimals() {
        refused(
                b -> b.minQuantity(new BigDecimal("2.5")).maxQuantity(BigDecimal.ONE),
                "instrument x:AB: the quantity limits are out of order: minimum 2.500, maximum 1.000; a minimum is not below "
                        + "zero, and a maximum not below its minimum");
        refused(
                b -> b.minPrice(new BigDecimal("-0.01")),
                "instrument x:AB: the price limits are out of order: minimum -0.01, maximum none; a minimum is not below zero, "
                        + "and a maximum not below its minimum");
    }

    @Test
    void aMaximumBeyondTheArithmeticIsNoLimit() {
        Instrument instrument =
                builder().maxNotional(new BigDecimal("1e100000000")).build();

        assertThat(instrument.filters().rawMaxNotional()).isEqualTo(OrderFilters.UNLIMITED);
    }

    private static InstrumentBuilder builder() {
        return Instrument.spot("x:AB", "A", "B").tick("0.01").lot("0.001");
    }

    private static void refused(UnaryOperator<InstrumentBuilder> change, String message) {
        assertThatThrownBy(() -> change.apply(builder()).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
