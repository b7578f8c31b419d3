package io.ttquant.exchanges.emulator.exchange;

import java.math.BigDecimal;

/** Whether an account can pay for an order before it is taken. */
final class Funds {
    private final Core core;

    Funds(Core core) {
        this.core = core;
    }

    /** Checks an order that is about to be matched. What is reserved for it already counts as free. */
    void check(LiveOrder order) {
        if (order.account.isBackground()) {
            return;
        }
        if (order.market.market.isContract()) {
            margin(order);
        } else {
            balance(order);
        }
    }

    private void balance(LiveOrder order) {
        String asset = Ledger.reservedAsset(order);
        BigDecimal free = Margins.cash(core, order.account, asset);
        BigDecimal need = spotNeed(order).subtract(order.reserved);
        if (Decimals.isAbove(need, free)) {
            throw new Refused(
                    RefusalReason.INSUFFICIENT_BALANCE,
                    "it needs " + need.toPlainString() + " " + asset + ", and " + free.toPlainString() + " is free");
        }
    }

    private BigDecimal spotNeed(LiveOrder order) {
        if (!order.isMarket() || order.status == OrderStatus.WAITING) {
            return Ledger.need(order);
        }
        BigDecimal byQuote = order.request.quoteQuantity();
        if (order.side() == Side.SELL) {
            return byQuote == null ? order.remaining() : BigDecimal.ZERO;
        }
        return byQuote == null ? Depth.cost(order, order.remaining()) : byQuote;
    }

    private void margin(LiveOrder order) {
        if (order.reduces()) {
            return;
        }
        Market market = order.market.market;
        BigDecimal value = order.price == null
                ? Depth.cost(order, order.remaining())
                : market.value(order.remaining(), order.price);
        var extra = new Margins.Extra(order.mode(), order.request.positionSide(), order.side(), value);
        BigDecimal need = Margins.margin(order.account, order.market, extra)
                .subtract(Margins.margin(order.account, order.market, null));
        BigDecimal free = Margins.free(core, order.account, market.settle());
        if (Decimals.isAbove(need, free)) {
            throw new Refused(
                    RefusalReason.INSUFFICIENT_MARGIN,
                    "it needs a margin of " + need.toPlainString() + " " + market.settle() + ", and "
                            + free.toPlainString() + " is free");
        }
    }
}
