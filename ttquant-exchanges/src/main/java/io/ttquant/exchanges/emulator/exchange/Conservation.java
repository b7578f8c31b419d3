package io.ttquant.exchanges.emulator.exchange;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** What must hold at any moment between commands. */
final class Conservation {
    private Conservation() {}

    static void check(Core core) {
        money(core);
        positions(core);
        for (AccountState account : core.accounts.values()) {
            locks(account);
            orders(account);
            bills(account);
        }
        for (MarketState market : core.markets.values()) {
            book(core, market);
        }
    }

    /** Per asset: all balances, less what open linear contracts cost (plus what inverse ones did), are what came from outside. */
    private static void money(Core core) {
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        for (AccountState account : core.accounts.values()) {
            account.wallets.forEach((asset, wallet) -> sums.merge(asset, wallet.total, BigDecimal::add));
            for (PositionState position : account.positions.values()) {
                boolean isInverse = position.market.kind() == MarketKind.INVERSE;
                sums.merge(
                        position.market.settle(), isInverse ? position.cost : position.cost.negate(), BigDecimal::add);
            }
        }
        core.ledger.outside().forEach((asset, amount) -> sums.merge(asset, amount.negate(), BigDecimal::add));
        sums.forEach((asset, difference) ->
                require(difference.signum() == 0, asset + " is off by " + difference.toPlainString()));
    }

    private static void positions(Core core) {
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        for (AccountState account : core.accounts.values()) {
            for (PositionState position : account.positions.values()) {
                sums.merge(position.market.symbol(), position.quantity, BigDecimal::add);
                require(
                        position.quantity.signum() == position.cost.signum(),
                        "cost " + position.cost + " of a position of " + position.quantity);
            }
        }
        sums.forEach(
                (symbol, sum) -> require(sum.signum() == 0, "longs and shorts of " + symbol + " differ by " + sum));
    }

    private static void locks(AccountState account) {
        Map<String, BigDecimal> locks = new LinkedHashMap<>();
        for (LiveOrder order : account.open.values()) {
            locks.merge(Ledger.reservedAsset(order), order.reserved, BigDecimal::add);
        }
        account.wallets.forEach((asset, wallet) -> {
            BigDecimal held = locks.getOrDefault(asset, BigDecimal.ZERO);
            require(
                    held.compareTo(wallet.locked) == 0,
                    account.id() + " has " + wallet.locked + " " + asset + " locked for orders that need " + held);
            boolean isCovered =
                    account.isBackground() || held.signum() == 0 || !Decimals.isBelow(wallet.total, wallet.locked);
            require(
                    isCovered,
                    account.id() + " has " + wallet.total + " " + asset + " and " + wallet.locked + " locked");
        });
    }

    private static void orders(AccountState account) {
        if (account.isBackground()) {
            return;
        }
        Map<Long, BigDecimal> filled = new LinkedHashMap<>();
        account.fills.forEach(fill -> filled.merge(fill.orderId(), fill.quantity(), BigDecimal::add));
        account.open.values().forEach(order -> filled(order.view(), filled));
        account.ended.values().forEach(order -> filled(order, filled));
    }

    private static void filled(Order order, Map<Long, BigDecimal> filled) {
        BigDecimal sum = filled.getOrDefault(order.id(), BigDecimal.ZERO);
        require(
                sum.compareTo(order.filled()) == 0 && !Decimals.isAbove(order.filled(), order.quantity()),
                "order " + order.id() + " has filled " + order.filled() + " of " + order.quantity() + ", its fills "
                        + sum);
    }

    private static void bills(AccountState account) {
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        account.bills.forEach(bill -> sums.merge(bill.asset(), bill.amount(), BigDecimal::add));
        sums.forEach((asset, sum) -> require(
                sum.compareTo(account.wallet(asset).total) == 0,
                account.id() + " has " + account.wallet(asset).total + " " + asset + " and bills of " + sum));
    }

    private static void book(Core core, MarketState market) {
        LiveOrder bid = market.book.side(Side.BUY).best();
        LiveOrder ask = market.book.side(Side.SELL).best();
        boolean isCrossed = bid != null && ask != null && !Decimals.isBelow(BookSide.price(bid), BookSide.price(ask));
        require(!isCrossed, "the book of " + market.market.symbol() + " is crossed");
        for (Side side : Side.values()) {
            for (LiveOrder order : market.book.side(side).orders()) {
                AccountState account = core.account(order.account.id());
                require(account.open.get(order.id) == order, "order " + order.id + " is in the book and not open");
            }
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
