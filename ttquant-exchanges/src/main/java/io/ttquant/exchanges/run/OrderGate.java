package io.ttquant.exchanges.run;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.EngineThread;
import io.ttquant.api.exchange.ExecutionSession;
import io.ttquant.api.exchange.ExecutionSink;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.RejectReason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Holds back new orders while the account's news do not come, and those that may add risk while an instrument's market data do not. What is held back
 * never leaves, and is refused at once. Cancels and amendments always pass.
 */
final class OrderGate implements ExecutionSession {
    private final ExecutionSession venue;
    private final EngineThread thread;
    private final Map<InstrumentId, Set<Capability>> silent = new HashMap<>();
    private @Nullable ExecutionSink reports;
    private String closedBecause = "the account's news are not known to come yet";

    OrderGate(ExecutionSession venue, EngineThread thread) {
        this.venue = venue;
        this.thread = thread;
    }

    /** Where refusals go. */
    void reportTo(ExecutionSink sink) {
        reports = sink;
    }

    void trading(boolean isTrading, String why) {
        closedBecause = isTrading ? "" : why;
    }

    void marketData(InstrumentId instrument, Capability kind, boolean isLive) {
        Set<Capability> of = silent.computeIfAbsent(instrument, id -> new TreeSet<>());
        if (isLive) {
            of.remove(kind);
        } else {
            of.add(kind);
        }
    }

    @Override
    public Set<Capability> capabilities() {
        return venue.capabilities();
    }

    @Override
    public void submit(Order order) {
        if (passes(order)) {
            venue.submit(order);
        }
    }

    @Override
    public void submitAll(List<? extends Order> orders) {
        List<Order> passing = new ArrayList<>();
        for (Order order : orders) {
            if (passes(order)) {
                passing.add(order);
            }
        }
        if (!passing.isEmpty()) {
            venue.submitAll(passing);
        }
    }

    private boolean passes(Order order) {
        String why = reason(order);
        if (!why.isEmpty()) {
            // Not from inside the command: a refusal is news, and news come after it.
            thread.first().execute(() -> refuse(order, why));
        }
        return why.isEmpty();
    }

    private String reason(Order order) {
        if (!closedBecause.isEmpty()) {
            return "was not sent, because " + closedBecause + "; orders are sent again once that is over";
        }
        Set<Capability> missing = silent.getOrDefault(order.instrument().id(), Set.of());
        if (missing.isEmpty() || order.request().isReducing()) {
            return "";
        }
        return "was not sent, because " + missing.iterator().next().name().toLowerCase(Locale.ROOT) + " of "
                + order.instrument() + " stopped coming; orders that reduce a position are still sent";
    }

    private void refuse(Order order, String why) {
        if (reports != null) {
            reports.rejected(order, RejectReason.TRADING_HALTED, "order " + order.clientId() + " " + why, thread.nanos());
        }
    }

    @Override
    public void cancelAll(List<? extends Order> orders) {
        venue.cancelAll(orders);
    }

    @Override
    public void cancel(Order order) {
        venue.cancel(order);
    }

    @Override
    public void amend(Order order, Amendment amendment) {
        venue.amend(order, amendment);
    }
}
