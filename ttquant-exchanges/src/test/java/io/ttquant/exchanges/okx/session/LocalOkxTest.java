package io.ttquant.exchanges.okx.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.Side;
import io.ttquant.api.order.TriggerSource;
import io.ttquant.exchanges.Orders;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A session and the local exchange, when nothing goes wrong. */
class LocalOkxTest {
    private final LocalOkx local = new LocalOkx();

    private Order submit(String clientId, Orders order) {
        Order made = new TestOrder(clientId, order.request());
        local.session.execution().submit(made);
        local.run(2);
        return made;
    }

    private Orders limit(String symbol, Side side, String price, String quantity) {
        return Orders.of(local.instrument(symbol), side, OrderType.LIMIT, quantity)
                .at(price);
    }

    @Test
    void aSessionOpensAndTrades() {
        local.attached();
        assertThat(local.heard).startsWith("ready").last().asString().startsWith("trading true");
    }

    @Test
    void marketDataFlows() {
        local.attached();
        for (Capability kind : List.of(Capability.TRADES, Capability.QUOTES, Capability.BOOKS)) {
            local.session.subscribe(local.instrument(LocalOkx.SPOT).id(), kind);
        }
        local.run(5);
        local.bob(LocalOkx.SPOT, io.ttquant.exchanges.emulator.exchange.Side.SELL, "27000", "1");
        submit("a1", limit(LocalOkx.SPOT, Side.BUY, "27000", "0.5"));
        assertThat(local.sinks.market).anyMatch(m -> m.startsWith("BTC-USDT trade"));
    }

    @Test
    void aSpotOrderIsTakenFilledInPartAndCancelled() {
        local.attached();
        Order order = submit("a1", limit(LocalOkx.SPOT, Side.BUY, "27000", "1"));
        local.bob(LocalOkx.SPOT, io.ttquant.exchanges.emulator.exchange.Side.SELL, "27000", "0.25");
        local.run(2);
        local.session.execution().cancel(order);
        local.run(5);
        assertThat(local.reports())
                .containsExactly("a1 accepted", "a1 filled 1 25000 at 270000 fee 20000 BTC", "a1 canceled");
    }

    @Test
    void aSwapOrderIsAmendedAndFilled() {
        local.attached();
        Order order = submit("a1", limit(LocalOkx.SWAP, Side.BUY, "27000", "1"));
        local.session.execution().amend(order, new Amendment(200, 270010, 0));
        local.run(5);
        local.bob(LocalOkx.SWAP, io.ttquant.exchanges.emulator.exchange.Side.SELL, "27001", "2");
        local.run(5);
        assertThat(local.reports())
                .containsExactly(
                        "a1 accepted", "a1 updated 200 270010 0", "a1 filled 1 200 at 270010 fee 43201600 USDT");
    }

    @Test
    void aStopIsTriggeredAndFilled() {
        local.attached();
        local.bob(LocalOkx.SPOT, io.ttquant.exchanges.emulator.exchange.Side.BUY, "26000", "2");
        submit(
                "a1",
                Orders.of(local.instrument(LocalOkx.SPOT), Side.SELL, OrderType.STOP_MARKET, "1")
                        .trigger("26500", TriggerSource.LAST));
        Order other = submit(
                "a2",
                Orders.of(local.instrument(LocalOkx.SPOT), Side.SELL, OrderType.STOP_LIMIT, "1")
                        .trigger("20500", TriggerSource.LAST)
                        .at("20000"));
        local.other("carol", LocalOkx.SPOT, io.ttquant.exchanges.emulator.exchange.Side.SELL, "26000", "1");
        local.run(5);
        local.session.execution().cancel(other);
        local.run(90);
        assertThat(local.reports())
                .containsExactly(
                        "a1 accepted",
                        "a2 accepted",
                        "a1 triggered",
                        "a1 filled 2 100000 at 260000 fee 2600000000 USDT",
                        "a2 canceled");
    }

    @Test
    void aQuietAccountKeepsItsConnections() {
        local.attached();
        for (int i = 0; i < 20; i++) {
            local.run(15);
            local.exchange.accounts().deposit("alice", "USDT", java.math.BigDecimal.ONE);
        }
        local.run(600);
        assertThat(local.heard).hasSize(3);
    }

    @Test
    void closingEndsEverything() {
        local.attached();
        submit("a1", limit(LocalOkx.SPOT, Side.BUY, "27000", "1"));
        local.session.close();
        local.run(30);
        assertThat(local.network.openSockets()).isZero();
    }
}
