package io.ttquant.core.margin;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.FixedPoint;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The margin of positions in one instrument: {@link MarginTerms} on raw values of its settlement currency, each figure rounded once, half to even. */
public final class Brackets {
    private static final int RATE_SCALE = 12;

    private final MarginTerms terms;
    private final int scale;
    private final int quantityScale;
    private final long[] rawUpTo;
    private final long[] rawLeverage;
    private final long[] rawRate;
    private final long[] rawDeduction;
    private final long rawInitialPerContract;
    private final long rawMaintenancePerContract;

    private Brackets(Instrument instrument, MarginTerms terms) {
        this.terms = terms;
        this.scale = instrument.settlement().scale();
        this.quantityScale = instrument.quantityScale();
        List<MarginTier> tiers = terms.tiers();
        this.rawUpTo = tiers.stream().mapToLong(t -> upTo(t.upTo())).toArray();
        this.rawLeverage = tiers.stream()
                .mapToLong(t -> rate(terms.leverage().min(t.maxLeverage())))
                .toArray();
        this.rawRate = tiers.stream().mapToLong(t -> rate(t.maintenanceRate())).toArray();
        this.rawDeduction = tiers.stream().mapToLong(t -> amount(t.deduction())).toArray();
        this.rawInitialPerContract = perContract(terms.initialPerContract());
        this.rawMaintenancePerContract = perContract(terms.maintenancePerContract());
    }

    /**
     * The terms for an instrument.
     *
     * @throws ArithmeticException if an amount of them does not fit the settlement currency
     */
    public static Brackets of(Instrument instrument, MarginTerms terms) {
        return new Brackets(instrument, terms);
    }

    private long upTo(@Nullable BigDecimal value) {
        return value == null ? Long.MAX_VALUE : amount(value);
    }

    private long amount(BigDecimal value) {
        return FixedPoint.toRaw(value, scale, RoundingMode.HALF_EVEN);
    }

    private static long rate(BigDecimal value) {
        return FixedPoint.toRaw(value, RATE_SCALE, RoundingMode.HALF_EVEN);
    }

    private long perContract(@Nullable BigDecimal value) {
        return value == null ? -1 : amount(value);
    }

    /** The terms. */
    public MarginTerms terms() {
        return terms;
    }

    /**
     * Initial margin.
     *
     * @param rawValue value of the position, not negative, at the scale of the settlement currency
     * @param rawQuantity its size, not negative, at the quantity scale
     */
    public long rawInitial(long rawValue, long rawQuantity) {
        if (rawInitialPerContract >= 0) {
            return FixedPoint.multiply(rawInitialPerContract, rawQuantity, scale + quantityScale, scale);
        }
        return FixedPoint.multiplyDivide(rawValue, FixedPoint.pow10(RATE_SCALE), rawLeverage[tier(rawValue)]);
    }

    /** Maintenance margin, never below zero; parameters as of {@link #rawInitial}. */
    public long rawMaintenance(long rawValue, long rawQuantity) {
        if (rawMaintenancePerContract >= 0) {
            return FixedPoint.multiply(rawMaintenancePerContract, rawQuantity, scale + quantityScale, scale);
        }
        int tier = tier(rawValue);
        long rawShare = FixedPoint.multiply(rawValue, rawRate[tier], scale + RATE_SCALE, scale);
        return Math.max(0, rawShare - rawDeduction[tier]);
    }

    /** The leverage in force for a value: that of the terms, or less where the tier allows less. */
    public BigDecimal leverage(long rawValue) {
        return FixedPoint.toDecimal(rawLeverage[tier(rawValue)], RATE_SCALE).stripTrailingZeros();
    }

    /** True if two values of a position are in one tier, so that between them the requirement has no step. */
    boolean areInOneTier(long rawValue, long rawOther) {
        return tier(rawValue) == tier(rawOther);
    }

    private int tier(long rawValue) {
        int i = 0;
        while (rawValue > rawUpTo[i]) {
            i++;
        }
        return i;
    }
}
