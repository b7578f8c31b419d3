package io.ttquant.api.storage;

import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.Side;
import io.ttquant.api.order.TimeInForce;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that a run did, or had, at a time. Immutable. Decimals are exact and without trailing zeros, so that equal values are equal.
 *
 * <p>The key of an entry is its run and its number. A fill has a second one, the instrument, the side and the exchange's trade id (who trades with himself has one
 * on both sides), because it may be heard of again, under another number, when a run goes on.
 */
public sealed interface RunEntry {
    /** A number, unique in the run, rising in the order in which things happened; not negative. */
    long number();

    /** When it happened, epoch nanoseconds. */
    long tsEvent();

    /**
     * Something happened to an order, which then stood so.
     *
     * @param tsInit when we heard of it, epoch nanoseconds
     * @param clientId our id
     * @param event what happened: the name of the {@link io.ttquant.api.order.OrderEvent}, such as {@code Accepted}; {@code Created} for the request itself
     * @param price limit price; null if it has none
     * @param trigger trigger price; null if it has none
     * @param message what the event says; may be empty
     */
    record OrderChange(
            long number,
            long tsEvent,
            long tsInit,
            String clientId,
            String strategyId,
            InstrumentId instrument,
            Side side,
            OrderType type,
            TimeInForce timeInForce,
            OrderStatus status,
            BigDecimal quantity,
            BigDecimal filled,
            @Nullable BigDecimal price,
            @Nullable BigDecimal trigger,
            String event,
            String message)
            implements RunEntry {
        /** Drops trailing zeros. */
        public OrderChange {
            quantity = exact(quantity);
            filled = exact(filled);
            price = price == null ? null : exact(price);
            trigger = trigger == null ? null : exact(trigger);
        }
    }

    /**
     * A fill.
     *
     * @param tsInit when we heard of it, epoch nanoseconds
     * @param clientId our id of the order
     * @param tradeId the exchange's id, unique for the instrument
     * @param fee paid; negative for a rebate
     * @param notional what was traded is worth by {@link io.ttquant.api.market.Instrument#rawNotional}, with the
     *     contract's multiplier; null in a fill of which it is not known, as of those that older versions kept
     * @param notionalCurrency of {@code notional}; null if that is
     */
    record Filled(
            long number,
            long tsEvent,
            long tsInit,
            String clientId,
            String strategyId,
            InstrumentId instrument,
            long tradeId,
            Side side,
            BigDecimal price,
            BigDecimal quantity,
            BigDecimal fee,
            Currency feeCurrency,
            LiquiditySide liquidity,
            FillReason reason,
            @Nullable BigDecimal notional,
            @Nullable Currency notionalCurrency)
            implements RunEntry {
        /**
         * Drops trailing zeros.
         *
         * @throws IllegalArgumentException if a notional value has no currency, or a currency no value
         */
        public Filled {
            if ((notional == null) != (notionalCurrency == null)) {
                throw new IllegalArgumentException("a fill of " + instrument + " has the notional value " + notional
                        + " in the currency " + notionalCurrency + "; give both or neither");
            }
            price = exact(price);
            quantity = exact(quantity);
            fee = exact(fee);
            notional = notional == null ? null : exact(notional);
        }
    }

    /**
     * A position as it stood.
     *
     * @param strategyId whose; {@code external} for what no strategy holds
     * @param quantity negative if short
     * @param averagePrice what was paid for what is held; null if flat
     * @param realized profit of what was closed, before fees; over all starts of a live run, but for what no strategy holds since its last start
     * @param currency of {@code realized}
     */
    record PositionAt(
            long number,
            long tsEvent,
            String strategyId,
            InstrumentId instrument,
            PositionSide side,
            BigDecimal quantity,
            @Nullable BigDecimal averagePrice,
            BigDecimal realized,
            Currency currency)
            implements RunEntry {
        /** Drops trailing zeros. */
        public PositionAt {
            quantity = exact(quantity);
            averagePrice = averagePrice == null ? null : exact(averagePrice);
            realized = exact(realized);
        }
    }

    /** A balance as it stood; {@code locked} is the part that orders have reserved. */
    record BalanceAt(long number, long tsEvent, Currency currency, BigDecimal total, BigDecimal locked)
            implements RunEntry {
        /** Drops trailing zeros. */
        public BalanceAt {
            total = exact(total);
            locked = exact(locked);
        }
    }

    /** The account's equity in its reporting currency. */
    record EquityAt(long number, long tsEvent, Currency currency, BigDecimal amount) implements RunEntry {
        /** Drops trailing zeros. */
        public EquityAt {
            amount = exact(amount);
        }
    }

    /**
     * Money received, or if negative paid, that was no fill: funding, interest, the fee of a liquidation.
     *
     * @param kind such as {@code FUNDING}
     * @param strategyId whose; empty for the account's
     * @param instrument of which position; null if of none
     * @param why how it was reckoned; may be empty
     */
    record Payment(
            long number,
            long tsEvent,
            String kind,
            String strategyId,
            @Nullable InstrumentId instrument,
            Currency currency,
            BigDecimal amount,
            String why)
            implements RunEntry {
        /** Drops trailing zeros. */
        public Payment {
            amount = exact(amount);
        }
    }

    /** Something that a strategy wants to know again after a restart; the last entry of a key counts. */
    record StrategyState(long number, long tsEvent, String strategyId, String key, String value) implements RunEntry {}

    /**
     * The risk rules did something.
     *
     * @param strategyId whose; empty for the account's
     * @param kind such as {@code Tripped}
     * @param guard which limit; empty if none
     * @param message a sentence with the numbers
     */
    record RiskAct(long number, long tsEvent, String strategyId, String kind, String guard, String message)
            implements RunEntry {}

    /**
     * The run ended.
     *
     * @param statistics its figures by name; one that is not known (NaN) is kept as NaN
     */
    record Ended(long number, long tsEvent, Map<String, Double> statistics) implements RunEntry {
        /** Copies the figures. */
        public Ended {
            statistics = Map.copyOf(statistics);
        }
    }

    private static BigDecimal exact(BigDecimal value) {
        return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }
}
