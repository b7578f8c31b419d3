package io.ttquant.exchanges.emulator.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Closes positions whose collateral no longer covers their maintenance margin: the orders of the account go first, then the position is sold into the
 * book, and what the book does not take the exchange takes over at the mark price. A loss beyond the collateral is the exchange's.
 */
final class Liquidator {
    private final Core core;
    private final OrderDesk desk;

    Liquidator(Core core, OrderDesk desk) {
        this.core = core;
        this.desk = desk;
    }

    void look() {
        for (AccountState account : List.copyOf(core.accounts.values())) {
            if (!account.isBackground() && !account.positions.isEmpty()) {
                lookAtIsolated(account);
                lookAtCross(account);
                List.copyOf(account.wallets.keySet()).forEach(asset -> lookAtDeficit(account, asset));
            }
        }
    }

    private void lookAtIsolated(AccountState account) {
        for (PositionState position : List.copyOf(account.positions.values())) {
            BigDecimal mark = market(position).markPrice();
            BigDecimal equity = position.isolated.add(position.unrealized(mark));
            boolean isDue = position.mode == MarginMode.ISOLATED
                    && !position.isFlat()
                    && Decimals.isBelow(equity, position.maintenance(mark));
            if (isDue) {
                String asset = position.market.settle();
                BigDecimal floor = account.wallet(asset).total.subtract(position.isolated);
                close(position);
                cover(account, asset, floor);
            }
        }
    }

    private void lookAtCross(AccountState account) {
        Map<String, List<PositionState>> byAsset = new LinkedHashMap<>();
        for (PositionState position : account.positions.values()) {
            if (position.mode == MarginMode.CROSS && !position.isFlat()) {
                byAsset.computeIfAbsent(position.market.settle(), asset -> new ArrayList<>())
                        .add(position);
            }
        }
        byAsset.forEach((asset, positions) -> {
            if (isDue(account, asset, positions)) {
                positions.forEach(this::close);
                cover(account, asset, BigDecimal.ZERO);
            }
        });
    }

    private boolean isDue(AccountState account, String asset, List<PositionState> positions) {
        BigDecimal equity = account.wallet(asset).total;
        BigDecimal maintenance = BigDecimal.ZERO;
        for (PositionState position : account.positions.values()) {
            boolean isSetAside = position.mode == MarginMode.ISOLATED
                    && position.market.settle().equals(asset);
            equity = isSetAside ? equity.subtract(position.isolated) : equity;
        }
        for (PositionState position : positions) {
            BigDecimal mark = market(position).markPrice();
            equity = equity.add(position.unrealized(mark));
            maintenance = maintenance.add(position.maintenance(mark));
        }
        return Decimals.isBelow(equity, maintenance);
    }

    /** A loss may have eaten what spot orders had locked, and more: they end, and a debt without a position is the exchange's. */
    private void lookAtDeficit(AccountState account, String asset) {
        Wallet wallet = account.wallet(asset);
        if (wallet.locked.signum() > 0 && Decimals.isBelow(wallet.total, wallet.locked)) {
            for (LiveOrder order : List.copyOf(account.open.values())) {
                if (order.reserved.signum() > 0 && Ledger.reservedAsset(order).equals(asset)) {
                    desk.end(order, OrderStatus.CANCELED, OrderReason.LIQUIDATION);
                }
            }
        }
        boolean hasPosition = account.positions.values().stream()
                .anyMatch(position ->
                        !position.isFlat() && position.market.settle().equals(asset));
        if (wallet.total.signum() < 0 && !hasPosition) {
            cover(account, asset, BigDecimal.ZERO);
        }
    }

    private MarketState market(PositionState position) {
        return core.market(position.market.symbol());
    }

    private void close(PositionState position) {
        AccountState account = position.account;
        MarketState market = market(position);
        if (market.status == MarketStatus.HALTED) {
            return;
        }
        for (LiveOrder order : List.copyOf(account.open.values())) {
            if (order.market == market) {
                desk.end(order, OrderStatus.CANCELED, OrderReason.LIQUIDATION);
            }
        }
        if (position.isFlat()) {
            return;
        }
        Side side = position.quantity.signum() > 0 ? Side.SELL : Side.BUY;
        long id = core.nextOrder();
        String name = core.rules.liquidationName();
        OrderRequest request = OrderRequest.draft(market.market.symbol(), side, OrderKind.MARKET)
                .clientId(name.isEmpty() ? null : name + id)
                .quantity(position.quantity.abs())
                .reduceOnly(true)
                .positionSide(position.side)
                .marginMode(position.mode)
                .selfTrade(SelfTradePrevention.NONE)
                .tag("liquidation")
                .build();
        LiveOrder order = new LiveOrder(id, account, market, request, core.now());
        Position before = Positions.view(core, position);
        core.tape.write((sequence, time) -> new ExchangeEvent.Liquidated(sequence, time, before, order.id));
        desk.register(order, OrderReason.LIQUIDATION);
        desk.work(order);
        if (!position.isFlat()) {
            takeOver(position, Objects.requireNonNull(market.markPrice()));
        }
    }

    void takeOver(PositionState position, BigDecimal price) {
        Market market = position.market;
        PositionState house = core.house.position(market, PositionSide.NET, MarginMode.CROSS);
        BigDecimal quantity = position.quantity;
        BigDecimal value = market.value(quantity.abs(), price).multiply(BigDecimal.valueOf(quantity.signum()));
        BigDecimal leverage = market.terms().defaultLeverage();
        var source = new Ledger.Source(market.symbol(), 0, 0);
        BigDecimal loss = position.trade(quantity.negate(), value.negate(), price, leverage);
        BigDecimal gain = house.trade(quantity, value, price, leverage);
        core.ledger.post(position.account, market.settle(), loss, BillKind.REALIZED, source);
        core.ledger.post(core.house, market.settle(), gain, BillKind.REALIZED, source);
        position.updated = core.now();
        core.tellPosition(position);
        core.ledger.tell(position.account, BillKind.REALIZED);
    }

    private void cover(AccountState account, String asset, BigDecimal floor) {
        BigDecimal missing = floor.subtract(account.wallet(asset).total);
        if (missing.signum() > 0) {
            core.ledger.move(core.house, account, asset, missing, BillKind.INSURANCE, Ledger.Source.NONE);
            core.ledger.tell(account, BillKind.INSURANCE);
        }
    }
}
