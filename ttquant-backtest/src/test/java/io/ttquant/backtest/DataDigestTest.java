package io.ttquant.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.exchange.BookSink;
import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.exchange.MarketByOrderSink;
import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.market.TradingStatus;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.Side;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.data.EventSource;
import io.ttquant.backtest.data.FundingRates;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever differs in the data, and be it one column of one event, makes another figure. */
class DataDigestTest {
    private static final BarSpec MINUTE = BarSpec.minutes(1);
    private static final int COLUMNS = 58;
    private static final long DAY_NANOS = 86_400_000_000_000L;
    private static final Instrument SWAP = Instrument.perpetual(
                    InstrumentId.parse("test:BTC-SWAP"), Currency.of("BTC"), Currency.of("USDT"))
            .tick("0.01")
            .lot("0.001")
            .build();

    /** Events that are given by hand, at one time. */
    private record ByHand(Instrument instrument, Consumer<InstrumentSink> events) implements EventSource {
        @Override
        public String describe() {
            return "by hand";
        }

        @Override
        public long size() {
            return -1;
        }

        @Override
        public Cursor open(MarketDataSink sink) {
            return new Cursor() {
                private boolean isOver;

                @Override
                public long nextNanos() {
                    return isOver ? EpochNanos.NEVER : 1;
                }

                @Override
                public boolean isBeginning() {
                    return false;
                }

                @Override
                public long emit(long limitNanos, boolean isLimitBeginning, boolean isFirst) {
                    events.accept(sink.instrument(instrument.id()));
                    isOver = true;
                    return 1;
                }
            };
        }
    }

    private static String figure(Consumer<InstrumentSink> events) {
        return DataDigest.of(List.of(new ByHand(Walk.BTC, events))).text();
    }

    @Test
    void everyColumnOfEveryEventCounts() {
        Set<String> figures = new HashSet<>();
        int asked = 0;
        // In each round another column is one more than in the first.
        for (int column = 0; column <= COLUMNS; column++) {
            int changed = column;
            long[] v = IntStream.rangeClosed(1, COLUMNS)
                    .mapToLong(i -> i == changed ? 101 : 100)
                    .toArray();
            figures.add(figure(sink -> all(sink, v)));
            asked++;
        }
        assertThat(figures).hasSize(asked);
    }

    private static void all(InstrumentSink sink, long[] v) {
        int i = 0;
        sink.trade(v[i++], v[i++], v[i++], v[i++], v[i++] == 100 ? AggressorSide.BUYER : AggressorSide.SELLER);
        sink.quote(v[i++], v[i++], v[i++], v[i++], v[i++], v[i++]);
        sink.funding(v[i++], v[i++], BigDecimal.valueOf(v[i++], 6), v[i++]);
        sink.markPrice(v[i++], v[i++], v[i++]);
        sink.indexPrice(v[i++], v[i++], v[i++]);
        sink.status(v[i++], v[i++], v[i++] == 100 ? TradingStatus.values()[0] : TradingStatus.values()[1]);
        sink.bars(v[i++] == 100 ? MINUTE : BarSpec.minutes(2)).open(v[i++], v[i++]);
        sink.bars(v[i++] == 100 ? MINUTE : BarSpec.minutes(2))
                .bar(v[i++], v[i++], v[i++], v[i++], v[i++], v[i++], v[i++], v[i++]);
        BookSink book = sink.book();
        book.snapshot(v[i++], v[i++]);
        book.ids(v[i++], v[i++], v[i++]);
        book.checksum((int) v[i++]);
        book.bid(v[i++], v[i++]);
        book.ask(v[i++], v[i++]);
        book.end();
        MarketByOrderSink orders = sink.marketByOrder();
        orders.begin(v[i++], v[i++]);
        orders.add(v[i++], v[i++] == 100 ? Side.BUY : Side.SELL, v[i++], v[i++]);
        orders.modify(v[i++], v[i++], v[i++]);
        orders.execute(v[i++], v[i++]);
        orders.delete(v[i++]);
        orders.end();
        assertThat(i).isEqualTo(COLUMNS);
    }

    @Test
    void kindsThatSayTheSameNumbersAreOther() {
        assertThat(Set.of(
                        figure(sink -> sink.markPrice(1, 2, 3)),
                        figure(sink -> sink.indexPrice(1, 2, 3)),
                        figure(sink -> sink.book().snapshot(1, 2)),
                        figure(sink -> sink.book().increment(1, 2)),
                        figure(sink -> sink.book().lost(1, 2)),
                        figure(sink -> {})))
                .hasSize(6);
    }

    @Test
    void aBarInOneCallIsTheSameAsItsOpenAndItsClose() {
        assertThat(figure(sink -> sink.bars(MINUTE).whole(1, 2, 2, 3, 4, 1, 2, 9)))
                .isEqualTo(figure(sink -> {
                    sink.bars(MINUTE).open(1, 3);
                    sink.bars(MINUTE).bar(1, 2, 2, 3, 4, 1, 2, 9);
                }))
                .startsWith("events-1:1:");
    }

    @Test
    void theTermsOfTheInstrumentAndTheOrderOfEventsCount() {
        Consumer<InstrumentSink> trades = sink -> {
            sink.trade(1, 1, 5, 6, AggressorSide.BUYER);
            sink.trade(1, 1, 7, 8, AggressorSide.BUYER);
        };
        Consumer<InstrumentSink> turned = sink -> {
            sink.trade(1, 1, 7, 8, AggressorSide.BUYER);
            sink.trade(1, 1, 5, 6, AggressorSide.BUYER);
        };
        Instrument coarser = Walk.BTC.toBuilder().tick("0.05").build();

        assertThat(figure(trades)).isEqualTo(figure(trades)).isNotEqualTo(figure(turned));
        assertThat(DataDigest.of(List.of(new ByHand(coarser, trades))).text()).isNotEqualTo(figure(trades));
    }

    @Test
    void timesAreThoseOfTheDataAndNotOfWhatAccompaniesThem() {
        DataDigest bars =
                DataDigest.of(List.of(Walk.bars(Walk.BTC, MINUTE, 10, 5).source()));

        assertThat(bars.firstNanos()).isEqualTo(Walk.START);
        assertThat(bars.lastNanos()).isEqualTo(Walk.START + 10 * MINUTE.step());
        FundingRates before = funding(Walk.START - 1, Walk.START + 1);
        assertThat(DataDigest.of(List.of(before)).lastNanos()).isEqualTo(Long.MIN_VALUE);
        DataDigest both = DataDigest.of(List.of(
                Walk.bars(SWAP, MINUTE, 10, 5).source(), funding(Walk.START - 1, Walk.START + 11 * MINUTE.step())));
        assertThat(both.firstNanos()).isEqualTo(Walk.START);
        assertThat(both.lastNanos()).isEqualTo(Walk.START + 10 * MINUTE.step());
    }

    @Test
    void whatAccompaniesTheDataCountsToTheirEndAndNoFurther() {
        EventSource bars = Walk.bars(SWAP, MINUTE, 10, 5).source();
        long end = Walk.START + 10 * MINUTE.step();
        String figure = figure(bars, funding(Walk.START, end));

        assertThat(figure(bars, funding(Walk.START, end, end + 1, end + DAY_NANOS)))
                .isEqualTo(figure)
                .startsWith("events-1:12:");
        assertThat(figure(bars, funding(Walk.START))).isNotEqualTo(figure);
        assertThat(figure(bars, funding(Walk.START, end + 1))).isNotEqualTo(figure);
        assertThat(figure(bars, funding(Walk.START, end - 1))).isNotEqualTo(figure);
    }

    private static String figure(EventSource... sources) {
        return DataDigest.of(List.of(sources)).text();
    }

    private static FundingRates funding(long... settlements) {
        FundingRates.Builder rates = FundingRates.builder(SWAP);
        for (long nanos : settlements) {
            rates.add(nanos, new BigDecimal("0.0001"));
        }
        return rates.build();
    }
}
