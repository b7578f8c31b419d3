package io.ttquant.backtest.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CostLineTest {
    private static FillMark fill(String strategy, String instrument, String fee, String currency, LiquiditySide side) {
        return new FillMark(
                1,
                "o1",
                strategy,
                instrument,
                Side.BUY,
                0,
                BigDecimal.ONE,
                BigDecimal.ONE,
                new BigDecimal(fee),
                currency,
                side,
                "OPEN",
                "at the open");
    }

    private static CashFlowRow flow(String strategy, String instrument, String kind, String amount, String currency) {
        return new CashFlowRow(0, kind, strategy, instrument, new BigDecimal(amount), currency, "");
    }

    @Test
    void keepsCurrenciesKindsAndTheTwoFeesApart() {
        List<CostLine> lines = CostLine.of(
                List.of(
                        fill("a", "x", "0.10", "USDT", LiquiditySide.TAKER),
                        fill("a", "x", "-0.02", "USDT", LiquiditySide.MAKER),
                        fill("a", "x", "0.25", "USDT", LiquiditySide.TAKER),
                        fill("a", "x", "0.001", "BNB", LiquiditySide.TAKER)),
                List.of(flow("a", "x", "FUNDING", "-3.5", "USDT"), flow("", "", "INTEREST", "-0.1", "USDT")));
        assertThat(lines)
                .containsExactly(
                        new CostLine("a", "x", "TAKER_FEE", "USDT", 2, new BigDecimal("0.35")),
                        new CostLine("a", "x", "MAKER_FEE", "USDT", 1, new BigDecimal("-0.02")),
                        new CostLine("a", "x", "TAKER_FEE", "BNB", 1, new BigDecimal("0.001")),
                        new CostLine("a", "x", "FUNDING", "USDT", 1, new BigDecimal("3.5")),
                        new CostLine("", "", "INTEREST", "USDT", 1, new BigDecimal("0.1")));
    }

    @Test
    void sumsAgreeWithANaiveOne() {
        for (long seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<FillMark> fills = new ArrayList<>();
            for (int i = random.nextInt(200); i > 0; i--) {
                fills.add(fill(
                        "s" + random.nextInt(3),
                        "i" + random.nextInt(3),
                        BigDecimal.valueOf(random.nextInt(-1000, 5000), 4).toPlainString(),
                        random.nextBoolean() ? "USDT" : "BNB",
                        random.nextBoolean() ? LiquiditySide.MAKER : LiquiditySide.TAKER));
            }
            List<CostLine> lines = CostLine.of(fills, List.of());
            assertThat(lines.stream().mapToLong(CostLine::count).sum())
                    .as("seed " + seed)
                    .isEqualTo(fills.size());
            for (CostLine line : lines) {
                BigDecimal sum = BigDecimal.ZERO;
                for (FillMark fill : fills) {
                    boolean isOne = fill.strategy().equals(line.strategy())
                            && fill.instrument().equals(line.instrument())
                            && fill.feeCurrency().equals(line.currency())
                            && line.kind().equals(fill.liquidity() + "_FEE");
                    sum = isOne ? sum.add(fill.fee()) : sum;
                }
                assertThat(line.cost()).as("seed " + seed).isEqualByComparingTo(sum);
            }
        }
    }
}
