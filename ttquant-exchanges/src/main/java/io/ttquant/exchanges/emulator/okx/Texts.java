package io.ttquant.exchanges.emulator.okx;

import io.ttquant.exchanges.emulator.exchange.MarginMode;
import io.ttquant.exchanges.emulator.exchange.Market;
import io.ttquant.exchanges.emulator.exchange.MarketKind;
import io.ttquant.exchanges.emulator.exchange.Order;
import io.ttquant.exchanges.emulator.exchange.OrderKind;
import io.ttquant.exchanges.emulator.exchange.OrderReason;
import io.ttquant.exchanges.emulator.exchange.OrderRequest;
import io.ttquant.exchanges.emulator.exchange.OrderStatus;
import io.ttquant.exchanges.emulator.exchange.PositionSide;
import io.ttquant.exchanges.emulator.exchange.PriceSource;
import io.ttquant.exchanges.emulator.exchange.Side;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Words and figures of OKX. */
final class Texts {
    private Texts() {}

    /** A figure without useless zeros; empty for null. */
    static String figure(@Nullable BigDecimal value) {
        if (value == null) {
            return "";
        }
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    static String millis(long nanos) {
        return Long.toString(Math.floorDiv(nanos, 1_000_000L));
    }

    static String side(Side side) {
        return side.name().toLowerCase(Locale.ROOT);
    }

    static String positionSide(PositionSide side) {
        return side.name().toLowerCase(Locale.ROOT);
    }

    static String marginMode(@Nullable MarginMode mode, Market market) {
        return switch (mode == null ? (market.isContract() ? MarginMode.CROSS : MarginMode.CASH) : mode) {
            case CASH -> "cash";
            case CROSS -> "cross";
            case ISOLATED -> "isolated";
        };
    }

    static String instrumentType(Market market) {
        return market.kind() == MarketKind.SPOT ? "SPOT" : market.symbol().endsWith("-SWAP") ? "SWAP" : "FUTURES";
    }

    /** BTC-USDT of BTC-USDT-SWAP. */
    static String family(Market market) {
        return market.base() + "-" + market.quote();
    }

    static String state(OrderStatus status) {
        return switch (status) {
            case PENDING, WAITING, LIVE -> "live";
            case PARTIALLY_FILLED -> "partially_filled";
            case FILLED -> "filled";
            case CANCELED, EXPIRED, EXPIRED_IN_MATCH -> "canceled";
        };
    }

    static String orderType(OrderRequest request) {
        if (request.kind() == OrderKind.MARKET) {
            return "market";
        }
        if (request.postOnly()) {
            return "post_only";
        }
        return switch (request.timeInForce()) {
            case GTC, GTD -> "limit";
            case IOC -> "ioc";
            case FOK -> "fok";
        };
    }

    /** Who or what ended an order; empty for one that was not cancelled. */
    static String cancelSource(Order order) {
        if (order.isOpen() || order.status() == OrderStatus.FILLED) {
            return "";
        }
        return cancelSource(order.reason());
    }

    private static String cancelSource(OrderReason reason) {
        return switch (reason) {
            case CANCELED, REPLACED -> "1";
            case LIQUIDATION -> "2";
            case MARKET_CLOSED -> "7";
            case FUNDS -> "9";
            case ALL_OR_NOTHING -> "13";
            case IMMEDIATE, NO_LIQUIDITY -> "14";
            case COUNTDOWN -> "20";
            case NOTHING_TO_REDUCE -> "23";
            case WOULD_TAKE -> "31";
            case SELF_TRADE -> "32";
            case PLACED, TRIGGERED, RELEASED, TRADED, AMENDED, LIST, OPERATOR, TIME -> "0";
        };
    }

    static String source(PriceSource source) {
        return source.name().toLowerCase(Locale.ROOT);
    }

    static PriceSource source(String word) {
        return switch (word) {
            case "last" -> PriceSource.LAST;
            case "mark" -> PriceSource.MARK;
            case "index" -> PriceSource.INDEX;
            default -> throw OkxError.parameter("triggerPxType");
        };
    }
}
