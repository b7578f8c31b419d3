package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.PriceSource;
import io.ttquant.core.market.BarAggregator;
import io.ttquant.core.market.NaiveBars;
import io.ttquant.core.market.NaiveBars.Collected;
import io.ttquant.core.market.NaiveBars.Print;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Bars of quotes against quotes reduced to a decimal price and grouped. */
class QuoteBarsTest {
    private static final Instrument ABC =
            Instrument.spot("x:ABC", "A", "B").tick("0.01").lot("0.1").build();

    @Test
    void barsOfQuotesAreThoseOfTheirBidAskOrMiddle() {
        PriceSource[] sources = {PriceSource.BID, PriceSource.ASK, PriceSource.MID};
        for (long seed = 1; seed <= 2_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            PriceSource source = sources[random.nextInt(3)];
            int ticks = random.nextInt(0, 5);
            BarSpec spec = (ticks == 0 ? BarSpec.seconds(5) : BarSpec.ticks(ticks)).withSource(source);
            Collected made = new Collected(ABC);
            BarAggregator aggregator = BarAggregator.ofTicks(ABC, spec, made);
            QuoteBars quotes = new QuoteBars(source, aggregator);
            List<Print> prints = new ArrayList<>();
            long ts = 0;
            for (int i = 0; i < 40; i++) {
                ts += random.nextLong(4_000_000_000L);
                // A side that is empty has price 0.
                long bid = random.nextInt(8) == 0 ? 0 : random.nextLong(1, 2_000);
                long ask = random.nextInt(8) == 0 ? 0 : bid + random.nextLong(1, 5);
                aggregator.advanceTo(ts);
                quotes.quote(ts, ts + 7, bid, ask);
                BigDecimal price = price(source, BigDecimal.valueOf(bid, 2), BigDecimal.valueOf(ask, 2));
                if (price.signum() > 0) {
                    prints.add(new Print(ts, ts + 7, price, BigDecimal.valueOf(0, 1)));
                }
            }
            aggregator.advanceTo(Long.MAX_VALUE - 1);

            assertThat(made.bars)
                    .as("seed %d: %s", seed, spec)
                    .isEqualTo(
                            ticks == 0
                                    ? NaiveBars.byTime(prints, 5_000_000_000L)
                                    : NaiveBars.byGroup(prints, group -> group.size() == ticks));
        }
    }

    private static BigDecimal price(PriceSource source, BigDecimal bid, BigDecimal ask) {
        if (source == PriceSource.BID) {
            return bid;
        }
        if (source == PriceSource.ASK) {
            return ask;
        }
        return bid.signum() == 0 || ask.signum() == 0
                ? BigDecimal.ZERO
                : bid.add(ask).divide(BigDecimal.valueOf(2), 2, RoundingMode.HALF_EVEN);
    }
}
