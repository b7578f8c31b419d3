package io.ttquant.core.engine;

import static io.ttquant.core.engine.Lab.MINUTE;
import static io.ttquant.core.engine.Lab.SPOT;
import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.core.margin.AccountConfig;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.core.portfolio.CashFlow;
import io.ttquant.core.portfolio.FundsPolicy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Interest on negative balances, in cents. */
class InterestTest {
    private static final long HOUR = 60 * MINUTE;

    private final List<CashFlow> flows = new ArrayList<>();
    private final Lab lab = new Lab(
            SPOT,
            SimulationConfig.DEFAULT,
            b -> b.startBalance(SPOT.quote(), 10_000)
                    .funds(FundsPolicy.BORROW)
                    .account(AccountConfig.DEFAULT.withBorrowRate("USD", new BigDecimal("0.001")))
                    .tap(new EngineTap() {
                        @Override
                        public void cashFlow(CashFlow flow) {
                            flows.add(flow);
                        }
                    }));

    private void buy(long quantity) {
        lab.script.desk().buy(SPOT.id()).rawQuantity(quantity).market().submit();
        lab.engine.settle();
    }

    @Test
    void aNegativeBalancePaysOnEachFullHourAndOnWhatItPaidBefore() {
        lab.start(30 * MINUTE);
        lab.trade(30 * MINUTE, 100, 1_000);
        buy(11);
        // Owed are 1,000.00: 1.00 at the first hour, 1.001 at the second, to even 1.00.
        lab.engine.advanceTo(2 * HOUR + MINUTE);
        assertThat(flows).extracting(CashFlow::rawAmount).containsExactly(-100L, -100L);
        assertThat(flows).extracting(CashFlow::tsEvent).containsExactly(HOUR, 2 * HOUR);
        assertThat(flows.get(1).why()).isEqualTo("rate 0.001 an hour on -1001.00 USD");
        assertThat(lab.cash()).isEqualTo(-100_200);
    }

    @Test
    void aPositiveBalancePaysNothing() {
        lab.start(0);
        lab.trade(0, 100, 1_000);
        buy(1);
        lab.engine.advanceTo(5 * HOUR);
        assertThat(flows).isEmpty();
    }

    @Test
    void anotherCurrencyWithoutARateBearsNone() {
        lab.start(0);
        lab.trade(0, 100, 1_000);
        lab.script.desk().sell(SPOT.id()).rawQuantity(5).market().submit();
        lab.engine.settle();
        lab.engine.advanceTo(5 * HOUR);
        assertThat(lab.position()).isEqualTo(-5);
        assertThat(flows).isEmpty();
    }
}
