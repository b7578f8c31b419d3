package io.ttquant.exchanges.emulator.exchange;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened at the exchange, immutable, in the order in which it happened. */
public sealed interface ExchangeEvent {
    /** Rises by one from event to event. */
    long sequence();

    /** Epoch nanoseconds. */
    long time();

    /** An event of one account only. */
    sealed interface OfAccount extends ExchangeEvent {
        /** Whose it is. */
        String account();
    }

    /** An event of a market that everybody sees. */
    sealed interface OfMarket extends ExchangeEvent {
        /** Which market. */
        String symbol();
    }

    /**
     * An order was placed, amended, triggered or ended. A trade is told by {@link Filled} instead, never by both.
     *
     * @param order after it; its reason says what happened
     */
    record OrderChanged(long sequence, long time, Order order) implements OfAccount {
        @Override
        public String account() {
            return order.account();
        }
    }

    /**
     * An order traded. Its maker's comes before its taker's.
     *
     * @param fill what was traded
     * @param order after it
     */
    record Filled(long sequence, long time, Fill fill, Order order) implements OfAccount {
        @Override
        public String account() {
            return order.account();
        }
    }

    /**
     * Balances changed; only those that did are there.
     *
     * @param reason why; null if money was locked or freed only
     */
    record BalanceChanged(
            long sequence,
            long time,
            String account,
            @Nullable BillKind reason,
            List<Balance> balances) implements OfAccount {
        /** Copies the list. */
        public BalanceChanged {
            balances = List.copyOf(balances);
        }
    }

    /** A position changed in size or margin. */
    record PositionChanged(long sequence, long time, Position position) implements OfAccount {
        @Override
        public String account() {
            return position.account();
        }
    }

    /** Leverage, margin mode or position mode of an account changed; {@code symbol} is null for the position mode. */
    record SettingsChanged(
            long sequence,
            long time,
            String account,
            @Nullable String symbol,
            PositionMode positionMode,
            @Nullable MarginMode marginMode,
            @Nullable BigDecimal leverage)
            implements OfAccount {}

    /** A conditional order of the service of its own was placed, fired, ended. */
    record ConditionalChanged(long sequence, long time, Conditional conditional) implements OfAccount {
        @Override
        public String account() {
            return conditional.account();
        }
    }

    /** A list of orders was placed or ended. */
    record ListChanged(long sequence, long time, OrderList list) implements OfAccount {
        @Override
        public String account() {
            return list.account();
        }
    }

    /**
     * A position paid or got funding.
     *
     * @param amount got, negative if paid, in {@code asset}
     * @param rate of it
     * @param position quantity that it was for
     */
    record FundingPaid(
            long sequence,
            long time,
            String account,
            String symbol,
            String asset,
            BigDecimal amount,
            BigDecimal rate,
            BigDecimal position)
            implements OfAccount {}

    /** A position is being liquidated: its orders are cancelled, then it is closed by {@code orderId}; 0 if the exchange took it over. */
    record Liquidated(long sequence, long time, Position position, long orderId) implements OfAccount {
        @Override
        public String account() {
            return position.account();
        }
    }

    /**
     * Levels of a book changed. Ids rise by one a level.
     *
     * @param previousId last id of the change before
     * @param firstId of this change
     * @param lastId of this change
     * @param bids changed levels with what they are now, 0 if gone
     * @param asks changed levels with what they are now, 0 if gone
     * @param bestBid after it, null if there is none
     * @param bestAsk after it, null if there is none
     */
    record BookChanged(
            long sequence,
            long time,
            String symbol,
            long previousId,
            long firstId,
            long lastId,
            List<BookLevel> bids,
            List<BookLevel> asks,
            @Nullable BookLevel bestBid,
            @Nullable BookLevel bestAsk)
            implements OfMarket {
        /** Copies the lists. */
        public BookChanged {
            bids = List.copyOf(bids);
            asks = List.copyOf(asks);
        }
    }

    /** A trade happened. */
    record TradePrinted(long sequence, long time, Trade trade) implements OfMarket {
        @Override
        public String symbol() {
            return trade.symbol();
        }
    }

    /** A minute ended; its candle changes no more. */
    record CandleClosed(long sequence, long time, String symbol, Candle candle) implements OfMarket {}

    /** Mark price, index price or funding rate changed. */
    record MarkChanged(long sequence, long time, MarkPrice price) implements OfMarket {
        @Override
        public String symbol() {
            return price.symbol();
        }
    }

    /** A market was opened, or its rules or status changed. */
    record MarketChanged(long sequence, long time, Market market, MarketStatus status) implements OfMarket {
        @Override
        public String symbol() {
            return market.symbol();
        }
    }
}
