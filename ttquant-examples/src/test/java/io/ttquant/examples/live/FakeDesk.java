package io.ttquant.examples.live;

import io.ttquant.api.account.Balance;
import io.ttquant.api.account.PositionMode;
import io.ttquant.api.exchange.AccountSink;
import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.EngineThread;
import io.ttquant.api.exchange.ExecutionSession;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Accepts all orders; market orders are filled at once, others rest until they are cancelled. */
final class FakeDesk implements ExecutionSession {
    private static final Duration TRANSIT = Duration.ofMillis(30);

    final List<String> commands = new ArrayList<>();
    /** What was sent, in its order. */
    final List<Order> orders = new ArrayList<>();
    /** Cancels reach it, and nothing is heard of them. */
    boolean isDeaf;
    /** The client id of an order whose cancel cannot even be sent; empty if there is none. */
    String unsendable = "";

    private @Nullable EngineThread thread;
    private @Nullable AccountSink sink;
    private long trades;

    AccountSnapshot account(List<Instrument> instruments) {
        Balance dollars = new Balance(instruments.get(0).quote(), 10_000_00000000L, 0);
        return new AccountSnapshot(List.of(dollars), List.of(), List.of(), PositionMode.NETTING, 0);
    }

    void attach(EngineThread engineThread, AccountSink account) {
        thread = engineThread;
        sink = account;
    }

    private AccountSink sink() {
        return Objects.requireNonNull(sink, "not attached");
    }

    private void later(Runnable report) {
        Objects.requireNonNull(thread, "not attached").schedule(TRANSIT, report);
    }

    private long now() {
        return Objects.requireNonNull(thread, "not attached").nanos();
    }

    @Override
    public Set<Capability> capabilities() {
        return FakeVenue.ABLE;
    }

    @Override
    public void submit(Order order) {
        commands.add("submit " + order.clientId());
        orders.add(order);
        later(() -> {
            sink().accepted(order, now());
            if (order.type() == OrderType.MARKET) {
                fill(order, order.rawQuantity());
            }
        });
    }

    /** Tells of a fill at the price of now. */
    void fill(Order order, long rawQuantity) {
        sink().filled(
                        order,
                        ++trades,
                        FakeMarket.rawPrice(order.instrument(), now()),
                        rawQuantity,
                        0,
                        order.instrument().quote(),
                        LiquiditySide.TAKER,
                        FillReason.EXCHANGE,
                        now());
    }

    /** The first order is number 901 here, the second one has none that is known. */
    @Override
    public String exchangeId(Order order) {
        return orders.indexOf(order) == 0 ? "901" : "";
    }

    @Override
    public void cancel(Order order) {
        if (order.clientId().equals(unsendable)) {
            throw new IllegalStateException("planted: this cancel cannot be sent");
        }
        commands.add("cancel " + order.clientId());
        if (!isDeaf) {
            later(() -> sink().canceled(order, "", now()));
        }
    }

    @Override
    public void amend(Order order, Amendment amendment) {
        throw new AssertionError("nobody amends here");
    }
}
