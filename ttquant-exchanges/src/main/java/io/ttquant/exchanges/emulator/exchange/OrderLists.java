package io.ttquant.exchanges.emulator.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lists of orders that depend on each other. The two of a pair hold the balance once, not twice. */
public final class OrderLists {
    private final Core core;
    private final OrderDesk desk;
    private final Map<Long, OrderListState> lists = new LinkedHashMap<>();

    OrderLists(Core core, OrderDesk desk) {
        this.core = core;
        this.desk = desk;
    }

    /** Places all orders of a list, or, if one of them is refused, none. */
    public Outcome<OrderList> submit(String account, OrderListRequest request) {
        return core.command(() -> place(core.account(account), request).view());
    }

    private OrderListState place(AccountState account, OrderListRequest request) {
        check(request);
        List<LiveOrder> orders = new ArrayList<>();
        long id = core.nextList();
        for (OrderRequest each : request.orders()) {
            orders.add(desk.draft(account, each, id));
        }
        OrderListState list = new OrderListState(id, request, orders);
        list.time = core.now();
        if (request.kind() == ListKind.ONE_CANCELS_OTHER) {
            admitPair(list.pair());
        } else {
            desk.admitFirst(orders.get(0));
            list.followers().forEach(order -> order.status = OrderStatus.PENDING);
        }
        lists.put(id, list);
        orders.forEach(order -> desk.register(order, OrderReason.PLACED));
        tell(list);
        orders.forEach(desk::begin);
        return list;
    }

    private static void check(OrderListRequest request) {
        List<OrderRequest> orders = request.orders();
        int count = request.kind() == ListKind.ONE_TRIGGERS_PAIR ? 3 : 2;
        boolean isOneMarket =
                orders.stream().map(OrderRequest::symbol).distinct().count() == 1;
        List<String> ids = orders.stream()
                .map(OrderRequest::clientId)
                .filter(id -> id != null)
                .toList();
        if (orders.size() != count || !isOneMarket) {
            throw new Refused(RefusalReason.BAD_REQUEST, "the list needs " + count + " orders of one market");
        }
        if (ids.stream().distinct().count() < ids.size()) {
            throw new Refused(RefusalReason.DUPLICATE_CLIENT_ID, "two orders of the list have one client id");
        }
        OrderRequest first = orders.get(count - 2);
        OrderRequest second = orders.get(count - 1);
        boolean isPair = request.kind() == ListKind.ONE_TRIGGERS_OTHER
                || (first.side() == second.side() && (first.trigger() != null || second.trigger() != null));
        if (!isPair) {
            throw new Refused(RefusalReason.BAD_REQUEST, "a pair needs one side, and one that waits for a trigger");
        }
    }

    /** Both of a pair hold the larger need of the two: the first all of its own, the second what it needs beyond. */
    private void admitPair(List<LiveOrder> pair) {
        pair.forEach(desk::await);
        LiveOrder first = pair.get(0).request.trigger() == null ? pair.get(0) : pair.get(1);
        LiveOrder second = first == pair.get(0) ? pair.get(1) : pair.get(0);
        LiveOrder larger = Decimals.isAbove(Ledger.need(second), Ledger.need(first)) ? second : first;
        desk.admitFirst(larger);
        if (larger != first) {
            desk.admitFirst(first);
        }
        second.sharedReserve = Ledger.need(first);
    }

    /** A leg is about to fire: the other one goes first and leaves it what it held. */
    void firing(LiveOrder order) {
        OrderListState list = lists.get(order.listId);
        if (list != null && list.hasPair() && list.pair().contains(order)) {
            order.sharedReserve = BigDecimal.ZERO;
            endOther(list, order);
        }
    }

    /** After an order of a list traded, fired or ended. */
    void changed(LiveOrder order) {
        OrderListState list = lists.get(order.listId);
        if (list == null || list.isDone) {
            return;
        }
        boolean isTouched = order.filled.signum() > 0 || !order.status.isOpen();
        if (isTouched && list.hasPair() && list.pair().contains(order)) {
            endOther(list, order);
        }
        if (order == list.orders.get(0) && !order.status.isOpen()) {
            follow(list, order);
        }
        if (list.orders.stream().noneMatch(each -> each.status.isOpen())) {
            list.isDone = true;
            list.time = core.now();
            tell(list);
        }
    }

    private void endOther(OrderListState list, LiveOrder order) {
        if (list.isDecided) {
            return;
        }
        list.isDecided = true;
        boolean isCanceled = order.status == OrderStatus.CANCELED && order.filled.signum() == 0;
        for (LiveOrder other : list.pair()) {
            if (other != order) {
                desk.end(other, isCanceled ? OrderStatus.CANCELED : OrderStatus.EXPIRED, OrderReason.LIST);
            }
        }
    }

    private void follow(OrderListState list, LiveOrder first) {
        List<LiveOrder> followers = list.followers().stream()
                .filter(order -> order.status == OrderStatus.PENDING)
                .toList();
        if (first.status != OrderStatus.FILLED) {
            followers.forEach(order -> desk.end(order, first.status, OrderReason.LIST));
        } else if (list.hasPair() && followers.size() == 2) {
            try {
                admitPair(followers);
                followers.forEach(order -> desk.change(order, order.status, OrderReason.RELEASED));
                followers.forEach(desk::begin);
            } catch (Refused refused) {
                followers.forEach(order -> desk.end(order, OrderStatus.EXPIRED, OrderReason.FUNDS));
            }
        } else {
            followers.forEach(desk::release);
        }
    }

    /** Cancels every open order of a list. */
    public Outcome<OrderList> cancel(String account, String symbol, OrderRef ref) {
        return core.command(() -> {
            OrderListState list = lists.values().stream()
                    .filter(each -> !each.isDone && isMeant(each.view(), account, ref))
                    .filter(each -> each.view().symbol().equals(symbol))
                    .findFirst()
                    .orElseThrow(() -> new Refused(RefusalReason.NO_ORDER, "there is no open list " + ref));
            list.orders.forEach(order -> desk.end(order, OrderStatus.CANCELED, OrderReason.CANCELED));
            return list.view();
        });
    }

    /** A list by its id, or the newest with that client id. */
    public Optional<OrderList> find(String account, OrderRef ref) {
        core.catchUp();
        return lists.values().stream()
                .map(OrderListState::view)
                .filter(list -> isMeant(list, account, ref))
                .reduce((older, newer) -> newer);
    }

    /** All lists of an account, oldest first. */
    public List<OrderList> all(String account) {
        core.catchUp();
        return lists.values().stream()
                .map(OrderListState::view)
                .filter(list -> list.account().equals(account))
                .toList();
    }

    private static boolean isMeant(OrderList list, String account, OrderRef ref) {
        boolean isSame = ref.id() != 0
                ? list.id() == ref.id()
                : ref.clientId() != null && ref.clientId().equals(list.clientId());
        return isSame && list.account().equals(account);
    }

    private void tell(OrderListState list) {
        OrderList view = list.view();
        core.tape.write((sequence, time) -> new ExchangeEvent.ListChanged(sequence, time, view));
    }
}
