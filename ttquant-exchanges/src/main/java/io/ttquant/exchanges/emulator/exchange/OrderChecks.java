package io.ttquant.exchanges.emulator.exchange;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The market's rules on what a request says, without money. */
final class OrderChecks {
    private OrderChecks() {}

    static void check(AccountState account, MarketState market, OrderRequest request, long now) {
        status(market, request);
        request(account, market, request);
        if (request.timeInForce() == TimeInForce.GTD && request.expiresAt() <= now) {
            throw new Refused(
                    RefusalReason.TIME, "expires at " + request.expiresAt() + ", and it is " + now + " already");
        }
        counts(account, market, request);
    }

    /** What a request says in itself. */
    static void request(AccountState account, MarketState market, OrderRequest request) {
        shape(market.market, request);
        figures(market, request);
        positionSide(account, market.market, request);
    }

    private static void status(MarketState market, OrderRequest request) {
        switch (market.status) {
            case TRADING -> {}
            case POST_ONLY -> {
                if (!request.postOnly()) {
                    throw new Refused(
                            RefusalReason.MARKET_POST_ONLY, request.symbol() + " takes post-only orders only now");
                }
            }
            case CANCEL_ONLY, HALTED ->
                throw new Refused(RefusalReason.MARKET_HALTED, request.symbol() + " is " + market.status);
        }
    }

    private static void shape(Market market, OrderRequest request) {
        boolean isLimit = request.kind() == OrderKind.LIMIT;
        require(isLimit == (request.price() != null), "a limit order needs a price, a market order takes none");
        int amounts = (request.quantity() == null ? 0 : 1) + (request.quoteQuantity() == null ? 0 : 1);
        require(
                amounts == (request.closePosition() ? 0 : 1),
                "exactly one of quantity and quote quantity is needed, " + "none to close a position");
        require(
                request.quoteQuantity() == null || (!isLimit && !market.isContract()),
                "a quote quantity is for market orders on spot");
        require(
                !request.postOnly() || (isLimit && isResting(request.timeInForce())),
                "post-only is for limit orders that may rest");
        boolean needsContract = request.reduceOnly() || request.closePosition();
        require(!needsContract || market.isContract(), "only orders on contracts can be reduce-only");
        require(request.display() == null || isLimit, "a displayed quantity is for limit orders");
    }

    private static boolean isResting(TimeInForce timeInForce) {
        return timeInForce == TimeInForce.GTC || timeInForce == TimeInForce.GTD;
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new Refused(RefusalReason.BAD_REQUEST, rule);
        }
    }

    private static void figures(MarketState market, OrderRequest request) {
        bounded(request.price());
        bounded(request.quantity());
        bounded(request.quoteQuantity());
        bounded(request.display());
        if (request.price() != null) {
            price(market, request.price());
        }
        if (request.quantity() != null) {
            quantity(market.market, request.quantity(), request.kind() == OrderKind.MARKET);
            BigDecimal price = request.price() != null ? request.price() : market.reference();
            if (price != null) {
                notional(market.market, request, market.market.value(request.quantity(), price));
            }
        }
        if (request.quoteQuantity() != null) {
            if (request.quoteQuantity().signum() <= 0) {
                throw new Refused(RefusalReason.QUANTITY_TOO_SMALL, "a quote quantity must be above 0");
            }
            notional(market.market, request, request.quoteQuantity());
        }
        display(market.market, request);
    }

    private static void bounded(@Nullable BigDecimal value) {
        if (!Decimals.isBounded(value)) {
            throw new Refused(RefusalReason.FIGURE_TOO_LONG, "a figure has too many digits");
        }
    }

    static void price(MarketState market, BigDecimal price) {
        bounded(price);
        PriceRule rule = market.market.prices();
        boolean isOut = price.signum() <= 0
                || Decimals.isBelow(price, rule.least())
                || (rule.most().signum() > 0 && Decimals.isAbove(price, rule.most()));
        if (isOut) {
            throw new Refused(RefusalReason.PRICE_RANGE, text("price", price) + " is out of range");
        }
        if (!Decimals.isMultiple(price, rule.tick())) {
            throw new Refused(
                    RefusalReason.PRICE_STEP,
                    text("price", price) + " is no multiple of " + rule.tick().toPlainString());
        }
        BigDecimal reference = market.reference();
        if (reference != null) {
            band(rule, price, reference);
        }
    }

    private static void band(PriceRule rule, BigDecimal price, BigDecimal reference) {
        boolean isHigh = rule.bandUp().signum() > 0 && Decimals.isAbove(price, reference.multiply(rule.bandUp()));
        boolean isLow = Decimals.isBelow(price, reference.multiply(rule.bandDown()));
        if (isHigh || isLow) {
            throw new Refused(
                    RefusalReason.PRICE_BAND, text("price", price) + " is too far from " + reference.toPlainString());
        }
    }

    static void quantity(Market market, BigDecimal quantity, boolean isMarket) {
        bounded(quantity);
        QuantityRule rule = market.quantities();
        if (quantity.signum() <= 0 || Decimals.isBelow(quantity, rule.least())) {
            throw new Refused(
                    RefusalReason.QUANTITY_TOO_SMALL,
                    text("quantity", quantity) + " is below " + rule.least().toPlainString());
        }
        BigDecimal most = isMarket && rule.mostOfMarket().signum() > 0 ? rule.mostOfMarket() : rule.most();
        if (most.signum() > 0 && Decimals.isAbove(quantity, most)) {
            throw new Refused(
                    RefusalReason.QUANTITY_TOO_LARGE, text("quantity", quantity) + " is above " + most.toPlainString());
        }
        if (!Decimals.isMultiple(quantity, rule.lot())) {
            throw new Refused(
                    RefusalReason.QUANTITY_STEP,
                    text("quantity", quantity) + " is no multiple of "
                            + rule.lot().toPlainString());
        }
    }

    static void notional(Market market, OrderRequest request, BigDecimal value) {
        NotionalRule rule = market.notionals();
        boolean isExempt = (LiveOrder.reduces(request) && rule.exemptsReducing())
                || (request.kind() == OrderKind.MARKET && !rule.leastForMarket());
        if (!isExempt && Decimals.isBelow(value, rule.least())) {
            throw new Refused(
                    RefusalReason.NOTIONAL_TOO_SMALL,
                    text("value", value) + " is below " + rule.least().toPlainString());
        }
        if (rule.most().signum() > 0 && Decimals.isAbove(value, rule.most())) {
            throw new Refused(
                    RefusalReason.NOTIONAL_TOO_LARGE,
                    text("value", value) + " is above " + rule.most().toPlainString());
        }
    }

    private static void display(Market market, OrderRequest request) {
        BigDecimal display = request.display();
        BigDecimal quantity = request.quantity();
        if (display == null || quantity == null || display.signum() == 0) {
            return;
        }
        int most = market.counts().icebergParts();
        boolean isWrong = display.signum() < 0
                || Decimals.isAbove(display, quantity)
                || !Decimals.isMultiple(display, market.quantities().lot())
                || (most > 0 && Decimals.isAbove(quantity, display.multiply(BigDecimal.valueOf(most))));
        if (isWrong) {
            throw new Refused(
                    RefusalReason.DISPLAY,
                    text("display", display) + " does not fit quantity " + quantity.toPlainString()
                            + " and lot, or makes more than " + most + " parts");
        }
    }

    static void positionSide(AccountState account, Market market, OrderRequest request) {
        boolean isNet = request.positionSide() == PositionSide.NET;
        boolean wantsNet = !market.isContract() || account.positionMode == PositionMode.ONE_WAY;
        if (isNet != wantsNet) {
            throw new Refused(
                    RefusalReason.POSITION_SIDE,
                    "position side " + request.positionSide() + " does not fit position mode " + account.positionMode);
        }
    }

    private static void counts(AccountState account, MarketState market, OrderRequest request) {
        CountRule rule = market.market.counts();
        boolean isConditional = request.trigger() != null;
        int most = isConditional ? rule.conditionals() : rule.openOrders();
        if (most == 0 || account.isBackground()) {
            return;
        }
        long held = account.open.values().stream()
                .filter(order -> order.market == market && isConditional == (order.status == OrderStatus.WAITING))
                .count();
        if (held >= most) {
            throw new Refused(
                    isConditional ? RefusalReason.TOO_MANY_CONDITIONALS : RefusalReason.TOO_MANY_ORDERS,
                    "there are " + held + " already, and " + most + " are the most in " + request.symbol());
        }
    }

    static String text(String name, BigDecimal value) {
        return name + " " + value.toPlainString();
    }
}
