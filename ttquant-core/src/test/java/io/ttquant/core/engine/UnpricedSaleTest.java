package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.core.matching.SimulationConfig;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a spot sale holds back does not depend on a price, so it holds while none is known. */
class UnpricedSaleTest {
    private final List<String> denials = new ArrayList<>();

    private Lab lab() {
        EngineTap tap = new EngineTap() {
            @Override
            public void event(OrderEvent event) {
                if (event instanceof OrderEvent.Denied denied) {
                    denials.add(denied.message());
                }
            }
        };
        return new Lab(
                        Lab.SPOT,
                        SimulationConfig.DEFAULT,
                        b -> b.startBalance(Lab.USD, 1_000_00)
                                .startBalance(Lab.ABC, 10)
                                .without(Capability.STOP_ORDERS)
                                .tap(tap))
                .start(0);
    }

    private static Order sell(Lab lab, long lots) {
        Order order = lab.script.desk().sell(Lab.SPOT).lots(lots).market().submit();
        lab.engine.settle();
        return order;
    }

    @Test
    void aSecondSaleOfTheSameIsDeniedBeforeTheFirstPrice() {
        Lab lab = lab();
        Order first = sell(lab, 7);
        Order second = sell(lab, 4);
        Order third = sell(lab, 3);

        assertThat(first.status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(second.status()).isEqualTo(OrderStatus.DENIED);
        assertThat(third.status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(denials)
                .containsExactly("SELL of 4 sim:ABC needs 4 ABC, free are 3 ABC; ask for less or cancel other orders");
    }

    @Test
    void whatAnOrderKeptByTheEngineHoldsIsNotSoldBesideIt() {
        Lab lab = lab();
        lab.script.desk().sell(Lab.SPOT).lots(6).rawStop(90).submit();
        Order sale = sell(lab, 5);

        assertThat(sale.status()).isEqualTo(OrderStatus.DENIED);
        assertThat(denials).singleElement().asString().contains("free are 4 ABC");
        assertThat(lab.engine.ledger().rawFree(Lab.ABC)).isNotNegative();
    }
}
