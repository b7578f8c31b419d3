package io.ttquant.core.journal;

import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Fill;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.core.engine.AccountNotice;
import io.ttquant.core.engine.EngineTap;
import io.ttquant.core.engine.OrderCommand;
import io.ttquant.core.engine.StrategyState;
import io.ttquant.core.risk.RiskEvent;

/** Writes down what strategies ask for and what they are told of it. */
final class RecordedTap implements EngineTap {
    private final Entries journal;

    RecordedTap(Entries journal) {
        this.journal = journal;
    }

    @Override
    public void created(Order order) {
        int instrument = journal.number(order.instrument());
        FrameBuffer entry = journal.begin(EntryKind.CREATED)
                .number(order.sequence())
                .text(order.clientId())
                .text(order.strategyId());
        Words.write(entry, order.request(), instrument);
        journal.end();
    }

    @Override
    public void submitted(Order order) {
        command(order, OrderCommand.Kind.SUBMIT, 0, 0, 0);
    }

    @Override
    public void commanded(OrderCommand command) {
        Amendment change = command.amendment();
        if (change == null) {
            command(command.order(), command.kind(), 0, 0, 0);
        } else {
            command(command.order(), command.kind(), change.rawQuantity(), change.rawPrice(), change.rawTrigger());
        }
    }

    private void command(Order order, OrderCommand.Kind kind, long quantity, long price, long trigger) {
        journal.begin(EntryKind.COMMANDED)
                .number(order.sequence())
                .name(kind)
                .number(quantity)
                .number(price)
                .number(trigger);
        journal.end();
    }

    @Override
    public void event(OrderEvent event) {
        long quantity = 0;
        long price = 0;
        if (event instanceof OrderEvent.Filled filled) {
            Fill fill = filled.fill();
            quantity = fill.rawQuantity();
            price = fill.rawPrice();
        }
        journal.begin(EntryKind.EVENT)
                .number(event.order().sequence())
                .text(event.getClass().getSimpleName())
                .number(quantity)
                .number(price)
                .text(why(event));
        journal.end();
    }

    private static String why(OrderEvent event) {
        if (event instanceof OrderEvent.Denied denied) {
            return denied.reason() + ": " + denied.message();
        }
        if (event instanceof OrderEvent.Rejected rejected) {
            return rejected.reason() + ": " + rejected.message();
        }
        if (event instanceof OrderEvent.Canceled canceled) {
            return canceled.message();
        }
        return "";
    }

    @Override
    public void notice(AccountNotice notice) {
        journal.begin(EntryKind.NOTICE).name(notice.kind()).text(notice.message());
        journal.end();
    }

    @Override
    public void risk(RiskEvent event) {
        journal.begin(EntryKind.RISK).text(event.message());
        journal.end();
    }

    @Override
    public void strategy(String strategyId, StrategyState state, String why, long nowNanos) {
        journal.begin(EntryKind.STRATEGY).text(strategyId).name(state).text(why);
        journal.end();
    }
}
