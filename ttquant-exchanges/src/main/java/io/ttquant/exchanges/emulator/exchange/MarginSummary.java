package io.ttquant.exchanges.emulator.exchange;

import java.math.BigDecimal;

/**
 * How an account stands in a settlement asset.
 *
 * @param asset which
 * @param total the balance, without what open positions have gained
 * @param unrealized what open positions have gained at the mark price, isolated ones too
 * @param positionMargin held by positions
 * @param orderMargin held by orders on contracts
 * @param isolated part of {@code positionMargin} that is set aside for isolated positions
 * @param maintenance below which positions are liquidated, isolated ones too
 * @param free what can be used
 */
public record MarginSummary(
        String asset,
        BigDecimal total,
        BigDecimal unrealized,
        BigDecimal positionMargin,
        BigDecimal orderMargin,
        BigDecimal isolated,
        BigDecimal maintenance,
        BigDecimal free) {

    static MarginSummary of(Core core, AccountState account, String asset) {
        Balance balance = Margins.balance(core, account, asset);
        BigDecimal unrealized = BigDecimal.ZERO;
        BigDecimal held = BigDecimal.ZERO;
        BigDecimal isolated = BigDecimal.ZERO;
        BigDecimal maintenance = BigDecimal.ZERO;
        for (PositionState position : account.positions.values()) {
            if (position.market.settle().equals(asset)) {
                BigDecimal mark = core.market(position.market.symbol()).markPrice();
                unrealized = unrealized.add(position.unrealized(mark));
                held = held.add(position.margin(account.leverage(position.market, position.side, position.mode)));
                isolated = isolated.add(position.isolated);
                maintenance = maintenance.add(position.maintenance(mark));
            }
        }
        return new MarginSummary(
                asset,
                balance.total(),
                Decimals.plain(unrealized),
                Decimals.plain(held),
                Decimals.plain(balance.margin().subtract(held)),
                Decimals.plain(isolated),
                Decimals.plain(maintenance),
                balance.free());
    }
}
