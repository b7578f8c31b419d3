package io.ttquant.exchanges.run;

import io.ttquant.api.account.Position;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.Fill;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

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

    /** An order that nobody here watches any more: its id, what it is, and what to do. */
    static String leftOpen(Order order, long rawFilled) {
        Instrument instrument = order.instrument();
        return "LEFT OPEN: order " + order.clientId() + " in " + instrument.id() + ": " + of(order) + ", "
                + instrument.formatQuantity(rawFilled) + " filled; "
                + (order.isOutcomeUnknown()
                        ? "it is not known whether the exchange has it: look there by this id, and cancel it if it does"
                        : "it may still fill: cancel it at the exchange by this id");
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
