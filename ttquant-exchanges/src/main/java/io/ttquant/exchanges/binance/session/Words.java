package io.ttquant.exchanges.binance.session;

import io.ttquant.api.exchange.ExternalOrder;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.Currency;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.TimeInForce;
import io.ttquant.api.order.TriggerSource;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.exchanges.answer.VenueOrder;
import io.ttquant.exchanges.session.VenueTerms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words of Binance in ours. */
final class Words implements VenueTerms {
    /** The venue marks its own orders against our positions in the client id, and their status. */
    private static final List<String> LIQUIDATIONS = List.of("autoclose-", "adl_autoclose", "settlement_autoclose-");

    private static final List<String> LIQUIDATING = List.of("NEW_INSURANCE", "NEW_ADL");

    private final BinanceVenue venue;
    private final Catalogue catalogue;

    Words(BinanceVenue venue, Catalogue catalogue) {
        this.venue = venue;
        this.catalogue = catalogue;
    }

    @Override
    public @Nullable Instrument instrument(String symbol) {
        return catalogue.instrument(symbol);
    }

    @Override
    public Currency currency(String code) {
        return catalogue.currency(code);
    }

    @Override
    public boolean isLiquidation(VenueOrder order) {
        return LIQUIDATIONS.stream().anyMatch(order.clientId()::startsWith) || LIQUIDATING.contains(order.statusWord());
    }

    @Override
    public ExternalOrder external(VenueOrder order, Instrument instrument) {
        OrderStatus status = order.status();
        return new ExternalOrder(
                order.clientId(),
                order.venueId(),
                request(order, instrument),
                status == null ? OrderStatus.ACCEPTED : status,
                quantity(order.filled(), instrument),
                order.tsUpdated());
    }

    private OrderRequest request(VenueOrder order, Instrument instrument) {
        OrderType type = type(order);
        return new OrderRequest(
                instrument,
                order.side(),
                type,
                quantity(order.quantity(), instrument),
                type.hasPrice() ? price(order.price(), instrument) : 0,
                type.hasTrigger() ? price(order.triggerPrice(), instrument) : 0,
                timeInForce(order.timeInForce()),
                EpochNanos.NEVER,
                order.type().equals("LIMIT_MAKER") || order.timeInForce().equals("GTX"),
                order.isReduceOnly(),
                order.type(),
                TriggerSource.DEFAULT,
                null,
                0,
                order.positionSide());
    }

    /** A trailing stop stands as a stop at the market: where it is now is the venue's affair. */
    private OrderType type(VenueOrder order) {
        return switch (order.type()) {
            case "MARKET" -> OrderType.MARKET;
            case "LIMIT", "LIMIT_MAKER" -> OrderType.LIMIT;
            case "STOP_LOSS", "STOP_MARKET", "TRAILING_STOP_MARKET" -> OrderType.STOP_MARKET;
            case "STOP_LOSS_LIMIT", "STOP" -> OrderType.STOP_LIMIT;
            case "TAKE_PROFIT_MARKET" -> OrderType.MARKET_IF_TOUCHED;
            case "TAKE_PROFIT_LIMIT" -> OrderType.LIMIT_IF_TOUCHED;
            case "TAKE_PROFIT" -> venue.isSpot() ? OrderType.MARKET_IF_TOUCHED : OrderType.LIMIT_IF_TOUCHED;
            default -> order.price() == null ? OrderType.MARKET : OrderType.LIMIT;
        };
    }

    private static TimeInForce timeInForce(String word) {
        return switch (word) {
            case "IOC" -> TimeInForce.IOC;
            case "FOK" -> TimeInForce.FOK;
            default -> TimeInForce.GTC;
        };
    }

    private static long quantity(BigDecimal value, Instrument instrument) {
        return FixedPoint.toRaw(value, instrument.quantityScale(), RoundingMode.HALF_EVEN);
    }

    private static long price(@Nullable BigDecimal value, Instrument instrument) {
        return value == null ? 0 : FixedPoint.toRaw(value, instrument.priceScale(), RoundingMode.HALF_EVEN);
    }
}
