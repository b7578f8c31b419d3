package io.ttquant.backtest;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderGroup;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.TrailingOffset;
import io.ttquant.api.order.TriggerSource;
import io.ttquant.api.time.EpochNanos;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Orders in words, for the log of decisions. */
final class OrderText {
    private OrderText() {}

    /** What was asked for. */
    static String asked(OrderRequest r) {
        Instrument i = r.instrument();
        StringBuilder text = new StringBuilder();
        text.append(r.side()).append(' ').append(i.formatQuantity(r.rawQuantity()));
        text.append(' ').append(i).append(' ').append(r.type());
        if (r.rawTrigger() != 0) {
            text.append(", trigger ").append(i.formatPrice(r.rawTrigger()));
        }
        TrailingOffset trailing = r.trailing();
        if (trailing != null) {
            text.append(trailing(i, trailing));
        }
        if (r.triggerSource() != TriggerSource.DEFAULT) {
            text.append(" by ").append(r.triggerSource());
        }
        if (r.rawPrice() != 0) {
            text.append(" at ").append(i.formatPrice(r.rawPrice()));
        }
        text.append(' ').append(r.timeInForce());
        if (r.expiryNanos() != EpochNanos.NEVER) {
            text.append(" until ").append(EpochNanos.format(r.expiryNanos()));
        }
        text.append(options(r));
        if (!r.tag().isEmpty()) {
            text.append(" [").append(r.tag()).append(']');
        }
        return text.toString();
    }

    private static String options(OrderRequest r) {
        Instrument i = r.instrument();
        return (r.isPostOnly() ? " post-only" : "")
                + (r.isReduceOnly() ? " reduce-only" : "")
                + (r.rawDisplay() == 0 ? "" : " showing " + i.formatQuantity(r.rawDisplay()))
                + (r.rawQuoteQuantity() == 0
                        ? ""
                        : " for "
                                + FixedPoint.format(
                                        r.rawQuoteQuantity(), i.quote().scale())
                                + " " + i.quote())
                + (r.positionSide() == PositionSide.NET ? "" : " of the position " + r.positionSide());
    }

    private static String trailing(Instrument instrument, TrailingOffset offset) {
        return ", trailing by " + distance(instrument, offset.kind(), offset.distance())
                + (offset.limitDistance() == 0
                        ? ""
                        : ", limit " + distance(instrument, offset.kind(), offset.limitDistance()) + " from it")
                + (offset.rawActivation() == 0
                        ? ""
                        : ", active from " + instrument.formatPrice(offset.rawActivation()));
    }

    private static String distance(Instrument instrument, TrailingOffset.Kind kind, long distance) {
        return switch (kind) {
            case PRICE -> instrument.formatPrice(distance);
            case TICKS -> distance + (distance == 1 ? " tick" : " ticks");
            case BASIS_POINTS ->
                FixedPoint.toDecimal(distance, 2).stripTrailingZeros().toPlainString() + " basis points";
        };
    }

    /** That an order of a group is sent, why now, and what it has to do with others. */
    static String sent(Order order) {
        Order parent = order.parent();
        OrderGroup group = order.group();
        StringBuilder text = new StringBuilder();
        text.append(parent == null ? "sent" : "released by the fill of #" + parent.sequence() + ", sent");
        if (group != null && group.orders().size() > 1) {
            String others = group.orders().stream()
                    .filter(other -> other != order && other != parent)
                    .map(other -> "#" + other.sequence())
                    .collect(Collectors.joining(", "));
            text.append(others.isEmpty() ? "" : ", " + group.kind() + " with " + others);
        }
        return text.toString();
    }

    /** What an amendment asks for. */
    static String change(Order order, @Nullable Amendment amendment) {
        if (amendment == null) {
            return "nothing";
        }
        Instrument i = order.instrument();
        List<String> parts = new ArrayList<>();
        if (amendment.rawQuantity() > 0) {
            parts.add("quantity " + i.formatQuantity(amendment.rawQuantity()));
        }
        if (amendment.rawTrigger() > 0) {
            parts.add("trigger " + i.formatPrice(amendment.rawTrigger()));
        }
        if (amendment.rawPrice() > 0) {
            parts.add("price " + i.formatPrice(amendment.rawPrice()));
        }
        return String.join(", ", parts);
    }

    /** What an order is by now. */
    static String figures(Order order) {
        Instrument i = order.instrument();
        return i.formatQuantity(order.rawQuantity())
                + (order.rawTrigger() == 0 ? "" : ", trigger " + i.formatPrice(order.rawTrigger()))
                + (order.rawPrice() == 0 ? "" : " at " + i.formatPrice(order.rawPrice()));
    }

    /** A message in which the orders of the same group go by their numbers, as everywhere in the log, and not by their client ids. */
    static String named(Order order, String message) {
        String text = message;
        Order parent = order.parent();
        if (parent != null) {
            text = numbered(parent, text);
        }
        OrderGroup group = order.group();
        if (group != null) {
            for (Order other : group.orders()) {
                text = numbered(other, text);
            }
        }
        return text;
    }

    private static String numbered(Order order, String text) {
        String id = order.clientId();
        return text.contains(id)
                ? text.replaceAll("(?<![\\w-])" + Pattern.quote(id) + "(?![\\w-])", "#" + order.sequence())
                : text;
    }
}
