package io.ttquant.core.risk;

import org.jspecify.annotations.Nullable;

/**
 * Keeps over restarts what limits on losses have counted and who is halted. A state that cannot be told keeps an engine from being built, and while one
 * cannot be kept nothing should be sent that adds risk. Called on the engine's thread.
 */
public interface RiskMemory {
    /** Keeps nothing: each run begins anew, as on paper and in a backtest. */
    RiskMemory NONE = new RiskMemory() {
        @Override
        public @Nullable RiskRecord load() {
            return null;
        }

        @Override
        public void save(RiskRecord state) {}
    };

    /**
     * What was kept last.
     *
     * @return null only if it is certain that nothing ever was
     * @throws RuntimeException if that cannot be told
     */
    @Nullable
    RiskRecord load();

    /**
     * Keeps this in the place of what was kept before. Whatever goes wrong, one of the two is there afterwards.
     *
     * @throws RuntimeException if it cannot
     */
    void save(RiskRecord state);

    /** Keeps it as long as this object lives, for replays and tests. */
    static RiskMemory inMemory(@Nullable RiskRecord first) {
        return new RiskMemory() {
            private @Nullable RiskRecord kept = first;

            @Override
            public @Nullable RiskRecord load() {
                return kept;
            }

            @Override
            public void save(RiskRecord state) {
                kept = state;
            }
        };
    }
}
