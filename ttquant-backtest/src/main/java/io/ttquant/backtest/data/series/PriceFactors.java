package io.ttquant.backtest.data.series;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.Decimals;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.data.BarColumns;
import io.ttquant.backtest.data.DataException;
import io.ttquant.backtest.data.TextInput;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Factors by which prices of a share are made comparable over splits and dividends, as in Lean's factor files: rows of
 * {@code yyyyMMdd,price factor,split factor,reference price}, without a header, in the order of time. A row holds for its day and the days before
 * it, back to the row before.
 */
public final class PriceFactors {
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final int COLUMNS = 4;
    private static final int FIRST_BYTES = 256;
    private static final Pattern ROW = Pattern.compile("(19|20)\\d{6}(,\\d+(\\.\\d+)?){3}");

    /**
     * One row.
     *
     * @param lastDay the last day for which it holds, in the exchange's time
     * @param price factor for dividends, above zero
     * @param split factor for splits, above zero
     */
    public record Factor(LocalDate lastDay, BigDecimal price, BigDecimal split) {
        /** The factor of prices. */
        public BigDecimal whole() {
            return price.multiply(split);
        }
    }

    private final String file;
    private final List<Factor> factors;

    private PriceFactors(String file, List<Factor> factors) {
        this.file = file;
        this.factors = List.copyOf(factors);
    }

    /**
     * Whether a file begins with a row of factors.
     *
     * @throws DataException if it cannot be read
     */
    public static boolean reads(Path file) {
        try (InputStream in = TextInput.open(file)) {
            String begin = new String(in.readNBytes(FIRST_BYTES), StandardCharsets.ISO_8859_1);
            return begin.lines().findFirst().filter(ROW.asMatchPredicate()).isPresent();
        } catch (IOException e) {
            throw new DataException(file.toString(), 0, "cannot be read: " + e + "; check the file");
        }
    }

    /**
     * Reads a file.
     *
     * @throws DataException if it cannot be read, has another layout, a factor is not above zero, or days do not rise
     */
    public static PriceFactors read(Path file) {
        List<Factor> factors = new ArrayList<>();
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(TextInput.open(file), StandardCharsets.ISO_8859_1))) {
            long number = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                if (!line.isBlank()) {
                    factors.add(row(file, number, line, factors));
                }
            }
        } catch (IOException e) {
            throw new DataException(file.toString(), 0, "cannot be read: " + e + "; check the file");
        }
        if (factors.isEmpty()) {
            throw new DataException(file.toString(), 0, "holds no factor; give rows of " + COLUMNS + " columns");
        }
        return new PriceFactors(file.toString(), factors);
    }

    private static Factor row(Path file, long number, String line, List<Factor> before) {
        String[] cells = line.strip().split(",", -1);
        try {
            if (cells.length != COLUMNS) {
                throw new IllegalArgumentException("has " + cells.length + " columns where " + COLUMNS + " belong");
            }
            Factor factor =
                    new Factor(LocalDate.parse(cells[0], DAY), Decimals.parse(cells[1]), Decimals.parse(cells[2]));
            if (factor.price().signum() <= 0 || factor.split().signum() <= 0) {
                throw new IllegalArgumentException("has a factor that is not above zero");
            }
            if (!before.isEmpty()
                    && !factor.lastDay().isAfter(before.get(before.size() - 1).lastDay())) {
                throw new IllegalArgumentException("is not later than the row before it");
            }
            return factor;
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new DataException(
                    file.toString(),
                    number,
                    "'" + line.substring(0, Math.min(line.length(), 60)) + "' " + e.getMessage()
                            + "; rows are yyyyMMdd,price factor,split factor,reference price");
        }
    }

    /** The rows, in the order of time. */
    public List<Factor> factors() {
        return factors;
    }

    /**
     * The factors of a day.
     *
     * @throws DataException if it is later than the last row
     */
    public Factor at(LocalDate day) {
        for (Factor factor : factors) {
            if (!day.isAfter(factor.lastDay())) {
                return factor;
            }
        }
        throw new DataException(
                file,
                0,
                "ends on " + factors.get(factors.size() - 1).lastDay() + ", before " + day
                        + "; give a newer factor file");
    }

    /**
     * Bars whose prices are multiplied by the factors of their day, rounded half to even to the decimals of the instrument, and whose volumes are
     * divided by the factor of splits. They are comparable over time; nobody ever traded at these prices.
     *
     * @param zone in which days begin
     * @throws DataException if a bar is later than the last row
     * @throws IllegalArgumentException if a price becomes zero in the instrument's decimals
     */
    public BarColumns adjust(BarColumns bars, ZoneId zone) {
        Instrument instrument = bars.instrument();
        BarColumns.Builder adjusted = BarColumns.builder(instrument, bars.spec());
        for (int i = 0; i < bars.size(); i++) {
            LocalDate day = EpochNanos.toInstant(bars.tsOpen(i)).atZone(zone).toLocalDate();
            Factor factor = at(day);
            BigDecimal whole = factor.whole();
            long low = times(bars.rawLow(i), whole);
            if (low <= 0) {
                throw new IllegalArgumentException("adjusted by " + whole.toPlainString() + ", the low of " + instrument
                        + " on " + day + " is zero in its " + instrument.priceScale()
                        + " decimals; give the instrument a finer tick");
            }
            adjusted.add(
                    bars.tsOpen(i),
                    bars.tsClose(i),
                    times(bars.rawOpen(i), whole),
                    times(bars.rawHigh(i), whole),
                    low,
                    times(bars.rawClose(i), whole),
                    BigDecimal.valueOf(bars.rawVolume(i))
                            .divide(factor.split(), 0, RoundingMode.HALF_EVEN)
                            .longValueExact());
        }
        return adjusted.build();
    }

    private static long times(long raw, BigDecimal factor) {
        return BigDecimal.valueOf(raw)
                .multiply(factor)
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }
}
