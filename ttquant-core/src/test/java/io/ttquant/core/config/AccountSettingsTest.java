package io.ttquant.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ttquant.api.account.PositionMode;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.core.margin.AccountConfig;
import io.ttquant.core.margin.BorrowTerms;
import io.ttquant.core.margin.Insurance;
import io.ttquant.core.margin.MarginMode;
import io.ttquant.core.margin.MarginTerms;
import io.ttquant.core.portfolio.FundsPolicy;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The section {@code [account]}: what it means, and its mistakes with their places. */
class AccountSettingsTest {
    private static final String GOOD = """
            [[strategies]]
            id = "a"
            type = "buy"
            instrument = "binance:BTCUSDT"
            """;

    private static RunConfiguration read(String account) {
        return RunConfiguration.read(ConfigText.of("t", GOOD + account), TestStrategies.catalogue());
    }

    @Test
    void withoutTheSectionDerivativesHaveCrossMarginAndNoLeverage() {
        RunConfiguration run = read("");
        assertThat(run.account().config()).isEqualTo(AccountConfig.DEFAULT);
        assertThat(run.account().positionMode()).isEqualTo(PositionMode.NETTING);
        assertThat(run.funds()).isEqualTo(FundsPolicy.STRICT);
    }

    @Test
    void aMarginAccountHasALimitWithoutAWordAndAnyOtherHasNone() {
        assertThat(read("[account]\nmode = \"margin\"").account().config().borrowing())
                .isEqualTo(BorrowTerms.DEFAULT);
        assertThat(read("[account]\nmode = \"cash\"").account().config().borrowing())
                .isNull();
        RunConfiguration research = read("[backtest]\nfunds = \"borrow\"");
        assertThat(research.funds()).isEqualTo(FundsPolicy.BORROW);
        assertThat(research.account().config().borrowing()).isNull();
    }

    @Test
    void everyKeyArrives() {
        RunConfiguration run = read("""
                [account]
                mode = "margin"
                spot_leverage = 5
                spot_maintenance_level = 1.05
                position_mode = "hedging"
                margin = "isolated"
                leverage = 10
                tiers = [
                    { up_to = 50000, max_leverage = 125, maintenance_rate = 0.004 },
                    { up_to = 250000, max_leverage = 100, maintenance_rate = 0.005 },
                    { max_leverage = 50, maintenance_rate = 0.01 },
                ]
                liquidation_fee = 0.0125
                insurance = "fund"
                borrow_rates = { USDT = 0.00001 }
                fixed_rates = { "USDC/USDT" = 1 }
                [account.instruments."binance:ETHUSDT"]
                margin = "cross"
                leverage = 3
                maintenance_rate = 0.02
                [account.instruments."cme:ES"]
                initial_margin = 1000
                maintenance_margin = 900
                """);
        AccountConfig config = run.account().config();
        assertThat(run.funds()).isEqualTo(FundsPolicy.BORROW);
        assertThat(config.borrowing()).isEqualTo(BorrowTerms.of("5", "1.05"));
        assertThat(run.account().positionMode()).isEqualTo(PositionMode.HEDGING);
        assertThat(config.terms().mode()).isEqualTo(MarginMode.ISOLATED);
        assertThat(config.terms().leverage()).isEqualByComparingTo("10");
        assertThat(config.terms().tiers())
                .extracting(t -> t.deduction().stripTrailingZeros().toPlainString())
                .containsExactly("0", "50", "1300");
        assertThat(config.liquidationFee()).isEqualByComparingTo("0.0125");
        assertThat(config.insurance()).isEqualTo(Insurance.FUND);
        assertThat(config.borrowRates().get("USDT")).isEqualByComparingTo("0.00001");
        assertThat(run.account().fixedRates().get("USDC/USDT")).isEqualByComparingTo(BigDecimal.ONE);
        MarginTerms eth = config.termsOf(InstrumentId.parse("binance:ETHUSDT"));
        assertThat(eth.mode()).isEqualTo(MarginMode.CROSS);
        assertThat(eth.leverage()).isEqualByComparingTo("3");
        assertThat(eth.tiers())
                .singleElement()
                .satisfies(t -> assertThat(t.maintenanceRate()).isEqualByComparingTo("0.02"));
        assertThat(config.termsOf(InstrumentId.parse("cme:ES")).initialPerContract())
                .isEqualByComparingTo("1000");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void isRefused(String what, String account, String expected) {
        ConfigurationException refusal =
                catchThrowableOfType(ConfigurationException.class, () -> read("[account]\n" + account));
        assertThat(refusal).as(what).isNotNull();
        assertThat(refusal.mistakes())
                .extracting(Finding::toString)
                .singleElement()
                .asString()
                .contains(expected);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(
                        "leverage below one",
                        "leverage = 0.5",
                        "t:6:12: account.leverage: leverage 0.5 must be 1 or more"),
                Arguments.of(
                        "an unknown margin",
                        "margin = \"portfolio\"",
                        "'portfolio' is none of \"cross\", \"isolated\""),
                Arguments.of("an unknown mode", "mode = \"leveraged\"", "none of \"cash\", \"margin\""),
                Arguments.of("a misspelt key", "levrage = 3", "did you mean 'leverage'?"),
                Arguments.of(
                        "a rate and tiers",
                        "maintenance_rate = 0.01\ntiers = [{ max_leverage = 5, maintenance_rate = 0.01 }]",
                        "maintenance_rate and tiers exclude each other"),
                Arguments.of(
                        "tiers that end",
                        "tiers = [{ up_to = 5, max_leverage = 5, maintenance_rate = 0.01 }]",
                        "the last margin tier must have no end"),
                Arguments.of(
                        "a tier's rate of one",
                        "tiers = [{ max_leverage = 5, maintenance_rate = 1 }]",
                        "maintenance rate 1 must be from 0 to below 1"),
                Arguments.of(
                        "a liquidation fee of one",
                        "liquidation_fee = 1",
                        "liquidation_fee 1 must be from 0 to below 1"),
                Arguments.of("a negative interest", "borrow_rates = { USDT = -0.1 }", "borrow_rates -0.1 must be"),
                Arguments.of(
                        "a rate of one currency",
                        "fixed_rates = { USDC = 1 }",
                        "write two currencies and a rate above zero"),
                Arguments.of("a rate of nothing", "fixed_rates = { \"USDC/USDT\" = 0 }", "\"USDC/USDT\" = 0"),
                Arguments.of(
                        "half a fixed margin",
                        "[account.instruments.\"cme:ES\"]\ninitial_margin = 5",
                        "initial_margin is given alone"),
                Arguments.of(
                        "a limit of an account that borrows nothing",
                        "spot_leverage = 3",
                        "spot_leverage 3 needs mode = \"margin\""),
                Arguments.of(
                        "a level of a cash account",
                        "mode = \"cash\"\nspot_maintenance_level = 1.1",
                        "spot_maintenance_level 1.1 needs mode = \"margin\""),
                Arguments.of(
                        "a spot leverage below one",
                        "mode = \"margin\"\nspot_leverage = 0.5",
                        "spot leverage 0.5 must be 1 or more"),
                Arguments.of(
                        "a level at which any debt is liquidated",
                        "mode = \"margin\"\nspot_leverage = 5\nspot_maintenance_level = 1.25",
                        "spot maintenance level 1.25 must be below leverage / (leverage - 1)"),
                Arguments.of(
                        "funds given twice",
                        "mode = \"margin\"\n[backtest]\nfunds = \"strict\"",
                        "given twice, here and as [backtest] funds"));
    }
}
