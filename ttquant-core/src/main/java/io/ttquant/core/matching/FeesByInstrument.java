package io.ttquant.core.matching;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.Side;
import java.util.Map;
import java.util.TreeMap;

/** Fees of their own for some instruments, and common ones for the others. */
public final class FeesByInstrument implements FeeModel {
    private final FeeModel common;
    private final TreeMap<InstrumentId, FeeModel> special;

    private FeesByInstrument(FeeModel common, Map<InstrumentId, FeeModel> special) {
        this.common = common;
        this.special = new TreeMap<>(special);
    }

    /**
     * Fees by instrument.
     *
     * @param common of instruments that are not in {@code special}
     * @param special by instrument; may be empty
     */
    public static FeeModel of(FeeModel common, Map<InstrumentId, FeeModel> special) {
        return special.isEmpty() ? common : new FeesByInstrument(common, special);
    }

    /** The fees of an instrument: its own, or the common ones. */
    public FeeModel feesOf(Instrument instrument) {
        return special.getOrDefault(instrument.id(), common);
    }

    @Override
    public long rawFee(Instrument instrument, Side side, LiquiditySide liquidity, long rawPrice, long rawQuantity) {
        return feesOf(instrument).rawFee(instrument, side, liquidity, rawPrice, rawQuantity);
    }

    @Override
    public Currency currency(Instrument instrument, Side side) {
        return feesOf(instrument).currency(instrument, side);
    }

    @Override
    public String describe() {
        StringBuilder text = new StringBuilder(common.describe());
        special.forEach((id, fees) -> text.append("; ").append(id).append(": ").append(fees.describe()));
        return text.toString();
    }
}
