package io.ttquant.backtest;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.Fill;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.core.engine.AccountNotice;
import io.ttquant.core.engine.EngineTap;
import io.ttquant.core.engine.OrderCommand;
import io.ttquant.core.engine.StrategyState;
import io.ttquant.core.portfolio.CashFlow;
import io.ttquant.core.risk.RiskEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/**
 * A run as a person reads it: one line for each order that was asked for and for each thing that became of it, in the order in which we heard
 * of it, with the reason of every fill, refusal and cancel; and one for each payment, liquidation and act of the risk rules.
 *
 * <pre>
 * 2024-03-01T10:15:00Z  cross  #12 BUY 0.0150 binance:BTCUSDT LIMIT at 61250.00 GTC post-only [entry]
 * 2024-03-01T10:15:00Z  cross  #12 accepted
 * 2024-03-01T10:16:00Z  cross  #12 filled 0.0150 at 61250.00, maker, fee 0.92 USDT: price traded through the resting limit order
 * </pre>
 */
final class DecisionLog implements EngineTap {
    private final Appendable out;

    DecisionLog(Appendable out) {
        this.out = out;
    }

    @Override
    public void created(Order order) {
        line(order.createdNanos(), order, OrderText.asked(order.request()));
    }

    @Override
    public void commanded(OrderCommand command) {
        Order order = command.order();
        switch (command.kind()) {
            case SUBMIT -> {
                if (order.group() != null && !order.isClosed()) {
                    line(command.nanos(), order, OrderText.sent(order));
                }
            }
            case CANCEL -> line(command.nanos(), order, "cancel sent");
            case AMEND ->
                line(command.nanos(), order, "amendment sent: " + OrderText.change(order, command.amendment()));
        }
    }

    @Override
    public void triggerMoved(Order order, long tsEvent, long nowNanos) {
        line(
                nowNanos,
                order,
                "trigger moved to " + order.instrument().formatPrice(order.rawTrigger()) + delay(tsEvent, nowNanos));
    }

    @Override
    public void cashFlow(CashFlow flow) {
        String whose = flow.strategyId().isEmpty() ? "account" : flow.strategyId();
        append(
                flow.tsEvent(),
                whose,
                (flow.rawAmount() < 0 ? "paid " : "received ")
                        + flow.amount().abs().toPlainString() + " " + flow.currency() + ", " + flow.kind()
                        + ": " + flow.why());
    }

    @Override
    public void notice(AccountNotice notice) {
        append(notice.tsEvent(), "account", notice.kind() + ": " + notice.message());
    }

    @Override
    public void event(OrderEvent event) {
        line(event.tsInit(), event.order(), what(event) + delay(event.tsEvent(), event.tsInit()));
    }

    private static String what(OrderEvent event) {
        if (event instanceof OrderEvent.Filled filled) {
            return fill(filled.fill());
        } else if (event instanceof OrderEvent.Denied e) {
            return "denied, " + e.reason() + ": " + e.message();
        } else if (event instanceof OrderEvent.Rejected e) {
            return "rejected, " + e.reason() + ": " + e.message();
        } else if (event instanceof OrderEvent.UpdateRejected e) {
            return "amendment refused, " + e.reason() + ": " + e.message();
        } else if (event instanceof OrderEvent.CancelRejected e) {
            return "cancel refused, " + e.reason() + ": " + e.message();
        } else if (event instanceof OrderEvent.Canceled e) {
            return e.message().isEmpty()
                    ? "cancelled as asked"
                    : "cancelled: " + OrderText.named(event.order(), e.message());
        } else if (event instanceof OrderEvent.OutcomeUnknown e) {
            return "outcome unknown: " + e.message();
        } else if (event instanceof OrderEvent.Triggered) {
            return "triggered: " + OrderText.figures(event.order());
        } else if (event instanceof OrderEvent.Updated) {
            return "is now " + OrderText.figures(event.order());
        }
        return event.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static String fill(Fill fill) {
        Instrument i = fill.instrument();
        long left = fill.order().rawLeaves();
        return "filled " + i.formatQuantity(fill.rawQuantity()) + " at " + i.formatPrice(fill.rawPrice()) + ", "
                + fill.liquidity().name().toLowerCase(Locale.ROOT) + ", fee "
                + FixedPoint.format(fill.rawFee(), fill.feeCurrency().scale()) + " " + fill.feeCurrency()
                + (left == 0 ? "" : ", " + i.formatQuantity(left) + " left") + ": "
                + fill.reason().text();
    }

    private static String delay(long tsEvent, long nowNanos) {
        return nowNanos <= tsEvent ? "" : " (happened " + EpochNanos.format(tsEvent) + ")";
    }

    @Override
    public void risk(RiskEvent event) {
        append(event.tsEvent(), event.strategyId().isEmpty() ? "account" : event.strategyId(), what(event));
    }

    private static String what(RiskEvent event) {
        if (event instanceof RiskEvent.Tripped e) {
            return "risk, " + e.guard() + ": " + e.message();
        } else if (event instanceof RiskEvent.StageChanged e) {
            return "risk, " + e.from() + " to " + e.to() + ": " + e.message();
        } else if (event instanceof RiskEvent.ExitSent e) {
            return "risk, exit #" + e.order().sequence() + " sent: " + e.message();
        }
        return "risk, kill switch: " + event.message();
    }

    @Override
    public void strategy(String strategyId, StrategyState state, String why, long nowNanos) {
        append(nowNanos, strategyId, state.name().toLowerCase(Locale.ROOT) + (why.isEmpty() ? "" : ": " + why));
    }

    private void line(long nanos, Order order, String text) {
        append(nanos, order.strategyId(), "#" + order.sequence() + " " + text);
    }

    private void append(long nanos, String strategyId, String text) {
        try {
            out.append(EpochNanos.format(nanos))
                    .append("  ")
                    .append(strategyId)
                    .append("  ")
                    .append(text)
                    .append('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the log of decisions: " + e.getMessage(), e);
        }
    }
}
