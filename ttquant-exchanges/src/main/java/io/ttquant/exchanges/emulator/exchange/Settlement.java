package io.ttquant.exchanges.emulator.exchange;

import java.math.BigDecimal;

/** What a trade does to the money and the position of one of its sides. */
final class Settlement {
    private final Core core;

    Settlement(Core core) {
        this.core = core;
    }

    /** Books one side of a trade, whose order has it already, and gives the fill. */
    Fill settle(LiveOrder order, Trade trade, boolean isMaker) {
        Market market = order.market.market;
        var source = new Ledger.Source(market.symbol(), order.id, trade.id());
        BigDecimal realized = market.isContract() ? contract(order, trade, source) : spot(order, trade, source);
        Fee fee = fee(order, trade, isMaker);
        core.ledger.move(order.account, core.house, fee.asset, fee.amount, BillKind.FEE, source);
        return new Fill(
                core.nextFill(),
                trade.id(),
                order.id,
                order.account.id(),
                market.symbol(),
                order.side(),
                order.request.positionSide(),
                trade.price(),
                trade.quantity(),
                trade.value(),
                fee.amount,
                fee.asset,
                isMaker,
                realized,
                trade.time());
    }

    private BigDecimal spot(LiveOrder order, Trade trade, Ledger.Source source) {
        Market market = order.market.market;
        core.ledger.reserve(order);
        BigDecimal base = Decimals.signed(trade.quantity(), order.side());
        BigDecimal quote = Decimals.signed(trade.value(), order.side()).negate();
        core.ledger.post(order.account, market.base(), base, BillKind.TRADE, source);
        core.ledger.post(order.account, market.quote(), quote, BillKind.TRADE, source);
        return BigDecimal.ZERO;
    }

    private BigDecimal contract(LiveOrder order, Trade trade, Ledger.Source source) {
        Market market = order.market.market;
        PositionState position = order.account.position(market, order.request.positionSide(), order.mode());
        BigDecimal profit = position.trade(
                Decimals.signed(trade.quantity(), order.side()),
                Decimals.signed(trade.value(), order.side()),
                trade.price(),
                order.account.leverage(market, order.request.positionSide(), order.mode()));
        position.updated = core.now();
        core.ledger.post(order.account, market.settle(), profit, BillKind.REALIZED, source);
        order.account.touched.add(market.settle());
        return profit;
    }

    private Fee fee(LiveOrder order, Trade trade, boolean isMaker) {
        Market market = order.market.market;
        BigDecimal rate = order.account.fees(market).of(isMaker);
        AccountState.FeeCoin coin = order.account.feeCoin;
        if (coin != null && rate.signum() > 0) {
            MarketState price = core.markets.get(coin.asset() + market.settle());
            BigDecimal last = price == null ? null : price.last;
            if (last != null) {
                BigDecimal amount = Money.divide(trade.value().multiply(rate).multiply(coin.factor()), last);
                if (!Decimals.isAbove(amount, Margins.cash(core, order.account, coin.asset()))) {
                    return new Fee(amount, coin.asset());
                }
            }
        }
        boolean isInBase = !market.isContract() && order.side() == Side.BUY;
        BigDecimal from = isInBase ? trade.quantity() : trade.value();
        return new Fee(Money.round(from.multiply(rate)), isInBase ? market.base() : market.settle());
    }

    private record Fee(BigDecimal amount, String asset) {}
}
