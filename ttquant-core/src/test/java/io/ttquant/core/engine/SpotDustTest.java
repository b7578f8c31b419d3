package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.core.matching.SimulationConfig;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On spot nobody takes an order below the smallest value, also not one that closes a position. */
class SpotDustTest {
    private static final long DAY = 86_400_000_000_000L;

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
}
