package io.ttquant.backtest;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Fill;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderGroup;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.core.engine.AccountNotice;
import io.ttquant.core.engine.EngineTap;
import io.ttquant.core.engine.OrderCommand;
import io.ttquant.core.engine.StrategyState;
import io.ttquant.core.portfolio.CashFlow;
import io.ttquant.core.risk.RiskEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A run as a person reads it: one line for each order that was asked for and for each thing that became of it, in the order in which we heard
 * of it, with the reason of every fill, refusal and cancel.
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
        line(order.createdNanos(), order, asked(order.request()));
    }

    private static String asked(OrderRequest r) {
        Instrument i = r.instrument();
        StringBuilder text = new StringBuilder();
        text.append(r.side()).append(' ').append(i.formatQuantity(r.rawQuantity()));
        text.append(' ').append(i).append(' ').append(r.type());
        if (r.rawTrigger() != 0) {
            text.append(", trigger ").append(i.formatPrice(r.rawTrigger()));
        }
        if (r.rawPrice() != 0) {
            text.append(" at ").append(i.formatPrice(r.rawPrice()));
        }
        text.append(' ').append(r.timeInForce());
        if (r.expiryNanos() != EpochNanos.NEVER) {
            text.append(" until ").append(EpochNanos.format(r.expiryNanos()));
        }
        text.append(r.isPostOnly() ? " post-only" : "").append(r.isReduceOnly() ? " reduce-only" : "");
        if (!r.tag().isEmpty()) {
            text.append(" [").append(r.tag()).append(']');
        }
        return text.toString();
    }

    @Override
    public void commanded(OrderCommand command) {
        Order order = command.order();
        switch (command.kind()) {
            case SUBMIT -> {
                if (order.group() != null && !order.isClosed()) {
                    line(command.nanos(), order, "sent" + ties(order));
                }
            }
            case CANCEL -> line(command.nanos(), order, "cancel sent");
            case AMEND -> line(command.nanos(), order, "amendment sent: " + change(order, command.amendment()));
        }
    }

    /** What it has to do with other orders. */
    private static String ties(Order order) {
        Order parent = order.parent();
        OrderGroup group = order.group();
        StringBuilder text = new StringBuilder();
        if (parent != null) {
            text.append(", as a child of #").append(parent.sequence());
        }
        if (group != null && group.orders().size() > 1) {
            String others = group.orders().stream()
                    .filter(other -> other != order && other != parent)
                    .map(other -> "#" + other.sequence())
                    .collect(Collectors.joining(", "));
            text.append(others.isEmpty() ? "" : ", " + group.kind() + " with " + others);
        }
        return text.toString();
    }

    private static String change(Order order, @Nullable Amendment amendment) {
        if (amendment == null) {
            return "nothing";
        }
        Instrument i = order.instrument();
        List<String> parts = new ArrayList<>();
        if (amendment.rawQuantity() > 0) {
            parts.add("quantity " + i.formatQuantity(amendment.rawQuantity()));
        }
        if (amendment.rawTrigger() > 0) {
            parts.add("trigger " + i.formatPrice(amendment.rawTrigger()));
        }
        if (amendment.rawPrice() > 0) {
            parts.add("price " + i.formatPrice(amendment.rawPrice()));
        }
        return String.join(", ", parts);
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
        line(event.tsInit(), event.order(), what(event) + delay(event));
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
            return e.message().isEmpty() ? "cancelled as asked" : "cancelled: " + e.message();
        } else if (event instanceof OrderEvent.OutcomeUnknown e) {
            return "outcome unknown: " + e.message();
        } else if (event instanceof OrderEvent.Triggered) {
            return "triggered: " + figures(event.order());
        } else if (event instanceof OrderEvent.Updated) {
            return "amended to " + figures(event.order());
        }
        return event.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static String figures(Order order) {
        Instrument i = order.instrument();
        return i.formatQuantity(order.rawQuantity())
                + (order.rawTrigger() == 0 ? "" : ", trigger " + i.formatPrice(order.rawTrigger()))
                + (order.rawPrice() == 0 ? "" : " at " + i.formatPrice(order.rawPrice()));
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

    private static String delay(OrderEvent event) {
        long late = event.tsInit() - event.tsEvent();
        return late <= 0 ? "" : " (happened " + EpochNanos.format(event.tsEvent()) + ")";
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
