package io.ttquant.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.market.Trade;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.Fill;
import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.order.Side;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.data.FundingRates;
import io.ttquant.backtest.data.TradeColumns;
import io.ttquant.core.margin.AccountConfig;
import io.ttquant.core.portfolio.FundsPolicy;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Margin, funding and liquidation as a user sees them: in a backtest, its result and its report. */
class MarginBacktestTest {
    private static final Instrument SWAP = Instrument.perpetual(
                    InstrumentId.parse("sim:BTCUSDT"), Currency.of("BTC"), Currency.of("USDT"))
            .tick("1")
            .lot("0.1")
            .build();
    private static final long START = EpochNanos.of(Instant.parse("2025-01-01T00:00:00Z"));
    private static final long HOUR = 3_600 * EpochNanos.SECOND;

    /** Buys a quantity at the first trade. */
    private static final class BuyOnce extends Strategy {
        private final String quantity;
        private boolean isDone;

        BuyOnce(String quantity) {
            this.quantity = quantity;
        }

        @Override
        protected void onStart(StrategyContext ctx) {
            ctx.subscribeTrades(SWAP.id());
        }

        @Override
        protected void onTrade(Trade trade) {
            if (!isDone) {
                isDone = true;
                orders().buy(SWAP.id()).quantity(quantity).market().submit();
            }
        }
    }

    /** One trade an hour. */
    private static TradeColumns prices(long... prices) {
        return hourly(SWAP, prices);
    }

    private static FundingRates rates(long... hours) {
        FundingRates.Builder rates = FundingRates.builder(SWAP);
        for (long hour : hours) {
            rates.add(START + hour * HOUR, new BigDecimal("0.001"));
        }
        return rates.build();
    }

    private static BacktestResult run(AccountConfig account, String quantity, FundingRates rates, long... prices) {
        return Backtest.of(rates, prices(prices))
                .cash("1000 USDT")
                .account(account)
                .strategy("s", new BuyOnce(quantity))
                .run();
    }

    @Test
    void ratesOutsideOfTheRunPlayNoPart() {
        BacktestResult result = run(AccountConfig.DEFAULT, "1", rates(-20, 1, 2, 50), 500, 500, 600);
        assertThat(result.cashFlows())
                .extracting(flow -> flow.amount().stripTrailingZeros().toPlainString())
                .containsExactly("-0.5", "-0.6");
        assertThat(result.equity().timeNanos(0)).isEqualTo(START);
        assertThat(result.equity().timeNanos(result.equity().size() - 1)).isEqualTo(START + 2 * HOUR);
        assertThat(result.finalEquity()).isEqualTo(1000 + 100 - 1.1);
    }

    @Test
    void whatMarginDoesNotCoverIsRefused() {
        BacktestResult result = run(AccountConfig.DEFAULT, "3", rates(1), 500, 500);
        assertThat(result.refusals())
                .singleElement()
                .satisfies(r -> assertThat(r.reason()).isEqualTo(RejectReason.INSUFFICIENT_MARGIN))
                .satisfies(r ->
                        assertThat(r.message()).contains("needs 1500.00000000 USDT", "free are 1000.00000000 USDT"));
    }

    @Test
    void aLiquidationIsInTheResultAndInItsReport() {
        AccountConfig account = AccountConfig.DEFAULT.withLeverage("5").withLiquidationFee(new BigDecimal("0.01"));
        BacktestResult result = run(account, "8", rates(9), 500, 450, 370, 400);
        // 4,000 at 5: margin 800. At 370: 1,000 − 1,040 is below 29.60.
        assertThat(result.fills()).last().satisfies(f -> assertThat(f.reason()).isEqualTo(FillReason.LIQUIDATION));
        assertThat(result.finalEquity()).isEqualTo(1000 - 8 * 130 - 0.01 * 8 * 370);
        assertThat(result.report().summary())
                .contains(
                        "liquidation of sim:BTCUSDT at 370",
                        "lost 69.60000000 USDT beyond its margin; the account bears");
        assertThat(result.margins())
                .singleElement()
                .satisfies(use -> assertThat(use.free()).isEqualByComparingTo("-69.6"));
        assertThat(Assumptions.of(result))
                .containsEntry("Margin of derivatives", "cross, leverage 5, maintenance 1% of the value")
                .hasEntrySatisfying(
                        "Liquidation", text -> assertThat(text).contains("a fee of 1%", "the account bears"))
                .hasEntrySatisfying("Funding", text -> assertThat(text).startsWith("settled at the times"));
    }

    @Test
    void theReportHasTheAccountsFigures() {
        BacktestResult result = run(AccountConfig.DEFAULT.withLeverage("2"), "1", rates(1), 500, 500, 600);
        List<String> names = result.report().model().statistics().stream()
                .filter(group -> group.name().equals("Account"))
                .flatMap(group -> group.figures().stream())
                .map(figure -> figure.name() + " " + figure.display())
                .toList();
        assertThat(names)
                .contains("Funding -0.500 USDT", "Liquidations 0", "Most margin used in USDT 27.29 %")
                .anyMatch(name -> name.startsWith("Free margin in USDT"));
    }

    @Test
    void startPlusFillsLessFeesPlusCashFlowsIsTheEnd(@TempDir Path folder) throws IOException {
        AccountConfig account = AccountConfig.DEFAULT.withLeverage("5").withLiquidationFee(new BigDecimal("0.01"));
        BacktestResult result = run(account, "8", rates(1, 2), 500, 450, 370, 400);
        result.report().write(folder);

        BigDecimal cash = new BigDecimal("1000");
        for (Fill fill : result.fills()) {
            BigDecimal value = BigDecimal.valueOf(fill.price()).multiply(BigDecimal.valueOf(fill.quantity()));
            cash = fill.side() == Side.BUY ? cash.subtract(value) : cash.add(value);
        }
        List<String> lines = Files.readAllLines(folder.resolve("cash_flows.csv"));
        assertThat(lines.get(0)).isEqualTo("time,time_nanos,kind,strategy,instrument,amount,currency,message");
        assertThat(lines)
                .filteredOn(line -> line.contains(",FUNDING,s,sim:BTCUSDT,-"))
                .isNotEmpty();
        assertThat(lines)
                .filteredOn(line -> line.contains(",LIQUIDATION_FEE,s,sim:BTCUSDT,-"))
                .hasSize(1);
        for (String line : lines.subList(1, lines.size())) {
            cash = cash.add(new BigDecimal(line.split(",")[5]));
        }
        assertThat(cash).isEqualByComparingTo(BigDecimal.valueOf(result.finalEquity()));
        assertThat(Files.readString(folder.resolve("result.json"))).contains("\"cashFlows\"", "\"LIQUIDATION_FEE\"");
    }

    @Test
    void theLogOfDecisionsHasFundingAndLiquidation() {
        StringBuilder log = new StringBuilder();
        AccountConfig account = AccountConfig.DEFAULT.withLeverage("5").withLiquidationFee(new BigDecimal("0.01"));
        Backtest.of(rates(1), prices(500, 450, 370, 400))
                .cash("1000 USDT")
                .account(account)
                .decisions(log)
                .strategy("s", new BuyOnce("8"))
                .run();

        assertThat(log.toString())
                .contains("2025-01-01T01:00:00Z  s  paid 3.60000000 USDT, FUNDING: ")
                .contains("2025-01-01T02:00:00Z  s  paid 29.60000000 USDT, LIQUIDATION_FEE: ")
                .contains("2025-01-01T02:00:00Z  account  LIQUIDATION: liquidation of sim:BTCUSDT at 370")
                .contains("2025-01-01T02:00:00Z  account  LOSS_BEYOND_MARGIN: ");
    }

    @Test
    void whatIsOwedAndASettlementAreInTheLogAndInTheTables(@TempDir Path folder) throws IOException {
        Instrument future = Instrument.future(InstrumentId.parse("sim:BTCJAN"), Currency.of("BTC"), Currency.of("USDT"))
                .tick("1")
                .lot("0.1")
                .expiry(Instant.parse("2025-01-01T03:00:00Z"))
                .build();
        Instrument spot =
                Instrument.spot("sim:BTCEUR", "BTC", "EUR").tick("1").lot("0.1").build();
        StringBuilder log = new StringBuilder();
        BacktestResult result = Backtest.of(
                        hourly(future, 500, 500, 520, 540, 540), hourly(spot, 400, 400, 400, 400, 400))
                .cash("1000 USDT")
                .funds(FundsPolicy.BORROW)
                .account(AccountConfig.DEFAULT.withBorrowRate("EUR", new BigDecimal("0.001")))
                .decisions(log)
                .strategy("s", new Strategy() {
                    @Override
                    protected void onStart(StrategyContext ctx) {
                        ctx.subscribeTrades(spot.id());
                    }

                    @Override
                    protected void onTrade(Trade trade) {
                        if (trade.tsEvent() == START) {
                            orders().buy(future.id()).quantity("1").market().submit();
                            orders().buy(spot.id()).quantity("1").market().submit();
                        }
                    }
                })
                .run();
        result.report().write(folder);

        assertThat(log.toString())
                .contains("2025-01-01T01:00:00Z  account  paid 0.40000000 EUR, INTEREST: ")
                .contains("2025-01-01T03:00:00Z  s  #3 SELL 1.0 sim:BTCJAN MARKET GTC reduce-only [expiry]")
                .contains(
                        "2025-01-01T03:00:00Z  s  #3 filled 1.0 at 540, taker, fee 0.00000000 USDT: settled at expiry");
        assertThat(Files.readAllLines(folder.resolve("cash_flows.csv")))
                .element(1)
                .asString()
                .startsWith("2025-01-01T01:00:00Z,1735693200000000000,INTEREST,,,-0.40000000,EUR,");
        assertThat(Assumptions.of(result)).containsKeys("Expiry", "Interest").doesNotContainKey("Funding");
    }

    private static TradeColumns hourly(Instrument instrument, long... prices) {
        TradeColumns.Builder trades = TradeColumns.builder(instrument);
        for (int i = 0; i < prices.length; i++) {
            trades.add(START + i * HOUR, prices[i], 10, AggressorSide.NONE);
        }
        return trades.build();
    }
}
