package io.ttquant.backtest;

import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.data.BarColumns;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Reads the small daily files of the published results, whose first five columns are date, open, high, low, close. */
final class DailyBars {
    private static final long DAY = 86_400 * EpochNanos.SECOND;

    private DailyBars() {}

    static BarColumns read(String file, String id, String base, String quote) {
        return read(file, id, base, quote, "0.01");
    }

    static BarColumns read(String file, String id, String base, String quote, String tick) {
        List<String> lines = SharedData.lines(file);
        Instrument instrument = Instrument.spot(InstrumentId.parse(id), Currency.of(base, 0), Currency.of(quote))
                .tick(tick)
                .lot("1")
                .build();
        BarColumns.Builder bars = BarColumns.builder(instrument, BarSpec.days(1));
        for (String line : lines) {
            String[] cells = line.split(",");
            if (cells[0].isEmpty() || !Character.isDigit(cells[0].charAt(0))) {
                continue;
            }
            LocalDate date = LocalDate.parse(cells[0].substring(0, 10));
            long open = EpochNanos.of(date.atStartOfDay(ZoneOffset.UTC).toInstant());
            bars.add(
                    open,
                    open + DAY,
                    raw(cells[1], instrument),
                    raw(cells[2], instrument),
                    raw(cells[3], instrument),
                    raw(cells[4], instrument),
                    0);
        }
        return bars.build();
    }

    private static long raw(String price, Instrument instrument) {
        return FixedPoint.toRaw(
                new BigDecimal(price).setScale(2, java.math.RoundingMode.HALF_EVEN), instrument.priceScale());
    }
}
