package io.ttquant.exchanges.emulator.exchange;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The money. Each change of a total is a bill, and each change of anything is told. */
final class Ledger {
    private final Core core;
    private final Map<String, BigDecimal> outside = new LinkedHashMap<>();

    Ledger(Core core) {
        this.core = core;
    }

    /** What has come from outside less what has left, by asset. */
    Map<String, BigDecimal> outside() {
        return outside;
    }

    void deposit(AccountState account, String asset, BigDecimal amount, BillKind kind) {
        outside.merge(asset, amount, BigDecimal::add);
        post(account, asset, amount, kind, Source.NONE);
        tell(account, kind);
    }

    void post(AccountState account, String asset, BigDecimal amount, BillKind kind, Source source) {
        if (amount.signum() == 0) {
            return;
        }
        Wallet wallet = account.wallet(asset);
        wallet.total = Decimals.plain(wallet.total.add(amount));
        account.touched.add(asset);
        if (!account.isBackground()) {
            account.bills.add(new Bill(
                    core.nextBill(),
                    account.id(),
                    asset,
                    kind,
                    Decimals.plain(amount),
                    wallet.total,
                    source.symbol(),
                    source.orderId(),
                    source.tradeId(),
                    core.now()));
        }
    }

    void move(AccountState from, AccountState to, String asset, BigDecimal amount, BillKind kind, Source source) {
        post(from, asset, amount.negate(), kind, source);
        post(to, asset, amount, kind, source);
    }

    /** Locks what a spot order needs now, or frees what it needs no more. */
    void reserve(LiveOrder order) {
        BigDecimal need = need(order);
        BigDecimal change = need.subtract(order.reserved);
        if (change.signum() == 0) {
            return;
        }
        String asset = reservedAsset(order);
        Wallet wallet = order.account.wallet(asset);
        wallet.locked = Decimals.plain(wallet.locked.add(change));
        order.reserved = need;
        order.account.touched.add(asset);
    }

    static String reservedAsset(LiveOrder order) {
        Market market = order.market.market;
        return order.side() == Side.BUY ? market.quote() : market.base();
    }

    /** What an open spot order has to hold back: the rest of its quantity, or what that costs at its limit. */
    static BigDecimal need(LiveOrder order) {
        Market market = order.market.market;
        if (market.isContract() || !order.status.isOpen() || order.status == OrderStatus.PENDING) {
            return BigDecimal.ZERO;
        }
        BigDecimal alone = order.side() == Side.SELL ? order.remaining() : cost(order);
        return Decimals.max(BigDecimal.ZERO, Decimals.plain(alone.subtract(order.sharedReserve)));
    }

    private static BigDecimal cost(LiveOrder order) {
        BigDecimal price = order.price;
        if (price == null && order.status == OrderStatus.WAITING && order.request.trigger() != null) {
            price = order.request.trigger().price() == null
                    ? order.market.last
                    : order.request.trigger().price();
        }
        return price == null ? BigDecimal.ZERO : order.market.market.value(order.remaining(), price);
    }

    /** Tells an account what changed of its balances, if anything did. */
    void tell(AccountState account, @Nullable BillKind reason) {
        if (account.isBackground() || account.touched.isEmpty()) {
            account.touched.clear();
            return;
        }
        List<Balance> balances = account.touched.stream()
                .map(asset -> Margins.balance(core, account, asset))
                .toList();
        account.touched.clear();
        core.tape.write(
                (sequence, time) -> new ExchangeEvent.BalanceChanged(sequence, time, account.id(), reason, balances));
    }

    /**
     * What a change of a balance belongs to.
     *
     * @param symbol of the market, null if of none
     * @param orderId of the order, 0 if of none
     * @param tradeId of the trade, 0 if of none
     */
    record Source(@Nullable String symbol, long orderId, long tradeId) {
        static final Source NONE = new Source(null, 0, 0);
    }
}
