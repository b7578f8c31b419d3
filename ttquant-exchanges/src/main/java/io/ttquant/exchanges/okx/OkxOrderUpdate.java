package io.ttquant.exchanges.okx;

import io.ttquant.exchanges.json.Term;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * News of one order (channel {@code orders}). What the venue leaves empty is null or an empty text. The same news may come twice.
 *
 * @param instrument {@code instId}
 * @param instrumentType {@code instType}
 * @param orderId the venue's id
 * @param clientId our id; empty if it has none
 * @param algoId the venue's id of the conditional order that it came of; empty if none
 * @param algoClientId our id of that
 * @param tag our tag
 * @param side buy or sell
 * @param positionSide {@code net}, {@code long} or {@code short}; empty for spot
 * @param tradeMode the venue's word, as {@code cash} or {@code cross}
 * @param type the venue's word, as {@code limit}
 * @param quantity asked for, in base currency or contracts, but see {@code quantityUnit}
 * @param quantityUnit {@code quote_ccy} where the quantity of a market order of spot is an amount; else another word or empty
 * @param price limit price; null if none
 * @param state state after this
 * @param filled filled so far
 * @param averagePrice of its fills; null or 0 if none
 * @param tradeId the venue's id of the fill that this tells of, unique for the instrument; empty or {@code 0} if it tells of none
 * @param fillQuantity filled by that fill; null if none
 * @param fillPrice price of that fill; null if none
 * @param fillFee fee of that fill: negative was paid, positive is a rebate; null if the venue does not say
 * @param fillFeeCurrency empty if the venue does not say
 * @param liquidity {@code M} for a maker, {@code T} for a taker; empty if none
 * @param fee of the order so far: negative was paid
 * @param feeCurrency empty if the venue does not say
 * @param rebate of the order so far
 * @param rebateCurrency empty if the venue does not say
 * @param isReduceOnly whether it may only reduce a position
 * @param category the venue's word, as {@code normal} or {@code full_liquidation}
 * @param cancelSource the venue's code of who or what ended it; empty if none
 * @param amendSource the venue's code of who or what changed it; empty if none
 * @param amendResult {@code 0} done, {@code -1} refused, {@code 1} and {@code 2} changed by the venue; empty if none
 * @param requestId our id of the amendment; empty if none
 * @param code the venue's code of a refused amendment; {@code 0} or empty if none
 * @param message the venue's words to that
 * @param tsFill when it was filled, epoch nanoseconds; 0 if this tells of no fill
 * @param tsUpdated when it changed, epoch nanoseconds
 * @param tsCreated when it was taken, epoch nanoseconds
 */
public record OkxOrderUpdate(
        String instrument,
        String instrumentType,
        String orderId,
        String clientId,
        String algoId,
        String algoClientId,
        String tag,
        Term<OkxSide> side,
        String positionSide,
        String tradeMode,
        String type,
        BigDecimal quantity,
        String quantityUnit,
        @Nullable BigDecimal price,
        Term<OkxOrderState> state,
        BigDecimal filled,
        @Nullable BigDecimal averagePrice,
        String tradeId,
        @Nullable BigDecimal fillQuantity,
        @Nullable BigDecimal fillPrice,
        @Nullable BigDecimal fillFee,
        String fillFeeCurrency,
        String liquidity,
        BigDecimal fee,
        String feeCurrency,
        BigDecimal rebate,
        String rebateCurrency,
        boolean isReduceOnly,
        String category,
        String cancelSource,
        String amendSource,
        String amendResult,
        String requestId,
        String code,
        String message,
        long tsFill,
        long tsUpdated,
        long tsCreated) {
    /** Whether it tells of a fill, identified by instrument and {@link #tradeId}. */
    public boolean isFill() {
        return OkxTradeIds.isAny(tradeId) && fillQuantity != null && fillQuantity.signum() > 0;
    }
}
