package io.ttquant.exchanges.session;

import io.ttquant.api.account.Balance;
import io.ttquant.api.exchange.AccountSink;
import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.exchange.EngineThread;
import io.ttquant.api.exchange.SessionListener;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.exchanges.answer.VenueFill;
import io.ttquant.exchanges.answer.VenueOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything between an engine and a venue's orders. */
public final class OrderLife implements AccountNews, AutoCloseable {
    private OrderLife() {}

    public static OrderLife of(
            VenueDesk desk,
            EngineThread thread,
            AccountSink sink,
            SessionListener listener,
            VenueTerms terms,
            AccountSnapshot opening,
            OrderLifeSettings settings) {
        return new OrderLife();
    }

    public void start() {}

    @Override
    public void close() {}

    public void submit(Order order) {}

    public void submitAll(List<? extends Order> orders) {}

    public void cancel(Order order) {}

    public void cancelAll(List<? extends Order> orders) {}

    public void amend(Order order, Amendment amendment) {}

    public boolean isTrading() {
        return false;
    }

    public boolean hasOpenOrders() {
        return false;
    }

    public String venueId(Order order) {
        return "";
    }

    public @Nullable VenueOrder latest(Order order) {
        return null;
    }

    @Override
    public void connected() {}

    @Override
    public void disconnected(String why) {}

    @Override
    public void order(VenueOrder order) {}

    @Override
    public void fill(VenueFill fill) {}

    @Override
    public void balance(Balance balance, long tsEvent) {}

    @Override
    public void unreadable(String what) {}
}
