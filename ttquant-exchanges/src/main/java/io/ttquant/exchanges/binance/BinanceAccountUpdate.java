package io.ttquant.exchanges.binance;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Balances and positions of futures that changed ({@code ACCOUNT_UPDATE}).
 *
 * @param reason the venue's word, as {@code ORDER} or {@code FUNDING_FEE}
 * @param wallets balances that changed
 * @param positions positions that changed
 * @param tsTransaction when it happened, epoch nanoseconds
 * @param tsEvent when it was sent, epoch nanoseconds
 */
public record BinanceAccountUpdate(
        String reason, List<Wallet> wallets, List<Position> positions, long tsTransaction, long tsEvent) {
    /** Copies the lists. */
    public BinanceAccountUpdate {
        wallets = List.copyOf(wallets);
        positions = List.copyOf(positions);
    }

    /**
     * A balance.
     *
     * @param asset the venue's name of the currency
     * @param wallet balance without unrealized profit
     * @param cross what of it is not in isolated positions
     * @param change by anything but trading and fees; null if the venue does not say
     */
    public record Wallet(
            String asset,
            BigDecimal wallet,
            BigDecimal cross,
            @Nullable BigDecimal change) {}

    /**
     * A position.
     *
     * @param symbol the venue's symbol
     * @param side {@code BOTH}, {@code LONG} or {@code SHORT}
     * @param quantity negative if short
     * @param entryPrice average price of entry; 0 if flat
     * @param breakEvenPrice null if the venue does not say
     * @param unrealized profit
     * @param marginType the venue's word, {@code isolated} or {@code cross}
     * @param isolatedWallet margin of an isolated position
     */
    public record Position(
            String symbol,
            String side,
            BigDecimal quantity,
            BigDecimal entryPrice,
            @Nullable BigDecimal breakEvenPrice,
            BigDecimal unrealized,
            String marginType,
            BigDecimal isolatedWallet) {}
}
