package io.ttquant.core.portfolio;

import io.ttquant.api.money.Currency;
import io.ttquant.api.money.FixedPoint;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an amount of one currency becomes one of another: multiplied by the prices on a path, or divided by them where the path goes against them. The
 * exact result is rounded once, half to even.
 */
final class Conversion {
    /** One price on the path, and whether it is divided by. */
    record Step(Link link, boolean isInverse) {}

    private final Currency from;
    private final Currency to;
    private final Step[] steps;
    /** The price of the commonest path, one price to multiply by; null for others. */
    private final @Nullable Link only;

    private final int onlyScale;

    Conversion(Currency from, Currency to, List<Step> path) {
        this.from = from;
        this.to = to;
        this.steps = path.toArray(new Step[0]);
        this.only = steps.length == 1 && !steps[0].isInverse() ? steps[0].link() : null;
        this.onlyScale = from.scale() + (only == null ? 0 : only.scale());
    }

    /** The value of an amount; {@link Ledger#UNKNOWN} while a price on the path is not known. */
    long rawValue(long rawAmount) {
        Link link = only;
        if (link == null) {
            return rawPathValue(rawAmount);
        }
        long rawPrice = link.rawPrice();
        return rawPrice == 0 ? Ledger.UNKNOWN : FixedPoint.multiply(rawPrice, rawAmount, onlyScale, to.scale());
    }

    private long rawPathValue(long rawAmount) {
        BigDecimal dividend = FixedPoint.toDecimal(rawAmount, from.scale());
        BigDecimal divisor = BigDecimal.ONE;
        for (Step step : steps) {
            long rawPrice = step.link().rawPrice();
            if (rawPrice == 0) {
                return Ledger.UNKNOWN;
            }
            BigDecimal price = FixedPoint.toDecimal(rawPrice, step.link().scale());
            if (step.isInverse()) {
                divisor = divisor.multiply(price);
            } else {
                dividend = dividend.multiply(price);
            }
        }
        return FixedPoint.toRaw(dividend.divide(divisor, to.scale(), RoundingMode.HALF_EVEN), to.scale());
    }

    /** The first price on the path that is not known, or null if all are. */
    @Nullable
    Link missing() {
        for (Step step : steps) {
            if (step.link().rawPrice() == 0) {
                return step.link();
            }
        }
        return null;
    }

    boolean isPriced() {
        return missing() == null;
    }

    /** The path in words: what it goes through, in order. */
    String describe() {
        StringBuilder text = new StringBuilder();
        for (Step step : steps) {
            text.append(text.length() == 0 ? "" : ", then ").append(step.link());
            text.append(step.isInverse() ? " (inverted)" : "");
        }
        return text.toString();
    }
}
