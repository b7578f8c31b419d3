package io.ttquant.exchanges.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.exchanges.emulator.exchange.Side;
import io.ttquant.exchanges.emulator.fault.RequestFault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Stops that the engine holds and whose triggers are reached while the session catches up. */
class HeldStopsScenarioTest {
    @ParameterizedTest
    @EnumSource
    void oneIsSentOnceWhenTheSessionHasCaughtUp(BinanceVenues venue) {
        Scenario s = begin(venue);
        Order stop = trailing(s);
        blind(s);
        s.trade(Side.SELL, "59900", "6").seconds(2);
        assertThat(s.isTrading()).isFalse();
        assertThat(stop.status()).isEqualTo(OrderStatus.ACCEPTED);

        s.settle().agree();
        assertThat(stop.status()).isEqualTo(OrderStatus.FILLED);
    }

    @ParameterizedTest
    @EnumSource
    void oneThatIsCancelledMeanwhileIsNeverSent(BinanceVenues venue) {
        Scenario s = begin(venue);
        Order stop = trailing(s);
        blind(s);
        s.trade(Side.SELL, "59900", "6").seconds(2);
        s.cancel(stop);

        s.settle().agree();
        assertThat(stop.status()).isEqualTo(OrderStatus.CANCELED);
    }

    private static Scenario begin(BinanceVenues venue) {
        return Scenario.at(venue).begin();
    }

    private static Order trailing(Scenario s) {
        s.buy("0.02");
        s.seconds(2);
        // Thirty dollars.
        int ticks = s.venue().isDerivative() ? 300 : 3_000;
        Order stop =
                s.order(p -> p.hands().sell(s.instrument()).quantity("0.02").trailingTicks(ticks));
        s.seconds(2);
        assertThat(stop.isEmulated()).isTrue();
        return stop;
    }

    /** What the account missed cannot be asked for, for some seconds; prices flow. */
    private static void blind(Scenario s) {
        s.faults()
                .requests(
                        call -> call.method().equals("GET") && call.path().endsWith("/openOrders"),
                        RequestFault.status(503),
                        6);
        s.faults().cutSockets();
        s.until("it is noticed", () -> !s.isTrading());
        s.seconds(2);
    }
}
