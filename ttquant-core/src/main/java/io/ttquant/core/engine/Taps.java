package io.ttquant.core.engine;

import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.core.portfolio.CashFlow;
import io.ttquant.core.portfolio.PositionState;
import io.ttquant.core.risk.RiskEvent;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All taps as one. */
final class Taps implements EngineTap {
    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

    private final EngineTap[] taps;

    Taps(List<EngineTap> taps) {
        this.taps = taps.toArray(new EngineTap[0]);
    }

    @Override
    public void created(Order order) {
        for (EngineTap tap : taps) {
            tap.created(order);
        }
    }

    @Override
    public void commanded(OrderCommand command) {
        for (EngineTap tap : taps) {
            tap.commanded(command);
        }
    }

    @Override
    public void submitted(Order order) {
        for (EngineTap tap : taps) {
            tap.submitted(order);
        }
    }

    @Override
    public void event(OrderEvent event) {
        for (EngineTap tap : taps) {
            tap.event(event);
        }
    }

    @Override
    public void triggerMoved(Order order, long tsEvent, long nowNanos) {
        for (EngineTap tap : taps) {
            tap.triggerMoved(order, tsEvent, nowNanos);
        }
    }

    @Override
    public void cashFlow(CashFlow flow) {
        for (EngineTap tap : taps) {
            tap.cashFlow(flow);
        }
    }

    @Override
    public void divided(PositionState position, long nowNanos) {
        for (EngineTap tap : taps) {
            tap.divided(position, nowNanos);
        }
    }

    @Override
    public void kept(String strategyId, String name, String text, long nowNanos) {
        for (EngineTap tap : taps) {
            tap.kept(strategyId, name, text, nowNanos);
        }
    }

    @Override
    public void notice(AccountNotice notice) {
        LOG.warn("{}", notice.message());
        for (EngineTap tap : taps) {
            tap.notice(notice);
        }
    }

    @Override
    public void risk(RiskEvent event) {
        if (event instanceof RiskEvent.Killed || event instanceof RiskEvent.KillReset) {
            LOG.warn("{}", event.message());
        } else {
            LOG.debug("{}", event.message());
        }
        for (EngineTap tap : taps) {
            tap.risk(event);
        }
    }

    @Override
    public void strategy(String strategyId, StrategyState state, String why, long nowNanos) {
        for (EngineTap tap : taps) {
            tap.strategy(strategyId, state, why, nowNanos);
        }
    }
}
