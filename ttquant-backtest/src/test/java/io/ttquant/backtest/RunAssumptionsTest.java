package io.ttquant.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.account.PositionMode;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.backtest.data.BookColumns;
import io.ttquant.backtest.data.EventSource;
import io.ttquant.backtest.data.FundingRates;
import io.ttquant.backtest.data.TradeColumns;
import io.ttquant.backtest.report.AssumptionsText;
import io.ttquant.core.assumption.Assumption;
import io.ttquant.core.book.SequenceRule;
import io.ttquant.core.margin.AccountConfig;
import io.ttquant.core.margin.BorrowTerms;
import io.ttquant.core.margin.MarginTerms;
import io.ttquant.core.margin.MarginTier;
import io.ttquant.core.matching.DepthModel;
import io.ttquant.core.matching.ExecutionTiming;
import io.ttquant.core.matching.FillPolicy;
import io.ttquant.core.matching.QueueModel;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.core.portfolio.FundsPolicy;
import io.ttquant.core.risk.GuardAction;
import io.ttquant.core.risk.RiskLimits;
import io.ttquant.core.risk.RiskPolicy;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run says what it took for granted, no more and no less than it did. */
class RunAssumptionsTest {
    private static final BarSpec HOUR = BarSpec.hours(1);
    private static final Instrument ABC =
            Instrument.spot("sim:ABCUSD", "ABC", "USD").tick("0.01").lot("1").build();
    private static final Instrument SWAP = Instrument.perpetual(
                    InstrumentId.parse("sim:ETHUSDT"), Currency.of("ETH"), Currency.of("USDT"))
            .tick("0.01")
            .lot("0.001")
            .build();

    private static Backtest run(EventSource... sources) {
        return Backtest.of(sources).strategy("idle", Walk.idle());
    }

    private static EventSource bars() {
        return Walk.bars(Walk.BTC, HOUR, 20, 1).source();
    }

    private static EventSource trades() {
        return TradeColumns.builder(ABC)
                .add(1_000, 1_000, 5, AggressorSide.BUYER)
                .add(2_000, 1_001, 5, AggressorSide.BUYER)
                .build();
    }

    private static EventSource book() {
        return BookColumns.builder(ABC)
                .snapshot(1_000)
                .bid(999, 10)
                .ask(1_001, 10)
                .increment(2_000)
                .ask(1_001, 4)
                .build();
    }

    private static Assumption row(BacktestResult result, String topic) {
        return result.assumptions().stream()
                .filter(row -> row.topic().equals(topic))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void namesOnlyTheModelsThatCountOnItsData() {
        Map<String, String> onBars = Assumptions.of(run(bars()).run());
        assertThat(onBars)
                .containsEntry("Execution", "against bars")
                .containsEntry("Market orders", "on bars at the open of the bar after the decision")
                .containsKeys("Path inside a bar", "Depth without a book")
                .doesNotContainKeys("Queue on a book", "Price protection", "Gaps in a book", "Liquidation", "Interest");
        Map<String, String> onTrades = Assumptions.of(run(trades()).run());
        assertThat(onTrades)
                .containsEntry("Execution", "against trades")
                .containsEntry("Market orders", "on trades and quotes when they arrive, at what is there")
                .doesNotContainKeys("Path inside a bar", "Queue on a book");
        Map<String, String> onBook = Assumptions.of(run(book(), bars()).run());
        assertThat(onBook)
                .containsEntry("Execution", "against bars; order book by price level, and trades")
                .containsKeys("Path inside a bar", "Depth without a book", "Queue on a book", "Price protection");
        assertThat(Assumptions.of(run(book()).run()))
                .containsEntry("Execution", "against order book by price level, and trades")
                .containsEntry("Resting limit orders", "on a book fill when their turn in the queue comes")
                .doesNotContainKeys("Path inside a bar", "Depth without a book");
    }

    @Test
    void namesTheImpactOfABookAndOfADepthModel() {
        assertThat(row(run(bars()).run(), "Market impact").model())
                .isEqualTo("none: our orders do not move the price; what others do next stays as it was recorded");
        SimulationConfig deep = SimulationConfig.DEFAULT.withDepth(DepthModel.squareRoot(1, Duration.ofDays(1)));
        BacktestResult onBars = run(bars()).simulation(deep).run();
        assertThat(row(onBars, "Market impact").model()).startsWith("takers pay what the depth model lays out");
        assertThat(row(onBars, "Depth without a book").model())
                .isEqualTo(
                        "square-root impact: 1 times the price's standard deviation times the root of quantity by volume, both over"
                                + " 24 h; none before both are known");
        assertThat(row(run(book()).simulation(deep).run(), "Market impact").model())
                .startsWith("on a book takers pay its levels")
                .doesNotContain("depth model", "none");
    }

    @Test
    void tellsTheQueueTheGapsAndTheProtectionOfABook() {
        SimulationConfig config =
                SimulationConfig.DEFAULT.withQueue(QueueModel.power(3)).withPriceProtectionTicks(50);
        BacktestResult trusting = run(book()).simulation(config).run();
        assertThat(row(trusting, "Queue on a book").model()).startsWith("probabilistic, power 3");
        assertThat(row(trusting, "Price protection").model())
                .isEqualTo("market orders take nothing farther than 50 ticks from the best price");
        assertThat(row(trusting, "Gaps in a book").model()).startsWith("not looked for");
        BacktestResult checking =
                run(book()).bookSequence(ABC.id(), SequenceRule::okx).run();
        assertThat(row(checking, "Gaps in a book").model()).contains("rule for sim:ABCUSD");
    }

    @Test
    void saysInWhichDirectionAChoiceIsWrong() {
        BacktestResult careful = run(bars()).run();
        assertThat(row(careful, "Slippage").explanation()).contains("flatters whoever takes often");
        assertThat(row(careful, "Resting limit orders").explanation()).contains("hurts makers");
        assertThat(row(careful, "Order latency").explanation()).contains("take no time, which flatters");
        BacktestResult bold = run(bars())
                .simulation(SimulationConfig.DEFAULT
                        .withTiming(ExecutionTiming.CURRENT_CLOSE)
                        .withFills(new FillPolicy(0.25)))
                .seed(7)
                .run();
        assertThat(row(bold, "Market orders").explanation()).endsWith("this flatters.");
        assertThat(row(bold, "Resting limit orders").model()).endsWith("a touch fills with probability 0.25");
        assertThat(row(bold, "Resting limit orders").explanation()).contains("flatters makers");
        assertThat(row(bold, "Random draws").model()).isEqualTo("by the seed 7");
    }

    @Test
    void tellsTheTermsOfTheDerivativesThatItHas() {
        MarginTerms tiered = MarginTerms.DEFAULT
                .withLeverage(new BigDecimal("5"))
                .withTiers(List.of(
                        new MarginTier(
                                new BigDecimal("50000"),
                                new BigDecimal("100"),
                                new BigDecimal("0.004"),
                                BigDecimal.ZERO),
                        new MarginTier(null, new BigDecimal("20"), new BigDecimal("0.01"), new BigDecimal("300"))));
        AccountConfig account = AccountConfig.DEFAULT
                .withTerms(SWAP.id(), tiered)
                .withTerms(ABC.id(), MarginTerms.DEFAULT)
                .withBorrowRate("USDT", new BigDecimal("0.00001"));
        Map<String, String> rows =
                Assumptions.of(run(Walk.bars(SWAP, HOUR, 20, 1).source())
                        .cash("1000 USDT")
                        .account(account)
                        .positions(PositionMode.HEDGING)
                        .run());
        assertThat(rows)
                .containsEntry(
                        "Margin of sim:ETHUSDT",
                        "cross, leverage 5, maintenance 0.4% of a value up to 50000 at leverage up to 100;"
                                + " 1% less 300 of any larger value at leverage up to 20")
                .containsEntry("Positions", "a long and a short one in each derivative")
                .containsEntry(
                        "Interest", "on negative balances, on each full hour: USDT 0.001%; other currencies bear none")
                .containsEntry("Funding", "none: no funding rates were given")
                .doesNotContainKeys("Margin of derivatives", "Margin of sim:ABCUSD", "Expiry");
    }

    @Test
    void namesThePerpetualThatHasNoFundingRates() {
        Instrument other = Instrument.perpetual(
                        InstrumentId.parse("sim:BTCUSDT"), Currency.of("BTC"), Currency.of("USDT"))
                .tick("0.01")
                .lot("0.001")
                .build();
        Map<String, String> rows = Assumptions.of(run(
                        Walk.bars(SWAP, HOUR, 20, 1).source(),
                        Walk.bars(other, HOUR, 20, 1).source(),
                        FundingRates.builder(SWAP)
                                .add(Walk.START + 2 * HOUR.step(), new BigDecimal("0.0001"))
                                .build())
                .cash("1000 USDT")
                .run());
        assertThat(rows.get("Funding"))
                .startsWith("settled at the times of the rates given")
                .endsWith("; none for sim:BTCUSDT, which has no rates");
    }

    @Test
    void tellsWhatMayBeOwedAndWhenADayEnds() {
        Backtest unlimited = run(bars()).funds(FundsPolicy.BORROW).dayZone(ZoneId.of("Europe/Berlin"));
        BacktestResult result = unlimited.run();
        assertThat(row(result, "Days").model()).isEqualTo("of DAY orders, end at midnight in Europe/Berlin");
        assertThat(row(result, "Funds").model()).startsWith("balances may go below zero, without a limit");
        assertThat(row(result, "Funds").explanation()).endsWith("this flatters.");
        assertThat(row(result, "Interest").model()).isEqualTo("none: negative balances cost nothing");
        AccountConfig account = AccountConfig.DEFAULT
                .withBorrowing(BorrowTerms.of("3", "1.1"))
                .withLiquidationFee(new BigDecimal("0.02"));
        BacktestResult limited =
                run(bars()).funds(FundsPolicy.BORROW).account(account).run();
        assertThat(row(limited, "Funds").model()).contains("(leverage 3)", "with a fee of 2%", "the account bears");
        assertThat(row(limited, "Days").model()).endsWith("midnight in UTC");
    }

    @Test
    void tellsTheActionsAndTheZoneOfLimits() {
        RiskLimits limits = RiskLimits.builder()
                .dailyLoss("100", GuardAction.FLATTEN)
                .zone(ZoneId.of("Asia/Tokyo"))
                .lossStreak(3, GuardAction.REDUCE)
                .build();
        assertThat(row(run(bars()).risk(RiskPolicy.ofAccount(limits)).run(), "Risk limits")
                        .model())
                .isEqualTo(
                        "account: daily loss 100, loss streak 3, on daily loss FLATTEN, a day begins at midnight in Asia/Tokyo,"
                                + " on loss streak REDUCE");
        assertThat(row(run(bars()).run(), "Risk limits").model()).isEqualTo("none");
    }

    @Test
    void explainsEveryLineInPageTextAndJson(@TempDir Path folder) throws IOException {
        BacktestResult result = run(bars()).funds(FundsPolicy.BORROW).run();
        result.report().write(folder);
        String json = Files.readString(folder.resolve("result.json"));
        String page = Files.readString(folder.resolve("report.html"));
        List<String> text = Files.readAllLines(folder.resolve("assumptions.txt"));
        String joined = String.join(" ", text).replace("  > ", "").replaceAll(" +", " ");
        assertThat(result.assumptions()).hasSizeGreaterThan(12).allSatisfy(row -> {
            assertThat(json).contains(row.topic(), row.explanation());
            assertThat(page).contains(row.topic(), row.explanation());
            assertThat(joined).contains(row.topic() + " " + row.model(), row.explanation());
        });
        assertThat(text).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(AssumptionsText.WIDTH));
    }

    @Test
    void anAssumptionWithoutExplanationIsRefused() {
        assertThatThrownBy(() -> new Assumption("Fees", "none", " "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("assumption 'Fees' has no explanation; say what is assumed and what it does to the result");
    }
}
