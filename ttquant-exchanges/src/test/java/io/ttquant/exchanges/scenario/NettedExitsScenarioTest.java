package io.ttquant.exchanges.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.core.risk.RiskLimits;
import io.ttquant.core.risk.RiskPolicy;
import io.ttquant.exchanges.emulator.exchange.Position;
import io.ttquant.exchanges.emulator.exchange.Side;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two strategies hold the two sides of one position, so that the exchange has less to reduce than each of them holds. */
class NettedExitsScenarioTest {
    private final Puppet other = new Puppet(List.of());

    static ScenarioVenue[] derivatives() {
        return new ScenarioVenue[] {OkxVenues.SWAP, BinanceVenues.USDM};
    }

    private Scenario at(ScenarioVenue venue) {
        RiskLimits limits = RiskLimits.builder()
                .maxOrderAge(Duration.ofHours(9))
                .stopLoss("0.002")
                .build();
        Scenario s = Scenario.at(venue)
                .engine(builder ->
                        builder.strategy("other", other).risk(RiskPolicy.NONE.withStrategy("puppet", limits)))
                .begin();
        s.buy("0.5");
        s.order(p -> other.hands().sell(s.instrument()).quantity("0.5").market());
        s.seconds(2);
        assertThat(held(s)).isZero();
        return s;
    }

    private static BigDecimal held(Scenario s) {
        return s.exchange().accounts().positions(Scenario.ACCOUNT).stream()
                .map(Position::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .stripTrailingZeros();
    }

    private static boolean isFlat(Scenario s, Puppet who) {
        return s.act(p -> who.reach().position(s.instrument()).isFlat());
    }

    @ParameterizedTest
    @MethodSource("derivatives")
    void aStopLossClosesItsOwnPartOnceAndAtOnce(ScenarioVenue venue) {
        Scenario s = at(venue);
        s.trade(Side.SELL, "59500", "12").seconds(5);

        assertThat(isFlat(s, s.puppet())).isTrue();
        assertThat(isFlat(s, other)).isFalse();
        assertThat(held(s)).isEqualByComparingTo("-0.5");
        s.settle().agree();
        assertThat(held(s)).isEqualByComparingTo("-0.5");
    }

    @ParameterizedTest
    @MethodSource("derivatives")
    void flattenEndsWithBothFlat(ScenarioVenue venue) {
        Scenario s = at(venue);
        s.life().turns.run(() -> s.engine().risk().trip("test", "the test", true));
        s.seconds(5);

        assertThat(isFlat(s, s.puppet())).isTrue();
        assertThat(isFlat(s, other)).isTrue();
        assertThat(held(s)).isZero();
        s.settle().agree();
        assertThat(held(s)).isZero();
    }
}
