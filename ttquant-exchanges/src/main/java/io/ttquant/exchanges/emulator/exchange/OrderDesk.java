package io.ttquant.exchanges.emulator.exchange;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The life of an order from its request to its end. */
final class OrderDesk {
    private final Core core;
    private final Funds funds;
    private final Matcher matcher;

    OrderDesk(Core core) {
        this.core = core;
        funds = new Funds(core);
        matcher = new Matcher(core, this);
    }

    /** Takes a new order, or throws a {@link Refused} and leaves everything as it was. */
    LiveOrder place(AccountState account, OrderRequest request, long conditionalId) {
        LiveOrder order = check(account, request);
        order.conditionalId = conditionalId;
        register(order, OrderReason.PLACED);
        begin(order);
        return order;
    }

    /** Makes an order that could be placed now, or throws a {@link Refused}. */
    LiveOrder check(AccountState account, OrderRequest request) {
        LiveOrder order = draft(account, request, 0);
        await(order);
        admitFirst(order);
        return order;
    }

    /** Checks a request and makes an order of it that nobody knows yet. */
    LiveOrder draft(AccountState account, OrderRequest request, long listId) {
        MarketState market = core.market(request.symbol());
        OrderChecks.check(account, market, request, core.now());
        clientId(account, request.clientId());
        LiveOrder order = new LiveOrder(core.nextOrder(), account, market, request, core.now());
        order.listId = listId;
        if (request.trigger() != null) {
            Triggers.check(market, request.trigger());
        }
        return order;
    }

    private void clientId(AccountState account, @Nullable String clientId) {
        if (clientId != null
                && (account.openByClientId.containsKey(clientId) || account.recentClientIds.contains(clientId))) {
            throw new Refused(RefusalReason.DUPLICATE_CLIENT_ID, "client id " + clientId + " is in use");
        }
    }

    /** Refuses an order that could not start to work now. */
    void admit(LiveOrder order) {
        OrderRequest request = order.request;
        if (order.reduces()) {
            BigDecimal reducible = closable(order);
            boolean isHedge = request.positionSide() != PositionSide.NET;
            if (reducible.signum() == 0 || (isHedge && Decimals.isAbove(order.quantity, reducible))) {
                throw new Refused(
                        RefusalReason.NOTHING_TO_REDUCE, "there is " + reducible.toPlainString() + " to reduce");
            }
            if (request.closePosition()) {
                order.quantity = reducible;
            }
        }
        if (request.postOnly()
                && core.rules.postOnlyRefused()
                && order.market.book.crosses(order.side(), order.price)) {
            throw new Refused(RefusalReason.WOULD_TAKE, "it would trade at once");
        }
        boolean isWhole = request.timeInForce() == TimeInForce.FOK && !order.isMarket();
        if (isWhole && core.rules.fillOrKillRefused() && !canFill(order)) {
            throw new Refused(RefusalReason.CANNOT_FILL, "it cannot fill at once");
        }
        funds.check(order);
    }

    private static BigDecimal closable(LiveOrder order) {
        return order.account
                .position(order.market.market, order.request.positionSide(), order.mode())
                .closable(order.side());
    }

    void register(LiveOrder order, OrderReason reason) {
        AccountState account = order.account;
        String clientId = order.request.clientId();
        account.open.put(order.id, order);
        if (clientId != null) {
            account.openByClientId.put(clientId, order);
            remember(account, clientId);
        }
        if (order.request.timeInForce() == TimeInForce.GTD) {
            order.expiry =
                    core.agenda.at(order.request.expiresAt(), () -> end(order, OrderStatus.EXPIRED, OrderReason.TIME));
        }
        change(order, order.status, reason);
    }

    private void remember(AccountState account, String clientId) {
        account.recentClientIds.addLast(clientId);
        while (account.recentClientIds.size() > core.rules.rememberedClientIds()) {
            account.recentClientIds.removeFirst();
        }
    }

    /** Tells a change that is no trade, with what it locks or frees. */
    void change(LiveOrder order, OrderStatus status, OrderReason reason) {
        order.status = status;
        order.reason = reason;
        order.updated = core.now();
        order.working |= status == OrderStatus.LIVE;
        core.ledger.reserve(order);
        if (!order.account.isBackground()) {
            Order view = order.view();
            core.tape.write((sequence, time) -> new ExchangeEvent.OrderChanged(sequence, time, view));
        }
        core.ledger.tell(order.account, null);
    }

    /** Lets an order that nobody works with yet wait, if it has a trigger, or live. */
    void await(LiveOrder order) {
        order.status = order.request.trigger() == null ? OrderStatus.LIVE : OrderStatus.WAITING;
    }

    /** Refuses an order that could not start to wait, or to work, now. */
    void admitFirst(LiveOrder order) {
        if (order.status == OrderStatus.WAITING) {
            funds.check(order);
        } else {
            admit(order);
        }
    }

    /** Starts an order that is registered: to watch the price, or to work; one that waits for another order goes on waiting. */
    void begin(LiveOrder order) {
        Trigger trigger = order.request.trigger();
        if (order.status == OrderStatus.LIVE) {
            work(order);
        } else if (order.status == OrderStatus.WAITING && trigger != null) {
            order.watch = new Watch(order.id, trigger, () -> fire(order));
            order.market.watches.put(order.id, order.watch);
            order.market.isMoved = true;
        }
    }

    /** Lets an order that waited for another one wait for its trigger, or work. */
    void release(LiveOrder order) {
        if (order.request.trigger() == null) {
            start(order, OrderReason.RELEASED);
            return;
        }
        order.status = OrderStatus.WAITING;
        try {
            funds.check(order);
            change(order, OrderStatus.WAITING, OrderReason.RELEASED);
            begin(order);
        } catch (Refused refused) {
            end(order, OrderStatus.EXPIRED, OrderReason.FUNDS);
        }
    }

    private void fire(LiveOrder order) {
        if (order.status == OrderStatus.WAITING) {
            core.firingInList(order);
            start(order, OrderReason.TRIGGERED);
        }
    }

    private void start(LiveOrder order, OrderReason reason) {
        unwatch(order);
        order.status = OrderStatus.LIVE;
        core.ledger.reserve(order);
        try {
            admit(order);
        } catch (Refused refused) {
            end(order, OrderStatus.EXPIRED, reasonOf(refused.refusal().reason()));
            return;
        }
        change(order, OrderStatus.LIVE, reason);
        core.aftermath.add(() -> core.changedInList(order));
        work(order);
    }

    private static OrderReason reasonOf(RefusalReason refused) {
        return switch (refused) {
            case WOULD_TAKE -> OrderReason.WOULD_TAKE;
            case CANNOT_FILL -> OrderReason.ALL_OR_NOTHING;
            case NOTHING_TO_REDUCE -> OrderReason.NOTHING_TO_REDUCE;
            default -> OrderReason.FUNDS;
        };
    }

    /** Matches an order, then lets the rest of it wait in the book or ends it. */
    void work(LiveOrder order) {
        boolean isWhole = order.request.timeInForce() == TimeInForce.FOK && !order.isMarket();
        if (order.request.postOnly() && order.market.book.crosses(order.side(), order.price)) {
            end(order, OrderStatus.CANCELED, OrderReason.WOULD_TAKE);
        } else if (isWhole && !canFill(order)) {
            end(order, OrderStatus.EXPIRED, OrderReason.ALL_OR_NOTHING);
        } else {
            matcher.match(order);
            finish(order);
        }
    }

    private boolean canFill(LiveOrder order) {
        boolean mayAll = !Decimals.isBelow(Matcher.reducible(order), order.remaining());
        return mayAll && Depth.canFill(order, prevention(order));
    }

    private void finish(LiveOrder order) {
        if (!order.status.isOpen()) {
            return;
        }
        if (order.isMarket()) {
            end(order, OrderStatus.EXPIRED, OrderReason.NO_LIQUIDITY);
        } else if (order.reduces() && Matcher.reducible(order).signum() == 0) {
            end(order, OrderStatus.EXPIRED, OrderReason.NOTHING_TO_REDUCE);
        } else if (order.request.timeInForce() == TimeInForce.IOC) {
            end(order, OrderStatus.EXPIRED, OrderReason.IMMEDIATE);
        } else {
            order.market.book.add(order);
        }
    }

    /** After a trade of an order, with all its consequences for the account's other orders. */
    void traded(LiveOrder order) {
        AccountState account = order.account;
        if (order.market.market.isContract()) {
            PositionState position = account.position(order.market.market, order.request.positionSide(), order.mode());
            core.tellPosition(position);
            endWhatReducesNothing(account, order.market);
        }
        core.ledger.tell(account, order.market.market.isContract() ? BillKind.REALIZED : BillKind.TRADE);
        if (order.status == OrderStatus.FILLED) {
            retire(order);
        }
        core.aftermath.add(() -> core.changedInList(order));
    }

    private void endWhatReducesNothing(AccountState account, MarketState market) {
        if (account.isBackground()) {
            return;
        }
        for (LiveOrder order : List.copyOf(account.open.values())) {
            if (order.market == market
                    && order.resting
                    && order.reduces()
                    && closable(order).signum() == 0) {
                end(order, OrderStatus.EXPIRED, OrderReason.NOTHING_TO_REDUCE);
            }
        }
    }

    /** Ends an open order other than by a trade. */
    void end(LiveOrder order, OrderStatus status, OrderReason reason) {
        if (!order.account.open.containsKey(order.id)) {
            return;
        }
        if (order.resting) {
            order.market.book.remove(order);
        }
        order.status = status;
        order.reason = reason;
        order.updated = core.now();
        retire(order);
        change(order, status, reason);
        core.aftermath.add(() -> core.changedInList(order));
    }

    private void retire(LiveOrder order) {
        AccountState account = order.account;
        unwatch(order);
        account.open.remove(order.id);
        String clientId = order.request.clientId();
        if (clientId != null) {
            account.openByClientId.remove(clientId, order);
        }
        if (order.expiry != null) {
            order.expiry.cancel();
        }
        if (!account.isBackground()) {
            Queries.remember(account, order.view());
        }
    }

    private static void unwatch(LiveOrder order) {
        order.market.watches.remove(order.id);
        order.watch = null;
    }

    SelfTradePrevention prevention(LiveOrder taker) {
        SelfTradePrevention asked = taker.request.selfTrade();
        return asked == null ? core.rules.selfTrade() : asked;
    }
}
