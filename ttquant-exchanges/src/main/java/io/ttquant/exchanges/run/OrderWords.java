package io.ttquant.exchanges.run;

import io.ttquant.api.account.Position;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.Fill;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.Side;
import io.ttquant.core.config.ConfiguredStrategy;
import io.ttquant.core.portfolio.Ledger;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Orders, fills and positions in the words of a log. */
final class OrderWords {
    private static final int MONEY_DECIMALS = 2;

    private OrderWords() {}

    static String of(Order order) {
        Instrument instrument = order.instrument();
        StringBuilder text = new StringBuilder(order.side() == Side.BUY ? "buy " : "sell ");
        if (order.rawQuantity() > 0) {
            text.append(instrument.formatQuantity(order.rawQuantity())).append(' ');
        }
        text.append(instrument.id().symbol())
                .append(' ')
                .append(order.type().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        if (order.rawPrice() > 0) {
            text.append(" at ").append(instrument.formatPrice(order.rawPrice()));
        }
        if (order.rawTrigger() > 0) {
            text.append(" once at ").append(instrument.formatPrice(order.rawTrigger()));
        }
        return text.toString();
    }

    /**
     * An order that nobody here watches any more: its ids, what it is, and what to do.
     *
     * @param exchangeId the exchange's id; empty if it is not known
     */
    static String leftOpen(Order order, long rawFilled, String exchangeId) {
        Instrument instrument = order.instrument();
        String ids = "order " + order.clientId() + (exchangeId.isEmpty() ? "" : " (exchange id " + exchangeId + ")");
        String name = exchangeId.isEmpty() ? "client id " + order.clientId() : "exchange id " + exchangeId;
        String place = isConditional(order) ? "the open conditional orders" : "the open orders";
        return "LEFT OPEN: " + ids + " in " + instrument.id() + ": " + of(order) + ", "
                + instrument.formatQuantity(rawFilled) + " filled; "
                + (order.isOutcomeUnknown()
                        ? "it is not known what became of it: look at the exchange for " + name
                                + " among the open and the past orders, and cancel it if it is open"
                        : "it may still fill: find " + name + " among " + place
                                + " at the exchange and cancel it there");
    }

    private static boolean isConditional(Order order) {
        return order.sent().type().hasTrigger()
                && order.status() != OrderStatus.TRIGGERED
                && order.status() != OrderStatus.PARTIALLY_FILLED;
    }

    /** A line for each position of strategies. */
    static void held(Ledger ledger, List<ConfiguredStrategy> strategies, String what, Consumer<String> lines) {
        for (ConfiguredStrategy strategy : strategies) {
            ledger.positions(strategy.id()).stream()
                    .filter(position -> !position.isFlat())
                    .forEach(position -> lines.accept(what + strategy.id() + ": "
                            + position.instrument().id().symbol() + " " + position(position)));
        }
    }

    static String bought(Side side) {
        return side == Side.BUY ? "bought" : "sold";
    }

    static String fee(Fill fill) {
        BigDecimal fee = FixedPoint.toDecimal(fill.rawFee(), fill.feeCurrency().scale());
        return (fee.signum() < 0 ? "rebate " : "fee ") + plain(fee.abs()) + " " + fill.feeCurrency();
    }

    static String position(Position position) {
        Instrument instrument = position.instrument();
        if (position.isFlat()) {
            return "flat, realised " + money(position.rawRealized(), instrument);
        }
        BigDecimal average =
                BigDecimal.valueOf(position.averagePrice()).setScale(instrument.priceScale(), RoundingMode.HALF_EVEN);
        return instrument.formatQuantity(position.rawQuantity()) + " at " + average.toPlainString();
    }

    private static String money(long raw, Instrument instrument) {
        return money(raw, instrument.settlement().scale()) + " " + instrument.settlement();
    }

    /** An amount to two decimals, for people. */
    static String money(long raw, int scale) {
        return FixedPoint.toDecimal(raw, scale)
                .setScale(MONEY_DECIMALS, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
