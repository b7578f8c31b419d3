package io.ttquant.backtest.data.check;

import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.data.DataQuality;
import io.ttquant.backtest.data.Finding;
import io.ttquant.backtest.data.Finding.Severity;
import io.ttquant.backtest.data.SymbolName;
import io.ttquant.backtest.data.series.PriceFactors;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** What a file of factors for splits and dividends holds. */
final class FactorCheck {
    private FactorCheck() {}

    static DataQuality of(Path file) {
        List<PriceFactors.Factor> factors = PriceFactors.read(file).factors();
        String symbol = SymbolName.inName(file);
        String first = factors.get(0).whole().toPlainString();
        return new DataQuality(
                file.toString(),
                "factor file",
                InstrumentId.of("file", symbol.isEmpty() ? "SYMBOL" : symbol),
                "factors",
                factors.size(),
                nanos(factors.get(0).lastDay()),
                nanos(factors.get(factors.size() - 1).lastDay()),
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                List.of(new Finding(
                        "factors", Severity.FINE, factors.size(), "prices of the first days times " + first)));
    }

    private static long nanos(LocalDate day) {
        return EpochNanos.of(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
