package io.ttquant.exchanges.okx;

import io.ttquant.exchanges.json.Term;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * News of one conditional order (channels {@code orders-algo} and {@code algo-advance}). What the venue leaves empty is null or an empty text.
 *
 * @param instrument {@code instId}
 * @param instrumentType {@code instType}
 * @param algoId the venue's id
 * @param clientId our id; empty if it has none
 * @param childId id of the order that came of it; empty before
 * @param side buy or sell
 * @param positionSide {@code net}, {@code long} or {@code short}; empty for spot
 * @param tradeMode the venue's word
 * @param type the venue's word, as {@code trigger} or {@code move_order_stop}
 * @param quantity asked for; null if the venue does not say
 * @param state state after this
 * @param triggerPrice null if none
 * @param orderPrice limit price after the trigger, -1 for a market order; null if none
 * @param takeProfitTrigger null if none
 * @param takeProfitPrice -1 for a market order; null if none
 * @param stopLossTrigger null if none
 * @param stopLossPrice -1 for a market order; null if none
 * @param failCode the venue's code if its order was refused; empty or {@code 0} if not
 * @param isReduceOnly whether it may only reduce a position
 * @param tsTriggered epoch nanoseconds; 0 before
 * @param tsUpdated when it changed, or was told where the venue says only that ({@code algo-advance}), epoch nanoseconds; 0 if it says neither
 * @param tsCreated when it was taken, epoch nanoseconds
 */
public record OkxAlgoUpdate(
        String instrument,
        String instrumentType,
        String algoId,
        String clientId,
        String childId,
        Term<OkxSide> side,
        String positionSide,
        String tradeMode,
        String type,
        @Nullable BigDecimal quantity,
        Term<OkxAlgoState> state,
        @Nullable BigDecimal triggerPrice,
        @Nullable BigDecimal orderPrice,
        @Nullable BigDecimal takeProfitTrigger,
        @Nullable BigDecimal takeProfitPrice,
        @Nullable BigDecimal stopLossTrigger,
        @Nullable BigDecimal stopLossPrice,
        String failCode,
        boolean isReduceOnly,
        long tsTriggered,
        long tsUpdated,
        long tsCreated) {}
