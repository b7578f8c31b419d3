package io.ttquant.exchanges.emulator.exchange;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Orders: place, amend, cancel. Every command first lets happen what was due until now. */
public final class Trading {
    private final Core core;
    private final OrderDesk desk;
    private final Amender amender;
    private final Countdowns countdowns;

    Trading(Core core, OrderDesk desk) {
        this.core = core;
        this.desk = desk;
        amender = new Amender(core, desk);
        countdowns = new Countdowns(core, desk);
    }

    /** Places an order. The value is the order as it stands after what it traded at once; it may have ended already. */
    public Outcome<Order> submit(String account, OrderRequest request) {
        return core.command(() -> desk.place(core.account(account), request, 0).view());
    }

    /** Says whether an order would be taken now, and how it would begin, without placing it; its id is not used again. */
    public Outcome<Order> check(String account, OrderRequest request) {
        return core.command(() -> desk.check(core.account(account), request).view());
    }

    /** Places each, in order; one that is refused does not hold the others up. */
    public List<Outcome<Order>> submitAll(String account, List<OrderRequest> requests) {
        return requests.stream().map(request -> submit(account, request)).toList();
    }

    /** Cancels an open order and gives it as it ended. */
    public Outcome<Order> cancel(String account, String symbol, OrderRef ref) {
        return core.command(() -> {
            LiveOrder order = find(account, symbol, ref);
            cancellable(order.market);
            desk.end(order, OrderStatus.CANCELED, OrderReason.CANCELED);
            return order.view();
        });
    }

    /**
     * Cancels all open orders in a market and gives them as they ended, oldest first.
     *
     * @param symbol of the market, null for all that are not halted
     */
    public Outcome<List<Order>> cancelAll(String account, @Nullable String symbol) {
        return core.command(() -> {
            if (symbol != null) {
                cancellable(core.market(symbol));
            }
            List<Order> ended = new ArrayList<>();
            for (LiveOrder order : List.copyOf(core.account(account).open.values())) {
                boolean isMeant = symbol == null
                        ? order.market.status != MarketStatus.HALTED
                        : symbol.equals(order.request.symbol());
                if (isMeant) {
                    desk.end(order, OrderStatus.CANCELED, OrderReason.CANCELED);
                    ended.add(order.view());
                }
            }
            return List.copyOf(ended);
        });
    }

    /**
     * Changes price or quantity of an order that rests. A smaller quantity keeps its place in the queue; anything else sends it to the end, and it may
     * trade.
     */
    public Outcome<Order> amend(String account, String symbol, OrderRef ref, Amendment amendment) {
        return core.command(
                () -> amender.amend(find(account, symbol, ref), amendment).view());
    }

    /**
     * Cancels an order and places another, in one step.
     *
     * @param goesOn whether the new one is placed if the cancel is refused
     */
    public Replacement replace(String account, String symbol, OrderRef ref, OrderRequest request, boolean goesOn) {
        Outcome<Order> canceled = core.command(() -> {
            LiveOrder order = find(account, symbol, ref);
            cancellable(order.market);
            desk.end(order, OrderStatus.CANCELED, OrderReason.REPLACED);
            return order.view();
        });
        return new Replacement(canceled, canceled.isAccepted() || goesOn ? submit(account, request) : null);
    }

    /**
     * A dead man's switch: unless it is set anew before, all open orders of its scope end when the time is over. Conditional orders of the service of
     * their own do not.
     *
     * @param symbol of the market whose orders end, null for all
     * @param tag of the orders that end, null for all
     * @param wait until it runs out; zero stops it
     * @return epoch nanoseconds at which it runs out, 0 if stopped
     */
    public Outcome<Long> cancelAllAfter(String account, @Nullable String symbol, @Nullable String tag, Duration wait) {
        return core.command(() -> countdowns.set(core.account(account), symbol, tag, wait));
    }

    private static void cancellable(MarketState market) {
        if (market.status == MarketStatus.HALTED) {
            throw new Refused(RefusalReason.MARKET_HALTED, market.market.symbol() + " is halted");
        }
    }

    private LiveOrder find(String account, String symbol, OrderRef ref) {
        core.market(symbol);
        AccountState state = core.account(account);
        LiveOrder order = state.find(symbol, ref);
        if (order != null) {
            return order;
        }
        boolean isEnded = Queries.ended(state, symbol, ref) != null;
        throw new Refused(
                isEnded ? RefusalReason.ORDER_ENDED : RefusalReason.NO_ORDER,
                (isEnded ? "it has ended: " : "there is no order ") + ref);
    }
}
