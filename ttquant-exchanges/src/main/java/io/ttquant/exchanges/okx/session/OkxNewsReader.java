package io.ttquant.exchanges.okx.session;

import io.ttquant.api.order.OrderStatus;
import io.ttquant.exchanges.answer.Enums;
import io.ttquant.exchanges.answer.Unreadable;
import io.ttquant.exchanges.answer.VenueFee;
import io.ttquant.exchanges.answer.VenueFill;
import io.ttquant.exchanges.answer.VenueOrder;
import io.ttquant.exchanges.okx.OkxAlgoUpdate;
import io.ttquant.exchanges.okx.OkxCodes;
import io.ttquant.exchanges.okx.OkxOrderUpdate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns news of OKX's private channels into orders and fills. What the venue counts as negative is paid. */
final class OkxNewsReader {
    private OkxNewsReader() {}

    /**
     * The order of news. That came of a conditional one has the id of that.
     *
     * @throws Unreadable if a word is not known on which a figure hangs
     */
    static VenueOrder order(OkxOrderUpdate u) {
        String state = u.state().text();
        return new VenueOrder(
                u.instrument(),
                id(u.orderId(), "ordId"),
                clientId(u),
                Enums.side(u.side().text()),
                Enums.positionSide(u.positionSide()),
                u.type(),
                "",
                OkxCodes.orderStatus(state, u.cancelSource()),
                state,
                positive(u.price()),
                null,
                u.quantity(),
                u.quantityUnit().equals("quote_ccy"),
                u.filled(),
                positive(u.averagePrice()),
                u.isReduceOnly(),
                fees(u),
                u.cancelSource(),
                false,
                "",
                u.algoId(),
                u.tsCreated(),
                u.tsUpdated());
    }

    private static String clientId(OkxOrderUpdate u) {
        return u.algoClientId().isEmpty() ? u.clientId() : u.algoClientId();
    }

    private static List<VenueFee> fees(OkxOrderUpdate u) {
        List<VenueFee> fees = new ArrayList<>();
        if (u.fee().signum() != 0) {
            fees.add(new VenueFee(u.fee().negate(), u.feeCurrency()));
        }
        if (u.rebate().signum() != 0) {
            fees.add(new VenueFee(u.rebate().abs().negate(), u.rebateCurrency()));
        }
        return fees;
    }

    /**
     * The fill of news that tells of one.
     *
     * @throws Unreadable if its id, price or fee is missing: it is known that there is a fill, but not which
     */
    static VenueFill fill(OkxOrderUpdate u) {
        BigDecimal price = u.fillPrice();
        BigDecimal quantity = u.fillQuantity();
        BigDecimal fee = u.fillFee();
        if (price == null || quantity == null || fee == null) {
            throw new Unreadable("fill " + u.tradeId() + " of order " + u.orderId() + " comes without price or fee");
        }
        return new VenueFill(
                u.instrument(),
                tradeId(u.tradeId()),
                u.orderId(),
                clientId(u),
                Enums.side(u.side().text()),
                Enums.positionSide(u.positionSide()),
                price,
                quantity,
                new VenueFee(fee.negate(), u.fillFeeCurrency()),
                u.liquidity().equals("M"),
                -1,
                u.tsFill() == 0 ? u.tsUpdated() : u.tsFill());
    }

    private static long tradeId(String text) {
        return number(text, "tradeId");
    }

    /** An id by which the order is asked for. */
    private static String id(String text, String name) {
        return Long.toString(number(text, name));
    }

    private static long number(String text, String name) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new Unreadable(name + " '" + text + "' is no number");
        }
    }

    /**
     * A conditional order of news.
     *
     * @throws Unreadable if a word is not known on which a figure hangs
     */
    static VenueOrder algo(OkxAlgoUpdate u) {
        String state = u.state().text();
        OrderStatus status = OkxCodes.STATUSES.status(OkxCodes.ALGO_STATE, state);
        BigDecimal quantity = u.quantity();
        return new VenueOrder(
                u.instrument(),
                id(u.algoId(), "algoId"),
                u.clientId(),
                Enums.side(u.side().text()),
                Enums.positionSide(u.positionSide()),
                u.type(),
                "",
                status,
                state,
                first(u.stopLossPrice(), u.takeProfitPrice(), u.orderPrice()),
                first(u.stopLossTrigger(), u.takeProfitTrigger(), u.triggerPrice()),
                quantity == null ? BigDecimal.ZERO : quantity,
                false,
                BigDecimal.ZERO,
                null,
                u.isReduceOnly(),
                List.of(),
                u.failCode(),
                true,
                u.childId().isEmpty() ? "" : id(u.childId(), "ordId"),
                "",
                u.tsCreated(),
                Math.max(u.tsUpdated(), u.tsTriggered()));
    }

    /** -1 stands for the market. */
    private static @Nullable BigDecimal first(@Nullable BigDecimal... values) {
        for (BigDecimal value : values) {
            if (value != null && value.signum() > 0) {
                return value;
            }
        }
        return null;
    }

    private static @Nullable BigDecimal positive(@Nullable BigDecimal value) {
        return value != null && value.signum() > 0 ? value : null;
    }
}
