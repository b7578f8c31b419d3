package io.ttquant.backtest.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureTest {
    @ParameterizedTest
    @CsvSource({
        "0.1234567, +12.35 %, GOOD",
        "-0.5, -50.00 %, BAD",
        "0, 0.00 %, NEUTRAL",
        "-0.000001, 0.00 %, BAD",
        "NaN, n/a, NEUTRAL",
        "Infinity, n/a, NEUTRAL"
    })
    void printsReturnsWithTheirSign(double ratio, String text, Tone tone) {
        Figure figure = Figure.signedPercent("Return", ratio, "");
        assertThat(figure.display()).isEqualTo(text);
        assertThat(figure.tone()).isEqualTo(tone);
    }

    @Test
    void groupsThousandsAndKeepsEveryDigitOfMoney() {
        assertThat(Figure.signedAmount("x", new BigDecimal("1234567.10000000"), "USDT", "")
                        .display())
                .isEqualTo("+1,234,567.10000000 USDT");
        assertThat(Figure.amount("x", new BigDecimal("-0.50"), "", "").display())
                .isEqualTo("-0.50");
        assertThat(Figure.amount("x", new BigDecimal("1E+3"), "", "").display()).isEqualTo("1,000");
    }

    @Test
    void saysWhatCannotBeComputed() {
        Figure figure = Figure.number("Sharpe", Double.NaN, 2, "mean / deviation");
        assertThat(figure.isUnavailable()).isTrue();
        assertThat(figure.display()).isEqualTo("n/a");
        assertThat(figure.formula()).isEqualTo("mean / deviation");
    }
}
