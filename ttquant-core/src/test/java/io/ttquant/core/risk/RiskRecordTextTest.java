package io.ttquant.core.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.PositionSide;
import io.ttquant.core.portfolio.Ledger;
import io.ttquant.core.risk.RiskRecord.Held;
import io.ttquant.core.risk.RiskRecord.Losses;
import io.ttquant.core.risk.RiskRecord.OfScope;
import io.ttquant.core.risk.RiskRecord.Result;
import io.ttquant.core.risk.RiskRecord.Worth;
import java.util.List;
import org.junit.jupiter.api.Test;

class RiskRecordTextTest {
    static final RiskRecord STATE = new RiskRecord(
            Currency.of("USDT", 2),
            List.of(
                    new OfScope(
                            "",
                            new Losses(1_773_187_200_000_000_000L, 10_000_00, 10_500_05),
                            0,
                            List.of(new Held(
                                    Guard.DAILY_LOSS, TradingStage.HALTED, true, "the account lost\t1\nof \\ much")),
                            null),
                    new OfScope(
                            "grid\tone",
                            new Losses(1_773_187_200_000_000_001L, Ledger.UNKNOWN, Ledger.UNKNOWN),
                            3,
                            List.of(
                                    new Held(Guard.LOSS_STREAK, TradingStage.REDUCING, false, "3 in a row"),
                                    new Held(Guard.HAND, TradingStage.HALTED, false, "")),
                            new Worth(
                                    -1,
                                    List.of(new Result(
                                            InstrumentId.parse("okx:BTC-USDT"), PositionSide.NET, -12_345)))),
                    new OfScope("new", Losses.NONE, 0, List.of(), null)));

    @Test
    void whatIsWrittenIsReadAgain() {
        assertThat(RiskRecordText.parse(RiskRecordText.format(STATE))).isEqualTo(STATE);
    }

    @Test
    void peopleCanReadIt() {
        assertThat(RiskRecordText.format(STATE)).startsWith("""
                        ttquant-risk\t1
                        currency\tUSDT\t2
                        account
                        day_ends\t2026-03-11T00:00:00Z
                        day_start\t10000.00
                        highest\t10500.05
                        held\tDAILY_LOSS\tHALTED\tflatten\tthe account lost\\t1\\nof \\\\ much
                        strategy\tgrid\\tone
                        day_ends\t2026-03-11T00:00:00.000000001Z
                        losses_in_a_row\t3
                        """);
    }

    @Test
    void aTextInWhichOneByteDiffersIsRefused() {
        String text = RiskRecordText.format(STATE);
        for (int i = 0; i < text.length(); i++) {
            String other = text.substring(0, i) + (char) (text.charAt(i) ^ 1) + text.substring(i + 1);
            assertThatThrownBy(() -> RiskRecordText.parse(other))
                    .as("byte %s", i)
                    .isInstanceOf(IllegalArgumentException.class);
            String part = text.substring(0, i);
            assertThatThrownBy(() -> RiskRecordText.parse(part))
                    .as("the first %s", i)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aNewerVersionIsRefusedByItsNumber() {
        assertThatThrownBy(
                        () -> RiskRecordText.parse(RiskRecordText.format(STATE).replace("risk\t1", "risk\t2")))
                .hasMessage(
                        "has version 2 of the state of risk, and this program knows 1 only: start the program that wrote it");
    }

    @Test
    void atACoarserScaleALossCountsFromNoLess() {
        RiskRecord whole = STATE.in(Currency.of("USDT", 0), "x");
        assertThat(whole.find("").orElseThrow().losses().rawHighest()).isEqualTo(10_501);
        RiskRecord fine = STATE.in(Currency.of("USDT", 8), "x");
        assertThat(fine.find("").orElseThrow().losses().rawHighest()).isEqualTo(1_050_005_000_000L);
        assertThat(fine.in(Currency.of("USDT", 2), "x")).isEqualTo(STATE);
        assertThatThrownBy(() -> STATE.in(Currency.of("USDC", 2), "x.risk"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("x.risk is in USDT, and equity is stated in USDC now");
    }
}
