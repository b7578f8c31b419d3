package io.ttquant.exchanges.scenario;

import io.ttquant.api.order.Fill;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.core.engine.AccountNotice;
import io.ttquant.core.engine.EngineTap;
import io.ttquant.core.portfolio.CashFlow;
import io.ttquant.core.risk.RiskEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** All that an engine said of orders, money and account. */
final class EngineRecord implements EngineTap {
    final Map<String, Order> orders = new LinkedHashMap<>();
    final List<OrderEvent> events = new ArrayList<>();
    final List<Fill> fills = new ArrayList<>();
    final List<CashFlow> flows = new ArrayList<>();
    final List<AccountNotice> notices = new ArrayList<>();
    private final Consumer<String> trace;

    EngineRecord(Consumer<String> trace) {
        this.trace = trace;
    }

    @Override
    public void created(Order order) {
        Order before = orders.put(order.clientId(), order);
        trace.accept("engine created " + order + (before == null ? "" : " AGAIN"));
    }

    @Override
    public void event(OrderEvent event) {
        events.add(event);
        if (event instanceof OrderEvent.Filled filled) {
            fills.add(filled.fill());
        }
        trace.accept("engine " + event);
    }

    @Override
    public void cashFlow(CashFlow flow) {
        flows.add(flow);
        trace.accept("engine " + flow);
    }

    @Override
    public void notice(AccountNotice notice) {
        notices.add(notice);
        trace.accept("engine " + notice);
    }

    @Override
    public void risk(RiskEvent event) {
        trace.accept("engine " + event);
    }
}
