package io.ttquant.core.storage.tap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import io.ttquant.core.portfolio.Ledger;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class EndFiguresTest {
    private static final long SECOND = 1_000_000_000;
    private static final Offset<Double> CLOSE = within(1e-12);

    private final EndFigures figures = new EndFigures();

    private double figure(String name) {
        return figures.figures().get(name);
    }

    @Test
    void profitAndDrawdownAreThoseOfTheSamples() {
        figures.equity(3 * SECOND, 100);
        figures.equity(4 * SECOND, 110);
        figures.equity(5 * SECOND, 88);
        figures.equity(7 * SECOND, 105);

        assertThat(figures.figures())
                .contains(
                        entry("start", 3.0),
                        entry("end", 7.0),
                        entry("duration", 4e9),
                        entry("start_equity", 100.0),
                        entry("end_equity", 105.0),
                        entry("equity_peak", 110.0),
                        entry("net_profit", 5.0),
                        entry("max_fall", -22.0));
        assertThat(figure("total_return")).isCloseTo(0.05, CLOSE);
        assertThat(figure("max_drawdown")).isCloseTo(-0.2, CLOSE);
    }

    @Test
    void moneyFromOutsideIsNoProfitAndWhatIsTakenOutIsNoLoss() {
        figures.received(7);
        figures.equity(0, 100);
        figures.received(50);
        figures.equity(1, 150);
        figures.received(-80);
        figures.equity(2, 70);

        assertThat(figures.figures())
                .contains(entry("net_profit", 0.0), entry("total_return", 0.0), entry("end_equity", 70.0));
        assertThat(figure("max_fall")).isZero();
        assertThat(figure("max_drawdown")).isZero();

        figures.equity(3, 63);
        assertThat(figure("net_profit")).isEqualTo(-7);
        assertThat(figure("max_drawdown")).isCloseTo(-0.1, CLOSE);
    }

    @Test
    void onlyWhatStrategiesDidIsCounted() {
        figures.ordered("grid");
        figures.ordered("grid");
        figures.ordered(Ledger.EXTERNAL);
        figures.filled("grid");
        figures.filled(Ledger.EXTERNAL);

        assertThat(figures.figures()).containsOnly(entry("orders", 2.0), entry("fills", 1.0));
    }

    @Test
    void whatHasNoMeaningIsMissing() {
        figures.equity(0, 100);
        figures.equity(1, -5);
        figures.equity(2, 120);
        assertThat(figures.figures())
                .doesNotContainKey("max_drawdown")
                .contains(entry("max_fall", -105.0), entry("net_profit", 20.0));

        EndFigures ofNothing = new EndFigures();
        ofNothing.equity(0, 0);
        assertThat(ofNothing.figures())
                .doesNotContainKeys("total_return", "max_drawdown")
                .contains(entry("net_profit", 0.0));
    }
}
