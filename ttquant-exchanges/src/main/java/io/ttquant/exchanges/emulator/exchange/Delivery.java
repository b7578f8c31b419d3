package io.ttquant.exchanges.emulator.exchange;

import java.math.BigDecimal;
import java.util.List;

/** The end of a market: its orders end, and positions are settled at one price. */
final class Delivery {
    private final Core core;
    private final OrderDesk desk;

    Delivery(Core core, OrderDesk desk) {
        this.core = core;
        this.desk = desk;
    }

    void endOrders(MarketState market) {
        for (AccountState account : core.accounts.values()) {
            for (LiveOrder order : List.copyOf(account.open.values())) {
                if (order.market == market) {
                    desk.end(order, OrderStatus.CANCELED, OrderReason.MARKET_CLOSED);
                }
            }
        }
    }

    void settle(MarketState market, BigDecimal price) {
        String asset = market.market.settle();
        var source = new Ledger.Source(market.market.symbol(), 0, 0);
        BigDecimal costs = BigDecimal.ZERO;
        BigDecimal profits = BigDecimal.ZERO;
        for (AccountState account : core.accounts.values()) {
            for (PositionState position : account.positions.values()) {
                if (Margins.isOf(position, market) && !position.isFlat()) {
                    costs = costs.add(position.cost);
                    BigDecimal profit = close(position, price);
                    profits = profits.add(profit);
                    core.ledger.post(account, asset, profit, BillKind.REALIZED, source);
                    core.tellPosition(position);
                }
            }
            core.ledger.tell(account, BillKind.REALIZED);
        }
        // Values of inverse contracts are rounded one by one: what that leaves over is the exchange's.
        BigDecimal due = market.market.kind() == MarketKind.INVERSE ? costs : costs.negate();
        core.ledger.post(core.house, asset, due.subtract(profits), BillKind.REALIZED, source);
    }

    private BigDecimal close(PositionState position, BigDecimal price) {
        BigDecimal value = position.market.value(position.quantity.abs(), price);
        BigDecimal signed = value.multiply(BigDecimal.valueOf(-position.quantity.signum()));
        position.updated = core.now();
        return position.trade(
                position.quantity.negate(),
                signed,
                price,
                position.market.terms().defaultLeverage());
    }
}
