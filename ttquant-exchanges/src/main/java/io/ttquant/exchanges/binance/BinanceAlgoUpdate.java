package io.ttquant.exchanges.binance;

import io.ttquant.exchanges.json.Term;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * News of a conditional order of futures ({@code ALGO_UPDATE}).
 *
 * @param symbol the venue's symbol
 * @param algoId the venue's id of the conditional order
 * @param clientId our id of it
 * @param algoType the venue's word, as {@code CONDITIONAL}
 * @param type the venue's word for the order
 * @param side buy or sell
 * @param positionSide {@code BOTH}, {@code LONG} or {@code SHORT}
 * @param timeInForce the venue's word
 * @param quantity asked for
 * @param price limit price; null or 0 if none
 * @param triggerPrice null if the venue does not say
 * @param state status after this
 * @param childId id of the order that came of it; empty before
 * @param childType the venue's word for that order; empty before
 * @param averagePrice of that order's fills; null if none
 * @param filled filled by that order; null if the venue does not say
 * @param rejectReason the venue's words; empty if there are none
 * @param isReduceOnly whether it may only reduce a position
 * @param isClosePosition whether it closes the whole position
 * @param tsTransaction when it happened, epoch nanoseconds
 * @param tsEvent when it was sent, epoch nanoseconds
 */
public record BinanceAlgoUpdate(
        String symbol,
        long algoId,
        String clientId,
        String algoType,
        String type,
        Term<BinanceSide> side,
        String positionSide,
        String timeInForce,
        BigDecimal quantity,
        @Nullable BigDecimal price,
        @Nullable BigDecimal triggerPrice,
        Term<BinanceAlgoState> state,
        String childId,
        String childType,
        @Nullable BigDecimal averagePrice,
        @Nullable BigDecimal filled,
        String rejectReason,
        boolean isReduceOnly,
        boolean isClosePosition,
        long tsTransaction,
        long tsEvent) {}
