package io.ttquant.api.exchange;

import io.ttquant.api.account.Balance;
import io.ttquant.api.account.PositionMode;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.order.PositionSide;
import java.math.BigDecimal;
import java.util.List;

/**
 * What an account holds at one time, as the exchange says. All parts belong together: a fill is in all of them or in none.
 *
 * @param balances what it holds of each currency, without open profit and loss; only those that are not zero
 * @param positions positions in derivatives, only those that are not flat
 * @param openOrders orders that are open, of whoever sent them, conditional ones too
 * @param positionMode whether it has one position or two in a derivative
 * @param tsEvent when it was so, epoch nanoseconds
 */
public record AccountSnapshot(
        List<Balance> balances,
        List<HeldPosition> positions,
        List<ExternalOrder> openOrders,
        PositionMode positionMode,
        long tsEvent) {
    /** No account: market data only. */
    public static final AccountSnapshot NONE =
            new AccountSnapshot(List.of(), List.of(), List.of(), PositionMode.NETTING, 0);

    /** Copies the lists. */
    public AccountSnapshot {
        balances = List.copyOf(balances);
        positions = List.copyOf(positions);
        openOrders = List.copyOf(openOrders);
    }

    /**
     * A position in a derivative.
     *
     * @param instrument what is held
     * @param side the net position, or in hedge mode the long or the short one
     * @param rawQuantity at the quantity scale: positive long, negative short
     * @param entryPrice average price; exact as far as the exchange states it
     */
    public record HeldPosition(InstrumentId instrument, PositionSide side, long rawQuantity, BigDecimal entryPrice) {}
}
