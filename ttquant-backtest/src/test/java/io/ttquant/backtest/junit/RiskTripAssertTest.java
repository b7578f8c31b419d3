package io.ttquant.backtest.junit;

import static io.ttquant.backtest.junit.RunAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.market.InstrumentId;
import io.ttquant.core.risk.Guard;
import io.ttquant.core.risk.RiskLimits;
import io.ttquant.core.risk.RiskPolicy;
import io.ttquant.core.risk.TradingStage;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A position loses a twentieth, which is its stop-loss. */
@SimulatedMarket
class RiskTripAssertTest {
    private static final InstrumentId BTC = InstrumentId.parse("test:BTCUSDT");
    private TestRun run = new TestRun(null, List.of());

    @BeforeEach
    void loses(WrittenMarket market, BacktestRunner runner) {
        run = runner.risk(RiskPolicy.ofAccount(
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
    }

    @Test
    void tripsAreAsserted() {
        assertThat(run)
                .hasRiskTrips(1)
                .riskTrip(1)
                .isOf(Guard.STOP_LOSS)
                .at(Instant.parse("2024-01-01T00:03:00Z"))
                .saying("BTCUSDT")
                .and()
                .endsIn(TradingStage.ACTIVE);
    }

    @Test
    void failuresShowTheTripAmongWhatHappened() {
        says(() -> assertThat(run).hasRiskTrips(2), "expected 2 risk trips, but there were 1: [STOP_LOSS]");
        says(() -> assertThat(run).riskTrip(2), "expected a risk trip number 2, but there were 1");
        says(
                () -> assertThat(run).riskTrip(1).isOf(Guard.DRAWDOWN),
                "expected risk trip 1: guard to be DRAWDOWN, but it was STOP_LOSS");
        says(
                () -> assertThat(run).riskTrip(1).at(Instant.parse("2024-01-01T00:01:00Z")),
                "expected risk trip 1: time to be 2024-01-01T00:01:00Z, but it was 2024-01-01T00:03:00Z");
        says(() -> assertThat(run).riskTrip(1).saying("moon"), "expected risk trip 1: to say \"moon\", but it says \"");
        says(() -> assertThat(run).endsIn(TradingStage.HALTED), "expected trading to end HALTED, but it was ACTIVE");
        assertThatThrownBy(() -> assertThat(run).riskTrip(1).isOf(Guard.DRAWDOWN))
                .hasMessageContaining("\n> 2024-01-01T00:03:00Z  strategy  risk, STOP_LOSS: ");
    }

    @Test
    void theOwnerOfALimitIsTold() {
        assertThat(run).riskTrip(1).ofStrategy();
        says(
                () -> assertThat(run).riskTrip(1).ofAccount(),
                "expected risk trip 1: owner to be the account, but it was the strategy");
    }

    private static void says(ThrowingCallable assertion, String start) {
        assertThatThrownBy(assertion)
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith(start)
                .hasMessageContaining("What happened, in order");
    }
}
