package io.ttquant.exchanges.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.exchanges.emulator.fault.RequestFault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutcomeUnknownTest {
    @Row("A1")
    @ParameterizedTest
    @EnumSource
    void aCreateWhoseAnswerIsLostIsFoundAndNotSentAgain(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        s.faults().next("POST", venue.createPath(), new RequestFault.LoseAnswer());
        Order order = s.buy("0.01", "59000");
        s.settle();
        s.agree();
        assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
    }
}
