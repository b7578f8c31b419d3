package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.algorithm.ShareOfVolume;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderBuilder;
import io.ttquant.api.strategy.Execution;
import io.ttquant.core.matching.SimulationConfig;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The smallest child of a share of the volume, by the venue's minimum of value, and by which price that is judged. */
class ShareOfVolumeLeastTest {
    private static final Instrument WORTH_550 =
            Lab.SWAP.toBuilder().minNotional("550").build();

    private static Lab lab(Instrument instrument) {
        Lab lab = Lab.of(instrument, SimulationConfig.DEFAULT, 1_000_000_00).start(0);
        lab.trade(0, 100, 1_000);
        return lab;
    }

    /** What an order sends that may have all of what is traded, one at each look. */
    private static List<Long> children(Lab lab, OrderBuilder order, int looks) {
        Execution share = lab.script.ctx().execute(order.request(), ShareOfVolume.of("1", Duration.ofMinutes(1)));
        long start = lab.engine.now();
        for (int look = 1; look <= looks; look++) {
            lab.trade(start + look * Lab.MINUTE - 1, 100, 1);
            lab.engine.advanceTo(start + look * Lab.MINUTE);
            lab.engine.settle();
        }
        return share.children().stream().map(Order::rawQuantity).toList();
    }

    @Test
    void aMarketOrderIsJudgedByThePriceItWouldTake() {
        Lab lab = lab(WORTH_550);
        lab.quote(1, 99, 1_000, 110, 1_000);
        assertThat(children(lab, lab.script.desk().buy(WORTH_550).lots(50), 5)).containsExactly(5L);
        Lab sells = lab(WORTH_550);
        sells.quote(1, 91, 1_000, 110, 1_000);
        assertThat(children(sells, sells.script.desk().sell(WORTH_550).lots(50), 7))
                .containsExactly(7L);
    }

    @Test
    void aLimitOrderIsJudgedByItsLimit() {
        Lab lab = lab(WORTH_550);
        assertThat(children(lab, lab.script.desk().buy(WORTH_550).lots(50).limit(50), 11))
                .containsExactly(11L);
    }

    @Test
    void whereMarketOrdersAreNotJudgedOnlyTheLotIs() {
        Instrument free = WORTH_550.toBuilder().notionalAppliesToMarket(false).build();
        Lab lab = lab(free);
        assertThat(children(lab, lab.script.desk().buy(free).lots(50), 2)).containsExactly(1L, 1L);
    }

    @Test
    void whatReducesAPositionMayBeWorthLess() {
        Lab lab = lab(WORTH_550);
        lab.script.desk().buy(WORTH_550).lots(30).submit();
        lab.engine.settle();
        assertThat(children(lab, lab.script.desk().sell(WORTH_550).lots(30).reduceOnly(), 2))
                .containsExactly(1L, 1L);
        assertThat(lab.position()).isEqualTo(28);
    }

    @Test
    void aValueThatNoWholeLotsGiveIsRoundedUp() {
        Instrument lots = Lab.SWAP.toBuilder().lot("4").minNotional("900").build();
        Lab lab = lab(lots);
        assertThat(children(lab, lab.script.desk().buy(lots).rawQuantity(80), 13))
                .as("8 are worth 800")
                .containsExactly(12L);
    }

    @Test
    void anInverseContractIsWorthLessAtAHigherPrice() {
        Currency coin = Currency.of("XYZ", 8);
        Instrument inverse = Instrument.inversePerpetual(InstrumentId.parse("sim:INVERSE"), coin, Lab.USD)
                .tick("1")
                .lot("1")
                .multiplier(BigDecimal.TEN)
                .minNotional("0.35")
                .build();
        Lab lab = new Lab(
                        inverse,
                        SimulationConfig.DEFAULT,
                        b -> b.reporting(coin).startBalance(coin, 1_000_000_00000000L))
                .start(0);
        lab.trade(0, 100, 1_000);
        assertThat(children(lab, lab.script.desk().buy(inverse).lots(50), 4))
                .as("a contract of 10 at 100 is worth 0.1")
                .containsExactly(4L);
    }
}
