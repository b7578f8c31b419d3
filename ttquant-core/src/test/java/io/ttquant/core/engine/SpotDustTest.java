package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.account.Balance;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.PositionSide;
import io.ttquant.core.engine.Inheritance.OwnPosition;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.core.risk.RiskLimits;
import io.ttquant.core.risk.RiskPolicy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On spot nobody takes an order below the smallest value or quantity, also not one that closes a position. */
class SpotDustTest {
    private static final long DAY = 86_400_000_000_000L;
    private static final Instrument SMALL = Instrument.spot(InstrumentId.parse("sim:SMALL"), Lab.ABC, Lab.USD)
            .tick("1")
            .lot("2")
            .minQuantity(new BigDecimal("4"))
            .build();

    private final Instrument spot = Instrument.spot(InstrumentId.parse("sim:ABC"), Lab.ABC, Lab.USD)
            .tick("1")
            .lot("1")
            .minNotional("500")
            .build();
    private final Script script = new Script();
    private final List<OrderEvent> told = new ArrayList<>();
    private final Engine engine = Engine.builder()
            .instrument(spot)
            .reporting(Lab.USD)
            .startBalance(Lab.USD, 10_000_00)
            .strategy("s", script)
            .simulate(SimulationConfig.DEFAULT)
            .tap(new EngineTap() {
                @Override
                public void event(OrderEvent event) {
                    told.add(event);
                }
            })
            .build();

    private void trade(long now) {
        engine.instrument(spot.id()).trade(now, now, 100, 100, AggressorSide.NONE);
    }

    @Test
    void anExitLeavesWhatIsWorthLessThanTheSmallestOrderInsteadOfTryingForEver() {
        engine.start(0);
        engine.advanceTo(0);
        trade(1);
        script.desk().buy(spot).rawQuantity(6).market().submit();
        trade(2);
        script.desk().sell(spot).rawQuantity(5).market().submit();
        trade(3);
        assertThat(engine.ledger().position("s", spot).rawQuantity()).isEqualTo(1);
        told.clear();

        engine.risk().trip("too much", "owner", true);
        engine.advanceTo(DAY);

        assertThat(told).isEmpty();
        assertThat(engine.ledger().position("s", spot).rawQuantity()).isEqualTo(1);
    }

    /** Below the smallest quantity, and below a lot, where a position can come to by an earlier run or by fees. */
    @ParameterizedTest
    @ValueSource(longs = {1, 3})
    void whatIsBelowTheSmallestQuantityIsLeftToo(long dust) {
        LiveLab lab = small(dust, RiskLimits.builder().build());

        lab.engine.risk().trip("too much", "owner", true);
        lab.engine.advanceTo(DAY);

        assertThat(lab.sent).isEmpty();
        assertThat(lab.created).isEmpty();
        assertThat(lab.engine.strategies().whyLeft(lab.engine.ledger().position("s", SMALL)))
                .isEqualTo("less than the smallest order");
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void theSmallestQuantityIsSold(long held) {
        LiveLab lab = small(held, RiskLimits.builder().build());

        lab.engine.risk().trip("too much", "owner", true);

        assertThat(lab.created).extracting(Order::rawQuantity).containsExactly(held / 2 * 2);
        assertThat(lab.engine.strategies().whyLeft(lab.engine.ledger().position("s", SMALL)))
                .isEmpty();
    }

    /** No guard trips at each price of something that no order can close, and what is bought beside it has its stop. */
    @ParameterizedTest
    @ValueSource(longs = {1, 3})
    void dustHasNoStopAndWhatIsBoughtLaterHasOne(long dust) {
        LiveLab lab = small(dust, RiskLimits.builder().stopLoss("0.05").build());
        lab.price(SMALL, 90);
        Order own = lab.script.desk().buy(SMALL).rawQuantity(10).limit("80").submit();
        lab.account.accepted(own, 2);
        lab.price(SMALL, 89);
        lab.price(SMALL, 88);
        assertThat(lab.sent).containsExactly("submit " + own.clientId());

        lab.fill(own, 10, 80);
        lab.price(SMALL, 70);

        assertThat(lab.created)
                .extracting(order -> order.side() + " " + order.rawQuantity())
                .containsExactly("BUY 10", "SELL " + (10 + dust) / 2 * 2);
    }

    /** A strategy that holds some, bought at 100 in an earlier run. */
    private static LiveLab small(long held, RiskLimits limits) {
        LiveLab lab = new LiveLab(
                LiveLab.snapshot(
                        1, List.of(new Balance(Lab.USD, 100_000, 0), new Balance(Lab.ABC, held, 0)), List.of()),
                b -> b.instrument(SMALL)
                        .risk(RiskPolicy.ofAccount(limits))
                        .inherit(new Inheritance(
                                List.of(new OwnPosition(
                                        "s", SMALL.id(), PositionSide.NET, held, new BigDecimal("100"), 0)),
                                List.of(),
                                Map.of())));
        lab.start();
        lab.price(SMALL, 100);
        return lab;
    }
}
