package io.ttquant.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.market.Quote;
import io.ttquant.api.money.Currency;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.data.EventSource;
import io.ttquant.backtest.data.FundingRates;
import io.ttquant.core.matching.RateFees;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.core.portfolio.CashFlow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/**
 * Lean's published run on a perpetual: 1,000 ADAUSDT bought at the ask on 2022-12-13, taker fee 0.05 %, funding 0.01 % at 08, 16 and 24 h, and an
 * equity net of the fee that closing at the bid would cost: +7.90 with hourly bars, +6.40 with the daily one.
 */
class PublishedFundingTest {
    private static final Currency USDT = Currency.of("USDT", 8);
    private static final Instrument ADA = Instrument.perpetual(
                    InstrumentId.parse("binance:ADAUSDT"), Currency.of("ADA"), USDT)
            .tick("0.0001")
            .lot("1")
            .build();
    private static final Instant DAY = Instant.parse("2022-12-13T00:00:00Z");
    private static final Instant NEXT_DAY = DAY.plus(Duration.ofDays(1));

    /** Best bid and ask at the close of each hour. */
    private record HourlyQuotes(List<String[]> rows) implements EventSource {
        static HourlyQuotes read() {
            Path file = SharedData.file("bars/lean-cryptofuture/binance/hour/adausdt_quote.zip");
            try (ZipFile zip = new ZipFile(file.toFile())) {
                byte[] text = zip.getInputStream(zip.entries().nextElement()).readAllBytes();
                return new HourlyQuotes(new String(text, StandardCharsets.US_ASCII)
                        .lines()
                        .map(row -> row.split(","))
                        .toList());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Instrument instrument() {
            return ADA;
        }

        @Override
        public String describe() {
            return "quotes at the close of each hour";
        }

        @Override
        public long size() {
            return rows.size();
        }

        @Override
        public Cursor open(MarketDataSink sink) {
            return new Cursor() {
                private int next;

                @Override
                public long nextNanos() {
                    return next == rows.size() ? EpochNanos.NEVER : time(next);
                }

                @Override
                public boolean isBeginning() {
                    return false;
                }

                @Override
                public long emit(long limitNanos, boolean isLimitBeginning, boolean isFirst) {
                    int start = next;
                    while (next < rows.size() && time(next) <= limitNanos - (isLimitBeginning || isFirst ? 0 : 1)) {
                        String[] row = rows.get(next);
                        sink.instrument(ADA.id())
                                .quote(time(next), time(next), raw(row[4]), 1_000_000, raw(row[9]), 1_000_000);
                        next++;
                    }
                    return (long) next - start;
                }
            };
        }

        private long time(int index) {
            String[] row = rows.get(index);
            return row[0].equals("midnight")
                    ? EpochNanos.of(DAY.plusMillis(1))
                    : EpochNanos.of(DAY.plus(Duration.ofHours(Integer.parseInt(row[0].substring(9, 11)) + 1L)));
        }

        private static long raw(String price) {
            return FixedPoint.toRaw(new BigDecimal(price), 4);
        }
    }

    /** Buys 1,000 at the first quote. */
    private static final class BuyOnce extends Strategy {
        private boolean isDone;

        @Override
        protected void onStart(StrategyContext ctx) {
            ctx.subscribeQuotes(ADA.id());
        }

        @Override
        protected void onQuote(Quote quote) {
            if (!isDone) {
                isDone = true;
                orders().buy(ADA.id()).quantity("1000").market().submit();
            }
        }
    }

    private static BacktestResult run(FundingRates rates) {
        return Backtest.of(HourlyQuotes.read(), rates)
                .cash("1000200 USDT")
                .simulation(SimulationConfig.DEFAULT.withFees(RateFees.of("0.0005", "0.0005")))
                .strategy("buy", new BuyOnce())
                .run();
    }

    private static FundingRates published() {
        return FundingRates.read(SharedData.file("funding/lean-adausdt.csv"), ADA)
                .repeated(Duration.ofHours(8), NEXT_DAY);
    }

    /** Equity with the position at the bid, less the fee of closing it there. */
    private static BigDecimal netOfClosing(BacktestResult result, String entry) {
        BigDecimal bid = new BigDecimal("0.3140");
        BigDecimal quantity = new BigDecimal("1000");
        return result.balances().get(0).currency().equals(USDT)
                ? FixedPoint.toDecimal(result.balances().get(0).rawTotal(), USDT.scale())
                        .add(bid.subtract(new BigDecimal(entry)).multiply(quantity))
                        .subtract(bid.multiply(quantity).multiply(new BigDecimal("0.0005")))
                        .subtract(new BigDecimal("1000200"))
                : BigDecimal.ZERO;
    }

    @Test
    void anHourlyRunEndsWithThePublishedEquity() {
        BacktestResult result = run(published());
        assertThat(result.fills())
                .singleElement()
                .satisfies(fill -> assertThat(ADA.formatPrice(fill.rawPrice())).isEqualTo("0.3057"));
        assertThat(result.cashFlows())
                .extracting(CashFlow::tsEvent)
                .containsExactly(
                        EpochNanos.of(DAY.plus(Duration.ofHours(8))),
                        EpochNanos.of(DAY.plus(Duration.ofHours(16))),
                        EpochNanos.of(NEXT_DAY));
        assertThat(netOfClosing(result, "0.3057").setScale(2, RoundingMode.HALF_EVEN))
                .isEqualTo("7.90");
    }

    @Test
    void fundingIsInThePositionTheBalanceTheEquityAndTheReport() {
        BacktestResult result = run(published());
        BigDecimal paid = result.cashFlows().stream().map(CashFlow::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(paid).isBetween(new BigDecimal("-0.0940"), new BigDecimal("-0.0910"));
        assertThat(FixedPoint.toDecimal(result.positions("buy").get(0).rawFunding(), 8))
                .isEqualTo(paid);
        assertThat(result.report().summary()).contains("Funding          -0.09");
    }

    /** The daily run buys at the start of the day at 0.3072; here a millisecond after the settlement of midnight, in which it has no part. */
    @Test
    void aDailyRunEndsWithThePublishedEquity() {
        List<String[]> rows = new ArrayList<>(HourlyQuotes.read().rows());
        rows.add(0, "midnight,,,,0.3071,,,,,0.3072".split(","));
        BacktestResult result = Backtest.of(new HourlyQuotes(rows), published())
                .cash("1000200 USDT")
                .simulation(SimulationConfig.DEFAULT.withFees(RateFees.of("0.0005", "0.0005")))
                .strategy("buy", new BuyOnce())
                .run();
        assertThat(result.fills())
                .singleElement()
                .satisfies(fill -> assertThat(ADA.formatPrice(fill.rawPrice())).isEqualTo("0.3072"));
        assertThat(result.cashFlows()).hasSize(3);
        assertThat(netOfClosing(result, "0.3072").setScale(2, RoundingMode.HALF_EVEN))
                .isEqualTo("6.40");
    }

    @Test
    void withoutRatesNothingIsPaid() {
        BacktestResult result = run(FundingRates.builder(ADA).build());
        assertThat(result.cashFlows()).isEmpty();
        assertThat(netOfClosing(result, "0.3057").setScale(2, RoundingMode.HALF_EVEN))
                .isEqualTo("7.99");
    }
}
