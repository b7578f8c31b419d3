package io.ttquant.backtest.data.check;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.data.DataQuality;
import io.ttquant.backtest.data.Finding;
import io.ttquant.backtest.data.Finding.Severity;
import io.ttquant.backtest.data.FundingRates;
import io.ttquant.backtest.data.SymbolName;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What an archive of funding rates holds. */
final class FundingCheck {
    private static final long HOUR = 3_600 * EpochNanos.SECOND;

    private final FundingRates rates;
    private final long[] gap = new long[3];
    private long usualHours;
    private long irregular;
    private long longestAfter;

    private FundingCheck(FundingRates rates) {
        this.rates = rates;
    }

    static DataQuality of(Path file) {
        String symbol = SymbolName.inName(file);
        Instrument any = Instrument.perpetual(
                        InstrumentId.of("file", symbol.isEmpty() ? "SYMBOL" : symbol),
                        Currency.of("BASE"),
                        Currency.of("QUOTE"))
                .tick("0.01")
                .lot("1")
                .build();
        return new FundingCheck(FundingRates.read(file, any)).quality(file);
    }

    private DataQuality quality(Path file) {
        steps();
        int last = (int) rates.size() - 1;
        return new DataQuality(
                file.toString(),
                "funding archive",
                rates.instrument().id(),
                "funding rates",
                rates.size(),
                rates.settlementNanos(0),
                rates.settlementNanos(last),
                gap[0],
                gap[1],
                gap[2],
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                findings());
    }

    /** The usual step is the most frequent one in whole hours: venues stamp settlements some milliseconds late. */
    private void steps() {
        Map<Long, Integer> counted = new TreeMap<>();
        for (int i = 1; i < rates.size(); i++) {
            counted.merge(hours(i), 1, Integer::sum);
        }
        usualHours = counted.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0L);
        for (int i = 1; i < rates.size(); i++) {
            irregular += step(i) == usualHours * HOUR ? 0 : 1;
            long missing = usualHours == 0 ? 0 : hours(i) / usualHours - 1;
            if (missing > 0) {
                gap[0]++;
                gap[1] += missing;
                if (missing > gap[2]) {
                    gap[2] = missing;
                    longestAfter = rates.settlementNanos(i - 1);
                }
            }
        }
    }

    private long step(int i) {
        return rates.settlementNanos(i) - rates.settlementNanos(i - 1);
    }

    private long hours(int i) {
        return (step(i) + HOUR / 2) / HOUR;
    }

    private List<Finding> findings() {
        BigDecimal least = rates.rate(0);
        BigDecimal most = least;
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < rates.size(); i++) {
            least = least.min(rates.rate(i));
            most = most.max(rates.rate(i));
            sum = sum.add(rates.rate(i));
        }
        BigDecimal mean = sum.divide(BigDecimal.valueOf(rates.size()), MathContext.DECIMAL64)
                .setScale(7, RoundingMode.HALF_EVEN);
        List<Finding> findings = new ArrayList<>();
        findings.add(new Finding(
                "rates",
                Severity.FINE,
                rates.size(),
                "from " + least.toPlainString() + " to " + most.toPlainString() + ", mean " + mean.toPlainString()
                        + (usualHours == 0 ? "" : ", every " + usualHours + " h")));
        findings.add(new Finding(
                "gaps",
                gap[0] == 0 ? Severity.FINE : Severity.WARNING,
                gap[0],
                gap[0] == 0
                        ? ""
                        : gap[1] + " settlements missing, longest " + gap[2] + " after "
                                + EpochNanos.format(longestAfter)));
        findings.add(new Finding(
                "irregular steps",
                irregular == 0 ? Severity.FINE : Severity.NOTE,
                irregular,
                irregular == 0
                        ? ""
                        : "not " + usualHours + " h to the nanosecond, as stamps late by milliseconds make them"));
        return findings;
    }
}
