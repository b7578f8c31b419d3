package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.core.margin.View;
import io.ttquant.core.matching.SimulationConfig;
import java.math.BigDecimal;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Margin of a position whose quotes have one side only, where nothing was ever traded. */
class MissingPriceMarginTest {
    private static final Currency BTC = Currency.of("BTC", 8);
    private static final Instrument INVERSE = Instrument.inversePerpetual(
                    InstrumentId.parse("sim:INVERSE"), BTC, Currency.of("USD", 2))
            .tick("1")
            .lot("1")
            .multiplier(new BigDecimal("100"))
            .build();

    private static long free(Lab lab, Currency currency) {
        return Objects.requireNonNull(
                        Objects.requireNonNull(lab.engine.margin()).groupOf(currency))
                .rawFree(View.KNOWN);
    }

    @Test
    void aShortWhoseBidWentAwayFreesNothing() {
        Lab lab = Lab.of(Lab.SWAP, SimulationConfig.DEFAULT, 1_000_00).start(0);
        lab.quote(1, 99, 50, 101, 50);
        lab.script.desk().sell(Lab.SWAP).lots(5).market().submit();
        lab.quote(2, 99, 50, 101, 50);
        assertThat(lab.position()).isEqualTo(-5);
        // Sold for 495, worth 500: 5 lost, 500 of margin.
        assertThat(free(lab, Lab.USD)).isEqualTo(495_00);

        lab.quote(3, 0, 0, 101, 50);

        assertThat(free(lab, Lab.USD)).isEqualTo(495_00);
        assertThat(lab.script.desk().sell(Lab.SWAP).lots(5).limit(100).submit().status())
                .isEqualTo(OrderStatus.DENIED);
    }

    @Test
    void aPositionThatNeverHadAPriceIsWorthWhatItCost() {
        Lab lab = Lab.of(Lab.SWAP, SimulationConfig.DEFAULT, 1_000_00).start(0);
        lab.quote(1, 100, 50, 0, 0);
        lab.script.desk().sell(Lab.SWAP).lots(5).limit(100).submit();
        lab.engine.settle();
        assertThat(lab.position()).isEqualTo(-5);
        assertThat(free(lab, Lab.USD)).isEqualTo(500_00);
        assertThat(lab.script.desk().sell(Lab.SWAP).lots(6).limit(100).submit().status())
                .isEqualTo(OrderStatus.DENIED);
    }

    @Test
    void anInverseContractWithoutAPriceIsJudgedByItsCost() {
        Lab lab = new Lab(INVERSE, SimulationConfig.DEFAULT, b -> b.startBalance(BTC, 10_000_000));
        lab.start(0);
        lab.quote(1, 0, 0, 10_000, 50);
        lab.script.desk().buy(INVERSE).lots(5).limit(10_000).submit();
        lab.engine.settle();
        assertThat(lab.position()).isEqualTo(5);
        // 500 USD at 10,000 are 0.05 BTC of 0.1.
        assertThat(free(lab, BTC)).isEqualTo(5_000_000);
        assertThat(lab.script.desk().buy(INVERSE).lots(6).limit(10_000).submit().status())
                .isEqualTo(OrderStatus.DENIED);
    }
}
