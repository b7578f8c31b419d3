package io.ttquant.core.matching;

import io.ttquant.api.order.FillReason;

/**
 * Draws whether a touch fills. SplitMix64 on (seed, order, number of touches), so that a draw depends on its own order only and not on what others
 * did before.
 */
final class TouchDraw {
    private final double probability;
    private final long seed;

    TouchDraw(FillPolicy policy, long seed) {
        this.probability = policy.touchProbability();
        this.seed = seed;
    }

    /** Why a resting order is filled by a price that reaches it. */
    static FillReason reason(boolean isThrough) {
        return isThrough ? FillReason.TRADED_THROUGH : FillReason.TOUCHED;
    }

    boolean isPossible() {
        return probability > 0;
    }

    boolean fills(WorkingOrder order, long ts) {
        if (probability == 0 || probability == 1) {
            return probability == 1;
        }
        long z = seed + 0x9E3779B97F4A7C15L * (order.order.sequence() * 31 + ts);
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        z ^= z >>> 31;
        return (z >>> 11) * 0x1.0p-53 < probability;
    }
}
