package io.ttquant.exchanges.scenario;

import io.ttquant.exchanges.emulator.exchange.Conditional;
import io.ttquant.exchanges.emulator.exchange.ConditionalStatus;
import io.ttquant.exchanges.emulator.exchange.Exchange;
import io.ttquant.exchanges.emulator.exchange.Fill;
import io.ttquant.exchanges.emulator.exchange.Order;
import io.ttquant.exchanges.emulator.exchange.OrderStatus;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The exchange's own ledger of one account, by the names under which a client knows its orders. */
final class Truth {
    /** One order: a conditional one and what it placed are one to whoever sent it. */
    static final class Entry {
        final String name;

        @Nullable
        Conditional conditional;

        final List<Order> orders = new ArrayList<>();
        final List<Fill> fills = new ArrayList<>();

        Entry(String name) {
            this.name = name;
        }

        /** The plain order; null while a conditional one waits, and if it ended so. */
        @Nullable
        Order order() {
            return orders.isEmpty() ? null : orders.get(orders.size() - 1);
        }

        boolean isOpen() {
            Order order = order();
            Conditional its = conditional;
            return order != null ? order.isOpen() : its != null && its.status() == ConditionalStatus.WAITING;
        }

        boolean isFilled() {
            Order order = order();
            return order != null && order.status() == OrderStatus.FILLED;
        }

        boolean isRefused() {
            Conditional its = conditional;
            return orders.isEmpty() && its != null && its.status() == ConditionalStatus.FAILED;
        }

        BigDecimal filled() {
            Order order = order();
            return order == null ? BigDecimal.ZERO : order.filled();
        }

        long updated() {
            Order order = order();
            Conditional its = conditional;
            return Math.max(order == null ? 0 : order.updated(), its == null ? 0 : its.updated());
        }

        /** How often it was created. */
        int creations() {
            return conditional == null ? orders.size() : Math.max(1, orders.size());
        }

        @Override
        public String toString() {
            return name + " " + (order() == null ? conditional : order());
        }
    }

    final Map<String, Entry> entries = new LinkedHashMap<>();
    final List<Fill> fills;

    private Truth(Exchange exchange, String account) {
        Map<Long, Entry> byConditional = new HashMap<>();
        List<Conditional> conditionals = new ArrayList<>(exchange.conditionals().ended(account));
        conditionals.addAll(exchange.conditionals().open(account));
        for (Conditional each : conditionals) {
            String own = each.request().clientId();
            Entry entry = entry(own == null ? Long.toString(each.id()) : own);
            entry.conditional = each;
            byConditional.put(each.id(), entry);
        }
        Map<Long, Entry> byOrder = new HashMap<>();
        List<Order> orders = new ArrayList<>(exchange.accounts().endedOrders(account));
        orders.addAll(exchange.accounts().openOrders(account));
        for (Order order : orders) {
            Entry entry = byConditional.get(order.conditionalId());
            if (entry == null) {
                String own = order.clientId();
                entry = entry(own == null ? Long.toString(order.id()) : own);
            }
            entry.orders.add(order);
            byOrder.put(order.id(), entry);
        }
        fills = exchange.accounts().fills(account, 0);
        fills.forEach(fill -> byOrder.get(fill.orderId()).fills.add(fill));
    }

    static Truth of(Exchange exchange, String account) {
        return new Truth(exchange, account);
    }

    private Entry entry(String name) {
        return entries.computeIfAbsent(name, Entry::new);
    }
}
