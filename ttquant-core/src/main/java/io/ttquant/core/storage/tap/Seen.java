package io.ttquant.core.storage.tap;

import io.ttquant.api.account.Balance;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.Currency;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.Fill;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.storage.RunEntry;
import java.math.BigDecimal;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the engine's thread saw, as numbers; the entry is made of it on another thread. */
sealed interface Seen extends Supplier<RunEntry> {
    /** The entry of it. */
    RunEntry made();

    /** Who follows the entries of the run; null if nobody does. */
    @Nullable
    Checkpoints checkpoints();

    @Override
    default RunEntry get() {
        Checkpoints followed = checkpoints();
        return followed == null ? made() : followed.follow(made());
    }

    /** An entry that was made where it happened. */
    record OfEntry(@Nullable Checkpoints checkpoints, RunEntry made) implements Seen {}

    /** How an order stood when something happened to it; {@code event} is null when it was asked for. */
    record OfOrder(
            @Nullable Checkpoints checkpoints,
            long number,
            long tsEvent,
            long tsInit,
            Order order,
            @Nullable OrderEvent event,
            OrderStatus status,
            long rawQuantity,
            long rawFilled,
            long rawPrice,
            long rawTrigger)
            implements Seen {
        static OfOrder now(
                @Nullable Checkpoints checkpoints,
                long number,
                Order order,
                @Nullable OrderEvent event,
                long tsEvent,
                long tsInit) {
            return new OfOrder(
                    checkpoints,
                    number,
                    tsEvent,
                    tsInit,
                    order,
                    event,
                    order.status(),
                    order.rawQuantity(),
                    order.rawFilled(),
                    order.rawPrice(),
                    order.rawTrigger());
        }

        @Override
        public RunEntry made() {
            Instrument i = order.instrument();
            return new RunEntry.OrderChange(
                    number,
                    tsEvent,
                    tsInit,
                    order.clientId(),
                    order.strategyId(),
                    i.id(),
                    order.side(),
                    order.type(),
                    order.request().timeInForce(),
                    status,
                    FixedPoint.toDecimal(rawQuantity, i.quantityScale()),
                    FixedPoint.toDecimal(rawFilled, i.quantityScale()),
                    price(rawPrice, i),
                    price(rawTrigger, i),
                    event == null ? "Created" : event.getClass().getSimpleName(),
                    event == null ? "" : message(event));
        }

        private static @Nullable BigDecimal price(long raw, Instrument i) {
            return raw == 0 ? null : FixedPoint.toDecimal(raw, i.priceScale());
        }

        private static String message(OrderEvent event) {
            if (event instanceof OrderEvent.Denied denied) {
                return denied.reason() + ": " + denied.message();
            } else if (event instanceof OrderEvent.Rejected rejected) {
                return rejected.reason() + ": " + rejected.message();
            } else if (event instanceof OrderEvent.UpdateRejected refused) {
                return refused.reason() + ": " + refused.message();
            } else if (event instanceof OrderEvent.CancelRejected refused) {
                return refused.reason() + ": " + refused.message();
            } else if (event instanceof OrderEvent.Canceled canceled) {
                return canceled.message();
            }
            return event instanceof OrderEvent.OutcomeUnknown unknown ? unknown.message() : "";
        }
    }

    /** A fill. */
    record OfFill(@Nullable Checkpoints checkpoints, long number, Fill fill) implements Seen {
        @Override
        public RunEntry made() {
            Order order = fill.order();
            Instrument i = fill.instrument();
            BigDecimal notional = notional(i);
            return new RunEntry.Filled(
                    number,
                    fill.tsEvent(),
                    fill.tsInit(),
                    order.clientId(),
                    order.strategyId(),
                    i.id(),
                    fill.tradeId(),
                    fill.side(),
                    FixedPoint.toDecimal(fill.rawPrice(), i.priceScale()),
                    FixedPoint.toDecimal(fill.rawQuantity(), i.quantityScale()),
                    FixedPoint.toDecimal(fill.rawFee(), fill.feeCurrency().scale()),
                    fill.feeCurrency(),
                    fill.liquidity(),
                    fill.reason(),
                    notional,
                    notional == null ? null : i.settlement());
        }

        /** A venue may report what our arithmetic has no room for; the fill is kept all the same. */
        private @Nullable BigDecimal notional(Instrument i) {
            try {
                return FixedPoint.toDecimal(
                        i.rawNotional(fill.rawPrice(), fill.rawQuantity()),
                        i.settlement().scale());
            } catch (ArithmeticException e) {
                return null;
            }
        }
    }

    /** A position. */
    record OfPosition(
            @Nullable Checkpoints checkpoints,
            long number,
            long tsEvent,
            String strategyId,
            Instrument instrument,
            PositionSide side,
            long rawQuantity,
            double averagePrice,
            long rawRealized)
            implements Seen {
        @Override
        public RunEntry made() {
            Currency currency = instrument.settlement();
            return new RunEntry.PositionAt(
                    number,
                    tsEvent,
                    strategyId,
                    instrument.id(),
                    side,
                    FixedPoint.toDecimal(rawQuantity, instrument.quantityScale()),
                    Double.isNaN(averagePrice) ? null : BigDecimal.valueOf(averagePrice),
                    FixedPoint.toDecimal(rawRealized, currency.scale()),
                    currency);
        }
    }

    /** A balance. */
    record OfBalance(@Nullable Checkpoints checkpoints, long number, long tsEvent, Balance balance) implements Seen {
        @Override
        public RunEntry made() {
            Currency currency = balance.currency();
            return new RunEntry.BalanceAt(
                    number,
                    tsEvent,
                    currency,
                    FixedPoint.toDecimal(balance.rawTotal(), currency.scale()),
                    FixedPoint.toDecimal(balance.rawLocked(), currency.scale()));
        }
    }

    /** The equity. */
    record OfEquity(@Nullable Checkpoints checkpoints, long number, long tsEvent, Currency currency, long rawAmount)
            implements Seen {
        @Override
        public RunEntry made() {
            return new RunEntry.EquityAt(number, tsEvent, currency, FixedPoint.toDecimal(rawAmount, currency.scale()));
        }
    }
}
