package io.ttquant.backtest.data;

import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentKind;
import io.ttquant.api.time.EpochNanos;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Settled funding rates of a perpetual, as archives have them: each stamped at its settlement. They accompany prices: they neither start nor
 * end a run, and those outside of it play no part.
 *
 * <pre>{@code
 * FundingRates rates = FundingRates.read(Path.of("BTCUSDT-fundingRate-2025-01.zip"), btc);
 * Backtest.of(bars.source(), rates)...
 * }</pre>
 */
public final class FundingRates implements EventSource {
    private final Instrument instrument;
    private final long[] nanos;
    private final BigDecimal[] rates;

    private FundingRates(Instrument instrument, List<Long> nanos, List<BigDecimal> rates) {
        this.instrument = instrument;
        this.nanos = nanos.stream().mapToLong(Long::longValue).toArray();
        this.rates = rates.toArray(new BigDecimal[0]);
    }

    /**
     * A builder.
     *
     * @throws IllegalArgumentException if the instrument is no perpetual
     */
    public static Builder builder(Instrument instrument) {
        return new Builder(instrument);
    }

    /**
     * Reads an archive file, plain, gz, or zip with one csv in it. Its form is told from its first line: that of Binance
     * ({@code calc_time,funding_interval_hours,last_funding_rate}), that of OKX ({@code fundingTime,instId,fundingRate}), both with epoch
     * milliseconds, or that of Lean ({@code yyyyMMdd HH:mm:ss,rate} without a header). A file of Lean states a rate once, from when on it holds:
     * see {@link #repeated}.
     *
     * @throws DataException if the file cannot be read or understood, a rate is not below 1 in size, or times do not rise
     * @throws IllegalArgumentException if the instrument is no perpetual
     */
    public static FundingRates read(Path file, Instrument instrument) {
        return FundingFile.read(InputFile.of(file), builder(instrument));
    }

    /**
     * Whether a file begins as an archive of funding rates does.
     *
     * @throws DataException if it cannot be read
     */
    public static boolean reads(Path file) {
        return FundingFile.reads(InputFile.of(file));
    }

    /**
     * The same rates, each repeated at an interval until the next one, the last one until an end: for archives that state a rate only when it
     * changes.
     *
     * @param interval between settlements, above zero
     * @param end when the last rate is settled for the last time at the latest
     * @throws IllegalArgumentException if the interval is not above zero
     */
    public FundingRates repeated(Duration interval, Instant end) {
        long step = interval.toNanos();
        if (step <= 0) {
            throw new IllegalArgumentException("funding interval " + interval
                    + " must be above zero; give the time between settlements, such as Duration.ofHours(8)");
        }
        Builder all = builder(instrument);
        for (int i = 0; i < nanos.length; i++) {
            long until = i + 1 < nanos.length ? nanos[i + 1] - 1 : EpochNanos.of(end);
            for (long at = nanos[i]; at <= until; at += step) {
                all.add(at, rates[i]);
            }
        }
        return all.build();
    }

    @Override
    public Instrument instrument() {
        return instrument;
    }

    @Override
    public String describe() {
        return "funding rates";
    }

    @Override
    public long size() {
        return nanos.length;
    }

    /** Time of a settlement, epoch nanoseconds. */
    public long settlementNanos(int index) {
        return nanos[index];
    }

    /** Rate of a settlement, a fraction of position value; positive: longs pay. */
    public BigDecimal rate(int index) {
        return rates[index];
    }

    @Override
    public boolean isCompanion() {
        return true;
    }

    @Override
    public Cursor open(MarketDataSink sink) {
        return new RateCursor(sink.instrument(instrument.id()));
    }

    private final class RateCursor implements Cursor {
        private final InstrumentSink sink;
        private int next;

        RateCursor(InstrumentSink sink) {
            this.sink = sink;
        }

        @Override
        public long nextNanos() {
            return next == nanos.length ? EpochNanos.NEVER : nanos[next];
        }

        @Override
        public boolean isBeginning() {
            return false;
        }

        @Override
        public long emit(long limitNanos, boolean isLimitBeginning, boolean isFirst) {
            long limit = isLimitBeginning || isFirst ? limitNanos : limitNanos - 1;
            int start = next;
            while (next < nanos.length && nanos[next] <= limit) {
                sink.funding(nanos[next], nanos[next], rates[next], nanos[next]);
                next++;
            }
            return (long) next - start;
        }
    }

    /** Collects rates in the order of their settlements. */
    public static final class Builder {
        private final Instrument instrument;
        private final List<Long> nanos = new ArrayList<>();
        private final List<BigDecimal> rates = new ArrayList<>();

        private Builder(Instrument instrument) {
            if (instrument.kind() != InstrumentKind.PERPETUAL) {
                throw new IllegalArgumentException("funding rates of " + instrument + ", which is " + instrument.kind()
                        + ": only perpetuals have funding; give the perpetual's own instrument");
            }
            this.instrument = instrument;
        }

        /**
         * Adds a rate.
         *
         * @param settlementNanos when it is settled, epoch nanoseconds, later than the one before
         * @param rate fraction of position value, below 1 in size; positive: longs pay
         * @throws IllegalArgumentException if the time does not rise, or the rate is 1 or more in size
         */
        public Builder add(long settlementNanos, BigDecimal rate) {
            if (!nanos.isEmpty() && settlementNanos <= nanos.get(nanos.size() - 1)) {
                throw new IllegalArgumentException("funding of " + instrument + " at "
                        + EpochNanos.format(settlementNanos) + " is not later than the one before it, at "
                        + EpochNanos.format(nanos.get(nanos.size() - 1))
                        + "; give each settlement once, in the order of time");
            }
            if (rate.abs().compareTo(BigDecimal.ONE) >= 0) {
                throw new IllegalArgumentException("funding rate " + rate.toPlainString() + " of " + instrument + " at "
                        + EpochNanos.format(settlementNanos)
                        + " is 1 or more in size; give a fraction of the position's value: 0.01 % is 0.0001");
            }
            nanos.add(settlementNanos);
            rates.add(rate);
            return this;
        }

        /** The rates. */
        public FundingRates build() {
            return new FundingRates(instrument, nanos, rates);
        }
    }
}
