package io.ttquant.exchanges.run;

import io.ttquant.api.account.Balance;
import io.ttquant.api.exchange.AccountSink;
import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.exchange.ExternalOrder;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.RejectReason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the reports of a live session into the engine, until the engine is given up: then only what becomes of its last orders counts. */
final class RunAccount implements AccountSink {
    private final AccountSink engine;
    private @Nullable LastOrders last;

    RunAccount(AccountSink engine) {
        this.engine = engine;
    }

    /** The engine hears nothing more. */
    LastOrders part(List<Order> open) {
        LastOrders orders = new LastOrders(open);
        last = orders;
        return orders;
    }

    /** @throws IllegalArgumentException once the engine was given up: there is nobody to adopt it */
    @Override
    public Order adopt(ExternalOrder order) {
        if (last != null) {
            throw new IllegalArgumentException("order " + order.venueId() + " of "
                    + order.request().instrument() + " is adopted by nobody, since the engine has failed");
        }
        return engine.adopt(order);
    }

    @Override
    public List<ExternalOrder> recalled() {
        return engine.recalled();
    }

    @Override
    public void audited(AccountSnapshot account) {
        if (last == null) {
            engine.audited(account);
        }
    }

    @Override
    public void balance(Balance balance, long tsEvent) {
        if (last == null) {
            engine.balance(balance, tsEvent);
        }
    }

    @Override
    public void fundingPaid(InstrumentId instrument, String id, Currency currency, long rawAmount, long tsEvent) {
        if (last == null) {
            engine.fundingPaid(instrument, id, currency, rawAmount, tsEvent);
        }
    }

    @Override
    public void filled(
            Order order,
            long tradeId,
            long rawPrice,
            long rawQuantity,
            long rawFee,
            Currency feeCurrency,
            LiquiditySide liquidity,
            FillReason reason,
            long tsEvent) {
        if (last == null) {
            engine.filled(order, tradeId, rawPrice, rawQuantity, rawFee, feeCurrency, liquidity, reason, tsEvent);
        } else {
            last.filled(order, rawQuantity);
        }
    }

    @Override
    public void updated(Order order, long rawQuantity, long rawPrice, long rawTrigger, long tsEvent) {
        if (last == null) {
            engine.updated(order, rawQuantity, rawPrice, rawTrigger, tsEvent);
        } else {
            last.resized(order, rawQuantity);
        }
    }

    @Override
    public void rejected(Order order, RejectReason reason, String message, long tsEvent) {
        if (last == null) {
            engine.rejected(order, reason, message, tsEvent);
        } else {
            last.ended(order);
        }
    }

    @Override
    public void canceled(Order order, String message, long tsEvent) {
        if (last == null) {
            engine.canceled(order, message, tsEvent);
        } else {
            last.ended(order);
        }
    }

    @Override
    public void expired(Order order, long tsEvent) {
        if (last == null) {
            engine.expired(order, tsEvent);
        } else {
            last.ended(order);
        }
    }

    @Override
    public void accepted(Order order, long tsEvent) {
        if (last == null) {
            engine.accepted(order, tsEvent);
        }
    }

    @Override
    public void triggered(Order order, long tsEvent) {
        if (last == null) {
            engine.triggered(order, tsEvent);
        }
    }

    @Override
    public void repriced(Order order, long rawPrice, long rawTrigger, long tsEvent) {
        if (last == null) {
            engine.repriced(order, rawPrice, rawTrigger, tsEvent);
        }
    }

    @Override
    public void updateRejected(Order order, RejectReason reason, String message, long tsEvent) {
        if (last == null) {
            engine.updateRejected(order, reason, message, tsEvent);
        }
    }

    @Override
    public void cancelRejected(Order order, RejectReason reason, String message, long tsEvent) {
        if (last == null) {
            engine.cancelRejected(order, reason, message, tsEvent);
        } else {
            last.refused(order);
        }
    }

    @Override
    public void outcomeUnknown(Order order, String message, long tsEvent) {
        if (last == null) {
            engine.outcomeUnknown(order, message, tsEvent);
        }
    }

    @Override
    public void outcomeKnown(Order order, long tsEvent) {
        if (last == null) {
            engine.outcomeKnown(order, tsEvent);
        }
    }
}
