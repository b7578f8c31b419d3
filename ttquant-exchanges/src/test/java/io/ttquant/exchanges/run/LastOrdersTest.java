package io.ttquant.exchanges.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.ExecutionSession;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.Side;
import io.ttquant.exchanges.Orders;
import io.ttquant.exchanges.okx.session.TestOrder;
import io.ttquant.exchanges.transport.simulated.SimulatedTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The orders of an engine that was given up, from their cancels to their ends. */
class LastOrdersTest implements ExecutionSession {
    private static final Instrument BTC = Instrument.perpetual(
                    InstrumentId.parse("sim:BTC"), Currency.of("BTC"), Currency.of("USDT"))
            .tick("0.1")
            .lot("0.001")
            .build();

    private final SimulatedTime time = new SimulatedTime(1_700_000_000_000_000_000L);
    private final List<String> cancelled = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final Order a = order("a");
    private final Order b = order("b");
    private final LastOrders orders = new LastOrders(List.of(a, b));
    private int ends;

    private static Order order(String id) {
        return new TestOrder(
                id, Orders.of(BTC, Side.BUY, OrderType.LIMIT, "1").at("100").request());
    }

    private void begin() {
        orders.cancel(() -> this, lines::add);
        orders.await(time, () -> this, lines::add, () -> ends++);
        assertThat(cancelled).containsExactly("a", "b");
    }

    private void run(long millis) {
        time.run(Duration.ofMillis(millis));
    }

    @Test
    void endsOnceNoneIsOpen() {
        begin();
        run(120);
        assertThat(ends).isZero();
        orders.ended(a);
        orders.filled(b, b.rawQuantity());
        run(60);
        assertThat(ends).isEqualTo(1);
        run(10_000);
        assertThat(ends).isEqualTo(1);
        assertThat(cancelled).hasSize(2);
    }

    @Test
    void cancelsAgainWhatWasRefusedAndIsOpenButNotInALoop() {
        begin();
        orders.refused(a);
        orders.refused(a);
        orders.refused(b);
        orders.ended(b);
        run(1_100);
        assertThat(cancelled).containsExactly("a", "b", "a");
        run(2_000);
        assertThat(cancelled).as("its answer did not come yet").hasSize(3);
        orders.refused(a);
        run(1_100);
        assertThat(cancelled).hasSize(4);
    }

    @Test
    void givesUpAfterSomeSeconds() {
        begin();
        for (int i = 0; i < 100; i++) {
            orders.refused(a);
            run(100);
        }
        assertThat(ends).isEqualTo(1);
        assertThat(cancelled).hasSizeBetween(5, 8);
        orders.tell(() -> this, lines::add);
        assertThat(lines).hasSize(2).allMatch(line -> line.startsWith("LEFT OPEN"));
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of();
    }

    @Override
    public void submit(Order order) {
        throw new AssertionError("nothing is sent");
    }

    @Override
    public void cancel(Order order) {
        cancelled.add(order.clientId());
    }

    @Override
    public void amend(Order order, Amendment amendment) {
        throw new AssertionError("nothing is changed");
    }
}
