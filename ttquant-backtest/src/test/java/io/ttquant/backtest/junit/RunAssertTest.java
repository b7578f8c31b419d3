package io.ttquant.backtest.junit;

import static io.ttquant.backtest.junit.RunAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.RejectReason;
import io.ttquant.core.risk.Guard;
import io.ttquant.core.risk.RiskLimits;
import io.ttquant.core.risk.RiskPolicy;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SimulatedMarket(takerFee = "0.001")
class RunAssertTest {
    private static final InstrumentId BTC = InstrumentId.parse("test:BTCUSDT");
    private TestRun run = new TestRun(null, List.of());

    @BeforeEach
    void buysAndAsksForMore(WrittenMarket market, BacktestRunner runner) {
        run = runner.run(
                new Script(BTC)
                        .at(
                                1,
                                orders -> orders.buy(BTC)
                                        .quantity("2")
                                        .market()
                                        .tag("in")
                                        .submit())
                        .at(
                                2,
                                orders -> orders.sell(BTC)
                                        .quantity("1")
                                        .limit("103")
                                        .submit())
                        .at(
                                3,
                                orders -> orders.buy(BTC)
                                        .quantity("1000")
                                        .market()
                                        .submit())
                        .at(
                                4,
                                orders -> orders.sell(BTC)
                                        .quantity("1")
                                        .limit("200")
                                        .submit()),
                market.closes("100 101 102 104 103"));
    }

    @Test
    void whatHappenedIsAsserted() {
        assertThat(run)
                .hasOrders(4)
                .hasFills(2)
                .hasRefused(RejectReason.INSUFFICIENT_FUNDS)
                .hasNoRiskTrip();
        assertThat(run)
                .order(1)
                .isBuy()
                .isMarket()
                .hasQuantity("2.0")
                .isFilled()
                .at("100")
                .hasTag("in");
        assertThat(run)
                .order(2)
                .isSell()
                .isLimit()
                .limitedAt("103")
                .hasFilled("1")
                .and()
                .order(3)
                .isDenied();
        assertThat(run).order(4).isOpen();
        assertThat(run)
                .fill(1)
                .isBuy()
                .isTaker()
                .at("100.00")
                .hasQuantity("2")
                .hasFee("0.2")
                .hasReason(FillReason.NEXT_OPEN)
                .and()
                .fill(2)
                .isMaker()
                .isSell()
                .at("103");
        assertThat(run).position(BTC).isLong("1").hasRealized("3");
        assertThat(run)
                .equity()
                .endsAt("10005.8")
                .endsAbove("10005")
                .endsBelow("10006")
                .neverBelow("9999");
    }

    @Test
    void aFailureSaysWhatWasExpectedAndWhatHappenedInOrder() {
        String message = messageOf(() -> assertThat(run).order(2).isCanceled());

        org.assertj.core.api.Assertions.assertThat(message).startsWith("""
                expected status of order #2 to be CANCELED, but it was FILLED
                What happened, in order (> is about it):
                  2024-01-01T00:00:00Z  strategy  starting
                  2024-01-01T00:00:00Z  strategy  running
                  2024-01-01T00:01:00Z  strategy  #1 BUY 2.000 test:BTCUSDT MARKET GTC [in]
                  2024-01-01T00:01:00Z  strategy  #1 accepted
                  2024-01-01T00:01:00Z  strategy  #1 filled 2.000 at 100.00, taker, fee 0.20000000 USDT: market order at the next bar's open
                > 2024-01-01T00:02:00Z  strategy  #2 SELL 1.000 test:BTCUSDT LIMIT at 103.00 GTC
                > 2024-01-01T00:02:00Z  strategy  #2 accepted
                """);
        org.assertj.core.api.Assertions.assertThat(message)
                .containsPattern("\n> 2024-01-01T00:0[34]:00Z  strategy  #2 filled 1.000 at 103.00, maker")
                .contains("#3 denied, INSUFFICIENT_FUNDS: ");
    }

    @Test
    void everyAssertionFailsInTradersWords() {
        says(() -> assertThat(run).hasOrders(1), "expected 1 order, but there were 4");
        says(() -> assertThat(run).hasNoFills(), "expected 0 fills, but there were 2");
        says(
                () -> assertThat(run).hasNoRefusals(),
                "expected no refusal, but order #3 was refused, INSUFFICIENT_FUNDS: ");
        says(
                () -> assertThat(run).hasRefused(RejectReason.PRICE_STEP),
                "expected an order to be refused for PRICE_STEP, but the reasons were [INSUFFICIENT_FUNDS]");
        says(() -> assertThat(run).order(5), "expected an order number 5, but there were 4 orders");
        says(() -> assertThat(run).fill(0), "expected a fill number 0, but there were 2");
        says(() -> assertThat(run).order(1).isSell(), "expected side of order #1 to be SELL, but it was BUY");
        says(
                () -> assertThat(run).order(2).limitedAt("104"),
                "expected limit price of order #2 to be 104, but it was 103.00");
        says(
                () -> assertThat(run).order(1).hasQuantity("3"),
                "expected quantity of order #1 to be 3, but it was 2.000");
        says(
                () -> assertThat(run).order(1).at("101"),
                "expected average price of order #1 to be 101, but it was 100.0");
        says(
                () -> assertThat(run).order(3).isOpen(),
                "expected status of order #3 to be an open one, but it was DENIED");
        says(
                () -> assertThat(run).fill(1).at("99"),
                "expected price of the fill of order #1 to be 99, but it was 100.00");
        says(
                () -> assertThat(run).fill(1).hasFee("0"),
                "expected fee of the fill of order #1 to be 0, but it was 0.20000000 USDT");
        says(
                () -> assertThat(run).fill(1).isMaker(),
                "expected liquidity of the fill of order #1 to be MAKER, but it was TAKER");
        says(
                () -> assertThat(run).position(BTC).isFlat(),
                "expected a flat position, but it was long 1.000 test:BTCUSDT");
        says(
                () -> assertThat(run).position(BTC).isShort("1"),
                "expected a position short 1, but it was long 1.000 test:BTCUSDT");
        says(
                () -> assertThat(run).position("test:ETHUSDT"),
                "there is no instrument test:ETHUSDT in this run, but [test:BTCUSDT]");
        says(
                () -> assertThat(run).position(BTC).hasRealized("4"),
                "expected a realised result of 4, but it was 3.00000000 USDT");
        says(
                () -> assertThat(run).equity().endsAt("10000"),
                "expected equity to end at 10000, but it ended at 10005.8");
        says(() -> assertThat(run).equity().neverBelow("10001"), "expected equity never below 10001, but it was ");
        says(() -> assertThat(run).hasTripped(Guard.DRAWDOWN), "expected DRAWDOWN to trip, but nothing did");
    }

    @Test
    void aTripOfTheRiskRulesIsFoundAndTold(WrittenMarket market, BacktestRunner runner) {
        TestRun stopped = runner.risk(RiskPolicy.ofAccount(
                        RiskLimits.builder().stopLoss("0.05").build()))
                .run(
                        new Script(BTC)
                                .at(
                                        1,
                                        orders -> orders.buy(BTC)
                                                .quantity("2")
                                                .market()
                                                .submit()),
                        market.closes("100 100 94 94"));

        assertThat(stopped).hasTripped(Guard.STOP_LOSS).position(BTC).isFlat();
        String message = messageOf(() -> assertThat(stopped).hasNoRiskTrip());
        org.assertj.core.api.Assertions.assertThat(message)
                .startsWith("expected no risk trip, but STOP_LOSS tripped: ")
                .contains("\n> 2024-01-01T00:03:00Z  strategy  risk, STOP_LOSS: ");
    }

    @Test
    void ofALongRunOnlyWhatIsNearIsTold() {
        List<String> lines = new ArrayList<>();
        for (int i = 1; i <= 100; i++) {
            lines.add("t  strategy  #" + i + " accepted");
        }
        String story = new Story(lines).aroundOrder(50);

        org.assertj.core.api.Assertions.assertThat(story)
                .startsWith(
                        "\nWhat happened, in order (> is about it):\n  ... 43 lines left out\n  t  strategy  #44 accepted\n")
                .contains("\n> t  strategy  #50 accepted\n")
                .endsWith("#56 accepted\n  ... 44 lines left out");
        org.assertj.core.api.Assertions.assertThat(new Story(lines).atTheEnd())
                .startsWith("\nWhat happened, in order:\n  ... 60 lines left out\n  t  strategy  #61");
        org.assertj.core.api.Assertions.assertThat(new Story(List.of()).atTheEnd())
                .isEqualTo("\nNothing happened: no order, no fill, nothing that the strategy did.");
    }

    private static void says(ThrowingCallable assertion, String start) {
        assertThatThrownBy(assertion).isInstanceOf(AssertionError.class).hasMessageStartingWith(start);
        assertThatThrownBy(assertion).hasMessageContaining("What happened, in order");
    }

    private static String messageOf(ThrowingCallable assertion) {
        return String.valueOf(
                org.assertj.core.api.Assertions.catchThrowable(assertion).getMessage());
    }
}
