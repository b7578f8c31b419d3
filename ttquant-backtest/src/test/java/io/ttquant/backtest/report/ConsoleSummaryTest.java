package io.ttquant.backtest.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleSummaryTest {
    @Test
    void fitsTheWidthAndEndsWithThePlaceOfTheReport() {
        List<String> lines = print(ConsoleSummary.of(DemoReport.of(2000)));
        assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        assertThat(lines.get(lines.size() - 1)).isEqualTo("Report: out/report.html");
    }

    @Test
    void alignsStrategiesAndTotal() {
        List<String> lines = print(ConsoleSummary.ascii(DemoReport.of(2000)));
        assertThat(lines)
                .contains("Strategy       Orders  Refused  Trades    Net PnL    Fees    Return  Drawdown  Sharpe")
                .contains("momentum-eth      160        0      80    -288.10   91.77   -2.88 %   -6.20 %   -0.41")
                .contains("total           2,277       37   1,120  +1,328.28  651.20  +13.28 %   -7.12 %    1.12");
    }

    @Test
    void cutsNamesThatAreTooLong() {
        BigDecimal large = new BigDecimal("-99999999999.99");
        StrategySummary row = new StrategySummary(
                "x".repeat(300), "", 999_999, 999_999, 1, 999_999, large, BigDecimal.ONE, -123.4567, -1, 1, 1);
        ReportModel model = ReportModel.titled("t".repeat(300))
                .strategies(List.of(row))
                .total(row)
                .build();
        assertThat(print(ConsoleSummary.of(model)))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }

    @Test
    void printsOnlyAsciiWhereOnlyAsciiIsKnown() {
        ReportModel model = ReportModel.titled("Grüße\u001b[31m")
                .warnings(List.of("größer\nals"))
                .build();
        assertThat(String.join("", print(ConsoleSummary.ascii(model)))).matches("[\\x20-\\x7e]*");
    }

    @Test
    void printsAnEmptyResult() {
        assertThat(print(ConsoleSummary.of(ReportModel.titled("Nothing").build())))
                .contains("Nothing")
                .anyMatch(line -> line.startsWith("total") && line.contains("n/a"));
    }

    private static List<String> print(ConsoleSummary summary) {
        StringBuilder out = new StringBuilder();
        summary.print(out, "out/report.html");
        return out.toString().lines().toList();
    }
}
