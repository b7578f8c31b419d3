package io.ttquant.backtest.statistics;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.Currency;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.Fill;
import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.Side;
import io.ttquant.api.order.TimeInForce;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.core.order.ClientIds;
import io.ttquant.core.order.TrackedOrder;
import io.ttquant.core.portfolio.FundsPolicy;
import io.ttquant.core.portfolio.Ledger;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Fills written down by hand, one a second. */
final class Fills {
    static final Instrument BTC = Instrument.spot("test:BTCUSDT", "BTC", "USDT")
            .tick("0.01")
            .lot("0.001")
            .build();

    private final Ledger ledger = new Ledger(Currency.of("USDT"), FundsPolicy.BORROW, Map.of());
    private final List<Fill> list = new ArrayList<>();

    Fills() {
        ledger.register(BTC);
    }

    Fills buy(String quantity, String price) {
        return add("s", Side.BUY, quantity, price, "0", BTC.quote(), "");
    }

    Fills sell(String quantity, String price) {
        return add("s", Side.SELL, quantity, price, "0", BTC.quote(), "");
    }

    Fills add(String strategy, Side side, String quantity, String price, String fee, Currency feeCurrency, String tag) {
        return add(list.size() + 1L, strategy, side, quantity, price, fee, feeCurrency, tag);
    }

    /** The first fill of an order at a second. */
    Fills order(long second, Side side, int quantity, String price) {
        return add(second, "s", side, String.valueOf(quantity), price, "0", BTC.quote(), "");
    }

    private Fills add(
            long n,
            String strategy,
            Side side,
            String quantity,
            String price,
            String fee,
            Currency feeCurrency,
            String tag) {
        long nanos = n * EpochNanos.SECOND;
        long rawQuantity = FixedPoint.toRaw(new BigDecimal(quantity), BTC.quantityScale());
        OrderRequest request = new OrderRequest(
                BTC,
                side,
                io.ttquant.api.order.OrderType.MARKET,
                rawQuantity,
                0,
                0,
                TimeInForce.GTC,
                EpochNanos.NEVER,
                false,
                false,
                tag);
        TrackedOrder order =
                new TrackedOrder(ClientIds.of("t"), n, 0, strategy, request, ledger.position(strategy, BTC), nanos);
        list.add(new Fill(
                order,
                n,
                FixedPoint.toRaw(new BigDecimal(price), BTC.priceScale()),
                rawQuantity,
                FixedPoint.toRaw(new BigDecimal(fee), feeCurrency.scale()),
                feeCurrency,
                LiquiditySide.TAKER,
                FillReason.NEXT_OPEN,
                nanos,
                nanos));
        return this;
    }

    /** One more fill of the last order at the instant of its last fill. */
    Fills part(String quantity, String price) {
        Fill last = list.get(list.size() - 1);
        return partAt(last.tsEvent(), quantity, price);
    }

    /** One more fill of the last order, later. */
    Fills partAt(long nanos, String quantity, String price) {
        Fill last = list.get(list.size() - 1);
        list.add(new Fill(
                last.order(),
                last.tradeId() + 1_000,
                FixedPoint.toRaw(new BigDecimal(price), BTC.priceScale()),
                FixedPoint.toRaw(new BigDecimal(quantity), BTC.quantityScale()),
                0,
                BTC.quote(),
                LiquiditySide.TAKER,
                FillReason.NEXT_OPEN,
                nanos,
                nanos));
        return this;
    }

    List<Fill> list() {
        return list;
    }
}
