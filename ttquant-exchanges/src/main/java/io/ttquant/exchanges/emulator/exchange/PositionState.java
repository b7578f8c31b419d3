package io.ttquant.exchanges.emulator.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A position, kept as quantity and cost, both signed: what is paid for a part that closes is the cost's share, rounded once, and the rest of the cost
 * stays, so nothing is lost to rounding.
 */
final class PositionState {
    private static final int PRICE_SCALE = 10;

    final AccountState account;
    final PositionSide side;
    final MarginMode mode;
    Market market;
    BigDecimal quantity = BigDecimal.ZERO;
    BigDecimal cost = BigDecimal.ZERO;
    BigDecimal realized = BigDecimal.ZERO;
    /** Of an isolated one: what is set aside for it. */
    BigDecimal isolated = BigDecimal.ZERO;

    long updated;

    PositionState(AccountState account, Market market, PositionSide side, MarginMode mode) {
        this.account = account;
        this.market = market;
        this.side = side;
        this.mode = mode;
    }

    boolean isFlat() {
        return quantity.signum() == 0;
    }

    /** How much an order of that side can close. */
    BigDecimal closable(Side orderSide) {
        return quantity.signum() == -orderSide.sign() ? quantity.abs() : BigDecimal.ZERO;
    }

    /** Takes a trade in and gives the profit or loss of what it closed. */
    BigDecimal trade(BigDecimal signedQuantity, BigDecimal signedValue, BigDecimal price, BigDecimal leverage) {
        BigDecimal closing = quantity.signum() == -signedQuantity.signum()
                ? Decimals.min(quantity.abs(), signedQuantity.abs())
                : BigDecimal.ZERO;
        BigDecimal profit = BigDecimal.ZERO;
        BigDecimal openedValue = signedValue;
        if (closing.signum() > 0) {
            boolean isWhole = closing.compareTo(signedQuantity.abs()) == 0;
            BigDecimal closedValue = isWhole
                    ? signedValue
                    : market.value(closing, price).multiply(BigDecimal.valueOf(signedValue.signum()));
            openedValue = signedValue.subtract(closedValue);
            profit = close(closing, closedValue);
        }
        BigDecimal opened =
                signedQuantity.signum() > 0 ? signedQuantity.subtract(closing) : signedQuantity.add(closing);
        quantity = Decimals.plain(quantity.add(opened));
        cost = Decimals.plain(cost.add(openedValue));
        if (mode == MarginMode.ISOLATED && opened.signum() != 0) {
            isolated = isolated.add(Money.divide(openedValue.abs(), leverage));
        }
        realized = realized.add(profit);
        return profit;
    }

    private BigDecimal close(BigDecimal closing, BigDecimal closedValue) {
        BigDecimal held = quantity.abs();
        BigDecimal released = Money.share(cost, closing, held);
        isolated = isolated.subtract(Money.share(isolated, closing, held));
        cost = Decimals.plain(cost.subtract(released));
        quantity = quantity.signum() > 0 ? quantity.subtract(closing) : quantity.add(closing);
        quantity = Decimals.plain(quantity);
        BigDecimal linear = closedValue.add(released).negate();
        return Decimals.plain(market.kind() == MarketKind.INVERSE ? linear.negate() : linear);
    }

    /** Profit or loss if it were closed at that price. */
    BigDecimal unrealized(@Nullable BigDecimal price) {
        if (price == null || isFlat()) {
            return BigDecimal.ZERO;
        }
        BigDecimal value =
                Decimals.signed(market.value(quantity.abs(), price), quantity.signum() > 0 ? Side.BUY : Side.SELL);
        BigDecimal gain = value.subtract(cost);
        return Decimals.plain(market.kind() == MarketKind.INVERSE ? gain.negate() : gain);
    }

    BigDecimal maintenance(@Nullable BigDecimal price) {
        return price == null || isFlat()
                ? BigDecimal.ZERO
                : Money.round(market.value(quantity.abs(), price)
                        .multiply(market.terms().maintenance()));
    }

    BigDecimal margin(BigDecimal leverage) {
        return mode == MarginMode.ISOLATED ? isolated : Money.divide(cost.abs(), leverage);
    }

    @Nullable
    BigDecimal entryPrice() {
        if (isFlat()) {
            return null;
        }
        BigDecimal contracts = quantity.abs().multiply(market.terms().value());
        BigDecimal price = market.kind() == MarketKind.INVERSE
                ? contracts.divide(cost.abs(), PRICE_SCALE, RoundingMode.HALF_EVEN)
                : cost.abs().divide(contracts, PRICE_SCALE, RoundingMode.HALF_EVEN);
        return Decimals.plain(price);
    }
}
