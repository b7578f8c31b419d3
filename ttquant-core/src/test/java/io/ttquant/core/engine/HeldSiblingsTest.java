package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.order.OrderGroup;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.core.matching.SimulationConfig;
import org.junit.jupiter.api.Test;

/** Groups on a venue that knows them, of which the engine holds a member that the venue does not know yet. */
class HeldSiblingsTest {
    private final Lab lab = lab();

    private static Lab lab() {
        Lab lab = new Lab(
                        Lab.SWAP,
                        SimulationConfig.DEFAULT,
                        b -> b.startBalance(Lab.USD, 1_000_000_00).without(Capability.STOP_ORDERS))
                .start(0);
        lab.trade(1, 100, 10);
        return lab;
    }

    private OrderGroup oco() {
        OrderGroup group = lab.script
                .desk()
                .oco(
                        lab.script.desk().sell(Lab.SWAP).lots(10).limit(105),
                        lab.script.desk().sell(Lab.SWAP).lots(10).stop(90));
        lab.trade(2, 100, 10);
        return group;
    }

    @Test
    void aFillAtTheVenueEndsWhatIsHeld() {
        OrderGroup group = oco();
        lab.trade(3, 106, 10, AggressorSide.BUYER);

        assertThat(group.order(0).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(group.order(1).status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Test
    void aPartialFillAtTheVenueReducesWhatIsHeld() {
        OrderGroup group = lab.script
                .desk()
                .ouo(
                        lab.script.desk().sell(Lab.SWAP).lots(10).limit(105),
                        lab.script.desk().sell(Lab.SWAP).lots(10).stop(90));
        lab.trade(2, 100, 10);
        lab.trade(3, 106, 4, AggressorSide.BUYER);
        assertThat(group.order(1).rawQuantity()).isEqualTo(6);
        lab.trade(4, 89, 100, AggressorSide.SELLER);

        assertThat(lab.fills()).containsExactly("SELL 4@105 MAKER TRADED_THROUGH", "SELL 6@89 TAKER TOOK_BOOK");
        assertThat(group.isClosed()).isTrue();
    }

    @Test
    void cancellingTheGroupEndsWhatIsHeld() {
        OrderGroup group = oco();
        group.cancel();
        lab.trade(3, 100, 10);

        assertThat(group.orders()).allMatch(order -> order.status() == OrderStatus.CANCELED);
    }

    @Test
    void cancellingTheMemberAtTheVenueEndsWhatIsHeld() {
        OrderGroup group = oco();
        lab.script.desk().cancel(group.order(0));
        lab.trade(3, 100, 10);

        assertThat(group.orders()).allMatch(order -> order.status() == OrderStatus.CANCELED);
    }
}
