package io.ttquant.core.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Margin by tiers, worked out by hand, at the edges of the tiers. */
class BracketsTest {
    private static final Currency USDT = Currency.of("USDT", 8);
    private static final Instrument BTC = Instrument.perpetual(
                    InstrumentId.parse("binance:BTCUSDT"), Currency.of("BTC"), USDT)
            .tick("0.1")
            .lot("0.001")
            .build();
    /** The tiers in the form that Binance publishes: cap, leverage, rate, cumulated deduction. */
    private static final List<MarginTier> TIERS = List.of(
            tier("50000", "125", "0.004", "0"),
            tier("250000", "100", "0.005", "50"),
            tier("1000000", "50", "0.01", "1300"),
            new MarginTier(null, new BigDecimal("20"), new BigDecimal("0.025"), new BigDecimal("16300")));

    private static MarginTier tier(String upTo, String leverage, String rate, String deduction) {
        return new MarginTier(
                new BigDecimal(upTo), new BigDecimal(leverage), new BigDecimal(rate), new BigDecimal(deduction));
    }

    private static Brackets at(String leverage) {
        return Brackets.of(
                BTC, MarginTerms.DEFAULT.withLeverage(new BigDecimal(leverage)).withTiers(TIERS));
    }

    private static long usdt(String amount) {
        return new BigDecimal(amount).movePointRight(8).longValueExact();
    }

    private static String maintenance(String value) {
        return new BigDecimal(at("10").rawMaintenance(usdt(value), 0))
                .movePointLeft(8)
                .stripTrailingZeros()
                .toPlainString();
    }

    @Test
    void theRequirementRisesWithoutAStepAtTheEdgesOfTheTiers() {
        assertThat(maintenance("50000")).isEqualTo("200");
        assertThat(maintenance("50000.01")).isEqualTo("200.00005");
        assertThat(maintenance("250000")).isEqualTo("1200");
        assertThat(maintenance("250000.01")).isEqualTo("1200.0001");
        assertThat(maintenance("1000000")).isEqualTo("8700");
        assertThat(maintenance("2000000")).isEqualTo("33700");
    }

    @Test
    void deductionsThatAreNotGivenFollowFromTheTiers() {
        MarginTerms linked = MarginTerms.DEFAULT.withContinuousTiers(TIERS);
        assertThat(linked.tiers())
                .extracting(t -> t.deduction().stripTrailingZeros().toPlainString())
                .containsExactly("0", "50", "1300", "16300");
    }

    @Test
    void initialMarginIsTheValueOverTheLeverageAndTheTierCapsTheLeverage() {
        assertThat(at("10").rawInitial(usdt("50000"), 0)).isEqualTo(usdt("5000"));
        assertThat(at("3").rawInitial(usdt("100"), 0)).isEqualTo(3_333_333_333L);
        assertThat(at("125").rawInitial(usdt("50000"), 0)).isEqualTo(usdt("400"));
        assertThat(at("125").rawInitial(usdt("60000"), 0)).isEqualTo(usdt("600"));
        assertThat(at("125").leverage(usdt("60000"))).isEqualByComparingTo("100");
        assertThat(at("125").leverage(usdt("1000000.01"))).isEqualByComparingTo("20");
    }

    @Test
    void aDeductionNeverMakesTheRequirementNegative() {
        Brackets odd = Brackets.of(
                BTC,
                MarginTerms.DEFAULT.withTiers(
                        List.of(new MarginTier(null, BigDecimal.ONE, new BigDecimal("0.01"), new BigDecimal("100")))));
        assertThat(odd.rawMaintenance(usdt("5000"), 0)).isZero();
    }

    @Test
    void fixedMarginsGoByTheContract() {
        Brackets future =
                Brackets.of(BTC, MarginTerms.DEFAULT.withFixedMargins(new BigDecimal("1000"), new BigDecimal("800")));
        assertThat(future.rawInitial(usdt("999999"), 2_500)).isEqualTo(usdt("2500"));
        assertThat(future.rawMaintenance(usdt("1"), 2_500)).isEqualTo(usdt("2000"));
    }

    @Test
    void tiersThatDoNotRiseOrDoNotEndAreRefused() {
        assertThatThrownBy(() -> MarginTerms.DEFAULT.withTiers(TIERS.subList(0, 2)))
                .hasMessageContaining("the last margin tier must have no end");
        assertThatThrownBy(() -> MarginTerms.DEFAULT.withTiers(List.of(TIERS.get(1), TIERS.get(0), TIERS.get(3))))
                .hasMessageContaining("margin tier 2 must reach further");
        assertThatThrownBy(() -> MarginTerms.DEFAULT.withTiers(
                        List.of(TIERS.get(0), tier("60000", "200", "0.005", "0"), TIERS.get(3))))
                .hasMessageContaining("larger positions need more margin");
        assertThatThrownBy(() -> tier("-1", "1", "0", "0")).hasMessageContaining("must be above zero");
        assertThatThrownBy(() -> tier("1", "0.5", "0", "0")).hasMessageContaining("leverage 0.5 must be 1 or more");
        assertThatThrownBy(() -> tier("1", "1", "1", "0")).hasMessageContaining("0.4 % is 0.004");
        assertThatThrownBy(() -> tier("1", "1", "0", "-1")).hasMessageContaining("deduction -1 must be 0 or more");
        assertThatThrownBy(() -> MarginTerms.DEFAULT.withLeverage(new BigDecimal("0.1")))
                .hasMessageContaining("leverage 0.1 must be 1 or more");
        assertThatThrownBy(() -> MarginTerms.DEFAULT.withFixedMargins(BigDecimal.ONE, BigDecimal.TEN))
                .hasMessageContaining("must not be below its maintenance margin 10");
        assertThatThrownBy(() -> AccountConfig.DEFAULT.withLiquidationFee(BigDecimal.ONE))
                .hasMessageContaining("liquidation fee 1 must be from 0 to below 1");
        assertThatThrownBy(() -> AccountConfig.DEFAULT.withBorrowRate("USDT", new BigDecimal("-0.1")))
                .hasMessageContaining("hourly borrow rate of USDT -0.1");
    }
}
