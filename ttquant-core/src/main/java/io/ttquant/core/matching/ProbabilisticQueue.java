package io.ttquant.core.matching;

import java.math.BigDecimal;

/** Cancels come from ahead and from behind by a chance that depends on how much stands there. */
record ProbabilisticQueue(CancelChance chance, double exponent) implements QueueModel {
    @Override
    public double ahead(double rawAhead, double rawTraded, long rawPrevious, long rawNext, double rawUnit) {
        double cancelled = (double) rawPrevious - (double) rawNext - rawTraded;
        if (cancelled <= 0) {
            return Math.min(rawAhead, (double) rawNext);
        }
        double behind = Math.max(0, (double) rawPrevious - rawAhead);
        double chanceBehind = chanceBehind(Math.max(0, rawAhead), behind, rawUnit);
        double fromAhead = (1 - chanceBehind) * cancelled;
        double tooMuchForBehind = Math.min(behind - chanceBehind * cancelled, 0);
        // The formula may take more from ahead than is there; a cancel fills nobody.
        double left = Math.max(rawAhead - fromAhead + tooMuchForBehind, Math.min(rawAhead, 0));
        return Math.min(left, (double) rawNext);
    }

    private double chanceBehind(double rawAhead, double rawBehind, double rawUnit) {
        if (rawAhead == 0) {
            return 1;
        }
        return chance.behind(rawAhead / rawUnit, rawBehind / rawUnit, exponent);
    }

    @Override
    public String describe() {
        String n = chance.hasExponent()
                ? " "
                        + new BigDecimal(Double.toString(exponent))
                                .stripTrailingZeros()
                                .toPlainString()
                : "";
        return "probabilistic, " + chance.text + n + ": a cancel is ahead of our orders or behind them by chance";
    }
}
