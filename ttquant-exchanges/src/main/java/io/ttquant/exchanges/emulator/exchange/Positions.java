package io.ttquant.exchanges.emulator.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Positions as they are shown. */
final class Positions {
    private static final int PRICE_SCALE = 10;

    private Positions() {}

    static Position view(Core core, PositionState position) {
        MarketState market = core.market(position.market.symbol());
        BigDecimal leverage = position.account.leverage(position.market, position.side, position.mode);
        BigDecimal mark = market.markPrice();
        return new Position(
                position.account.id(),
                position.market.symbol(),
                position.side,
                position.mode,
                position.quantity,
                position.entryPrice(),
                position.cost,
                leverage,
                Decimals.plain(position.margin(leverage)),
                mark,
                position.unrealized(mark),
                position.realized,
                liquidationPrice(position),
                position.updated);
    }

    /**
     * Of a linear position the price where what stands behind it equals its maintenance margin: (cost - collateral) / (quantity x value x (1 - m)) for a
     * long one and (cost + collateral) / (quantity x value x (1 + m)) for a short one, with the maintenance share m.
     */
    private static @Nullable BigDecimal liquidationPrice(PositionState position) {
        if (position.isFlat() || position.market.kind() != MarketKind.LINEAR) {
            return null;
        }
        BigDecimal collateral = position.mode == MarginMode.ISOLATED
                ? position.isolated
                : position.account.wallet(position.market.settle()).total;
        BigDecimal contracts =
                position.quantity.abs().multiply(position.market.terms().value());
        BigDecimal share = position.market.terms().maintenance();
        boolean isLong = position.quantity.signum() > 0;
        BigDecimal reach = isLong
                ? position.cost.subtract(collateral)
                : position.cost.abs().add(collateral);
        BigDecimal factor = isLong ? BigDecimal.ONE.subtract(share) : BigDecimal.ONE.add(share);
        BigDecimal price = reach.divide(contracts.multiply(factor), PRICE_SCALE, RoundingMode.HALF_EVEN);
        return price.signum() > 0 ? Decimals.plain(price) : null;
    }
}
