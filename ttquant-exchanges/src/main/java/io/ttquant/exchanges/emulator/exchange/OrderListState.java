package io.ttquant.exchanges.emulator.exchange;

import java.util.List;

/** A list of orders as the exchange works with it. */
final class OrderListState {
    final long id;
    final OrderListRequest request;
    final List<LiveOrder> orders;
    /** Whether one of the pair has ended the other: that end then ends nothing in its turn. */
    boolean isDecided;

    boolean isDone;
    long time;

    OrderListState(long id, OrderListRequest request, List<LiveOrder> orders) {
        this.id = id;
        this.request = request;
        this.orders = List.copyOf(orders);
    }

    boolean hasPair() {
        return request.kind() != ListKind.ONE_TRIGGERS_OTHER;
    }

    /** The two of which one cancels the other. */
    List<LiveOrder> pair() {
        return request.kind() == ListKind.ONE_CANCELS_OTHER ? orders : orders.subList(1, orders.size());
    }

    /** What the first one places. */
    List<LiveOrder> followers() {
        return request.kind() == ListKind.ONE_CANCELS_OTHER ? List.of() : orders.subList(1, orders.size());
    }

    OrderList view() {
        LiveOrder first = orders.get(0);
        return new OrderList(
                id,
                request.clientId(),
                first.account.id(),
                first.request.symbol(),
                request.kind(),
                orders.stream().map(order -> order.id).toList(),
                isDone,
                time);
    }
}
