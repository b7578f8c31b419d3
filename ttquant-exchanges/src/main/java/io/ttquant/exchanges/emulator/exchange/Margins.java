package io.ttquant.exchanges.emulator.exchange;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What contracts hold back of a balance, reckoned anew each time. */
final class Margins {
    private Margins() {}

    static Balance balance(Core core, AccountState account, String asset) {
        Wallet wallet = account.wallet(asset);
        BigDecimal margin = BigDecimal.ZERO;
        BigDecimal gains = BigDecimal.ZERO;
        for (MarketState market : core.markets.values()) {
            if (market.market.isContract() && market.market.settle().equals(asset)) {
                margin = margin.add(margin(account, market, null));
                gains = gains.add(crossGain(account, market));
            }
        }
        BigDecimal free = wallet.total.subtract(wallet.locked).subtract(margin).add(gains);
        return new Balance(
                asset,
                wallet.total,
                wallet.locked,
                Decimals.plain(margin),
                Decimals.plain(Decimals.max(free, BigDecimal.ZERO)));
    }

    static BigDecimal free(Core core, AccountState account, String asset) {
        return balance(core, account, asset).free();
    }

    /** What can leave the account or be paid with: gains of open positions cannot. */
    static BigDecimal cash(Core core, AccountState account, String asset) {
        Balance balance = balance(core, account, asset);
        BigDecimal own = balance.total().subtract(balance.locked()).subtract(balance.margin());
        return Decimals.max(BigDecimal.ZERO, Decimals.min(own, balance.free()));
    }

    static BigDecimal crossGain(AccountState account, MarketState market) {
        BigDecimal gain = BigDecimal.ZERO;
        for (PositionState position : account.positions.values()) {
            if (position.mode == MarginMode.CROSS && isOf(position, market)) {
                gain = gain.add(position.unrealized(market.markPrice()));
            }
        }
        return gain;
    }

    static boolean isOf(PositionState position, MarketState market) {
        return position.market.symbol().equals(market.market.symbol());
    }

    /** Margin of all positions and orders of a market, with one more order if given. */
    static BigDecimal margin(AccountState account, MarketState market, @Nullable Extra extra) {
        BigDecimal sum = BigDecimal.ZERO;
        for (MarginMode mode : MarginMode.values()) {
            if (mode != MarginMode.CASH) {
                for (PositionSide side : PositionSide.values()) {
                    sum = sum.add(leg(account, market, mode, side, extra));
                }
            }
        }
        return sum;
    }

    /**
     * The position's own margin, and beyond it what the worse of all its buys and all its sells filling would need: orders that reduce hold nothing.
     */
    private static BigDecimal leg(
            AccountState account, MarketState market, MarginMode mode, PositionSide side, @Nullable Extra extra) {
        Market terms = market.market;
        PositionState position = account.positions.get(new AccountState.PositionKey(terms.symbol(), side, mode));
        BigDecimal held = position == null ? BigDecimal.ZERO : position.cost;
        BigDecimal buys = BigDecimal.ZERO;
        BigDecimal sells = BigDecimal.ZERO;
        for (LiveOrder order : account.open.values()) {
            if (order.resting && order.market == market && !order.reduces() && isOf(order, mode, side)) {
                BigDecimal value = terms.value(order.remaining(), Objects.requireNonNull(order.price));
                buys = order.side() == Side.BUY ? buys.add(value) : buys;
                sells = order.side() == Side.SELL ? sells.add(value) : sells;
            }
        }
        if (extra != null && extra.mode == mode && extra.positionSide == side) {
            buys = extra.side == Side.BUY ? buys.add(extra.value) : buys;
            sells = extra.side == Side.SELL ? sells.add(extra.value) : sells;
        }
        BigDecimal worst =
                Decimals.max(held.add(buys).abs(), held.subtract(sells).abs());
        BigDecimal beyond = Decimals.max(BigDecimal.ZERO, worst.subtract(held.abs()));
        if (beyond.signum() == 0 && held.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal leverage = account.leverage(terms, side, mode);
        BigDecimal own = position == null ? BigDecimal.ZERO : position.margin(leverage);
        return own.add(Money.divide(beyond, leverage));
    }

    private static boolean isOf(LiveOrder order, MarginMode mode, PositionSide side) {
        return order.request.positionSide() == side && order.mode() == mode;
    }

    /** An order that is not there yet. */
    record Extra(MarginMode mode, PositionSide positionSide, Side side, BigDecimal value) {}
}
