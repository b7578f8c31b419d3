package io.ttquant.core.journal;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.ExecutionSession;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import java.util.List;
import java.util.Set;

/** Writes down each command before it leaves. */
final class RecordedSession implements ExecutionSession {
    private final Entries journal;
    private final ExecutionSession to;

    RecordedSession(Entries journal, ExecutionSession to) {
        this.journal = journal;
        this.to = to;
    }

    @Override
    public Set<Capability> capabilities() {
        return to.capabilities();
    }

    @Override
    public String exchangeId(Order order) {
        return to.exchangeId(order);
    }

    @Override
    public void submit(Order order) {
        write(EntryKind.SUBMIT, order);
        journal.enter();
        try {
            to.submit(order);
        } finally {
            journal.leave();
        }
    }

    @Override
    public void submitAll(List<? extends Order> orders) {
        orders.forEach(order -> write(EntryKind.SUBMIT_LEG, order));
        journal.begin(EntryKind.SUBMIT_ALL).number(orders.size());
        journal.end();
        journal.enter();
        try {
            to.submitAll(orders);
        } finally {
            journal.leave();
        }
    }

    private void write(EntryKind kind, Order order) {
        int instrument = journal.number(order.instrument());
        FrameBuffer entry = journal.begin(kind).number(order.sequence());
        Words.write(entry, order.sent(), instrument);
        entry.time(order.expiryNanos());
        journal.end();
    }

    @Override
    public void cancelAll(List<? extends Order> orders) {
        for (Order order : orders) {
            journal.begin(EntryKind.CANCEL_LEG).number(order.sequence());
            journal.end();
        }
        journal.begin(EntryKind.CANCEL_ALL).number(orders.size());
        journal.end();
        journal.enter();
        try {
            to.cancelAll(orders);
        } finally {
            journal.leave();
        }
    }

    @Override
    public void cancel(Order order) {
        journal.begin(EntryKind.CANCEL).number(order.sequence());
        journal.end();
        journal.enter();
        try {
            to.cancel(order);
        } finally {
            journal.leave();
        }
    }

    @Override
    public void amend(Order order, Amendment amendment) {
        journal.begin(EntryKind.AMEND)
                .number(order.sequence())
                .number(amendment.rawQuantity())
                .number(amendment.rawPrice())
                .number(amendment.rawTrigger());
        journal.end();
        journal.enter();
        try {
            to.amend(order, amendment);
        } finally {
            journal.leave();
        }
    }
}
