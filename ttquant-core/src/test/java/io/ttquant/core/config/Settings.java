package io.ttquant.core.config;

import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Money;
import io.ttquant.api.strategy.Alias;
import io.ttquant.api.strategy.Default;
import io.ttquant.api.strategy.Range;
import io.ttquant.core.matching.BarPath;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A record that refuses much. */
record Settings(
        @Alias("old_name") @Range(min = 1, max = 1000) int width,

        @Alias(value = "share", factor = "100") @Range(min = 0, max = 100)
        Optional<BigDecimal> percent,

        @Range(min = 0) Optional<BigDecimal> maxWeight,
        @Default("0.5") double ratio,
        @Default("false") boolean fast,
        @Default("1") int low,
        Optional<String> label,
        Optional<Money> money,
        Optional<Duration> delay,
        Optional<BarPath> path,
        Optional<BarSpec> bars,
        Optional<InstrumentId> instrument,
        Optional<Instant> since,
        Optional<LocalDate> day,
        @Default("[]") List<Integer> steps,
        Optional<Inner> inner) {
    record Inner(int depth) {}

    Settings {
        if (low > width) {
            throw new IllegalArgumentException("low " + low + " must not exceed width " + width);
        }
    }
}
