package io.ttquant.exchanges.run;

import io.ttquant.api.order.Fill;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.core.engine.AccountNotice;
import io.ttquant.core.engine.EngineTap;
import io.ttquant.core.engine.StrategyState;
import io.ttquant.core.portfolio.CashFlow;
import io.ttquant.core.risk.RiskEvent;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;

/** A line for each thing that happens in an engine, and what a summary counts. */
final class EngineLog implements EngineTap {
    private final Consumer<String> lines;
    private final Function<Order, String> positions;
    private int sent;
    private int fills;
    private int refusals;
    private int unknown;

    /**
     * A log.
     *
     * @param positions the position of an order's strategy in its instrument after a fill, in words
     */
    EngineLog(Consumer<String> lines, Function<Order, String> positions) {
        this.lines = lines;
        this.positions = positions;
    }

    int fills() {
        return fills;
    }

    /** What was sent and became of it, in words. */
    String counts() {
        return counted(sent, "order") + ", " + counted(fills, "fill") + ", " + refusals + " refused"
                + (unknown == 0 ? "" : ", " + unknown + " times an unknown outcome");
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    @Override
    public void created(Order order) {
        sent++;
        line(order, "ordered: " + OrderWords.of(order));
    }

    @Override
    public void event(OrderEvent event) {
        Order order = event.order();
        if (event instanceof OrderEvent.Filled filled) {
            filled(filled.fill());
        } else if (event instanceof OrderEvent.Denied denied) {
            refusals++;
            line(order, "refused by us: " + denied.message());
        } else if (event instanceof OrderEvent.Rejected rejected) {
            refusals++;
            line(order, "refused by the exchange: " + rejected.message());
        } else if (event instanceof OrderEvent.OutcomeUnknown outcome) {
            unknown++;
            line(
                    order,
                    "OUTCOME UNKNOWN (" + order.clientId() + "): " + outcome.message()
                            + "; it is not sent again, and asked for until it is known");
        } else {
            line(order, words(event));
        }
    }

    private static String words(OrderEvent event) {
        if (event instanceof OrderEvent.Accepted) {
            return "accepted";
        } else if (event instanceof OrderEvent.Triggered) {
            return "triggered";
        } else if (event instanceof OrderEvent.Updated) {
            return "changed: " + OrderWords.of(event.order());
        } else if (event instanceof OrderEvent.UpdateRejected refused) {
            return "change refused: " + refused.message();
        } else if (event instanceof OrderEvent.Canceled canceled) {
            return canceled.message().isEmpty() ? "cancelled" : "cancelled: " + canceled.message();
        } else if (event instanceof OrderEvent.CancelRejected refused) {
            return "cancel refused: " + refused.message();
        }
        return "expired";
    }

    private void filled(Fill fill) {
        fills++;
        Order order = fill.order();
        String rest =
                order.rawLeaves() == 0 ? "" : " (" + order.instrument().formatQuantity(order.rawLeaves()) + " left)";
        line(
                order,
                "filled: " + OrderWords.bought(fill.side()) + " "
                        + fill.instrument().formatQuantity(fill.rawQuantity()) + " "
                        + fill.instrument().id().symbol() + " at "
                        + fill.instrument().formatPrice(fill.rawPrice()) + " as "
                        + (fill.liquidity() == LiquiditySide.MAKER ? "maker" : "taker") + ", "
                        + OrderWords.fee(fill) + rest + "; position " + positions.apply(order));
    }

    @Override
    public void cashFlow(CashFlow flow) {
        lines.accept(flow.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " "
                + OrderWords.plain(flow.amount()) + " " + flow.currency() + ": " + flow.why());
    }

    @Override
    public void notice(AccountNotice notice) {
        // That trading stopped is a line of the run itself.
        if (notice.kind() != AccountNotice.Kind.TRADING_STOPPED) {
            lines.accept("ATTENTION: " + notice.message());
        }
    }

    @Override
    public void risk(RiskEvent event) {
        String who = event.strategyId().isEmpty() ? "account" : event.strategyId();
        lines.accept("RISK " + who + ": " + words(event));
    }

    private static String words(RiskEvent event) {
        if (event instanceof RiskEvent.StageChanged stage) {
            return "trading is " + stage.to().name().toLowerCase(Locale.ROOT) + ": " + stage.message();
        } else if (event instanceof RiskEvent.Killed) {
            return "KILL SWITCH: " + event.message();
        }
        return event.message();
    }

    @Override
    public void strategy(String strategyId, StrategyState state, String why, long nowNanos) {
        if (state != StrategyState.STARTING && state != StrategyState.STOPPING) {
            lines.accept(
                    strategyId + " is " + state.name().toLowerCase(Locale.ROOT) + (why.isEmpty() ? "" : ": " + why));
        }
    }

    private void line(Order order, String text) {
        lines.accept(order.strategyId() + " #" + order.sequence() + " " + text);
    }
}
