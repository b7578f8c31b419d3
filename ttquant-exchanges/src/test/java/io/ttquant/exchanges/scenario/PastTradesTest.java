package io.ttquant.exchanges.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.exchange.Capability;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Trades that happened before somebody asked for them. */
class PastTradesTest {
    static Stream<ScenarioVenue> venues() {
        return Stream.concat(Stream.of(BinanceVenues.values()), Stream.of(OkxVenues.values()));
    }

    @ParameterizedTest
    @MethodSource("venues")
    void aVenueThatSaysThatItHasPastTradesGivesThem(ScenarioVenue venue) {
        Scenario s = Scenario.at(venue).begin();
        assertThat(s.life().session.execution().capabilities()).contains(Capability.HISTORY_TRADES);
        List<String> ends = new ArrayList<>();
        long now = s.time().nanos();
        long from = now - Duration.ofMinutes(10).toNanos();
        s.life()
                .turns
                .run(() -> s.life()
                        .session
                        .requestTrades(s.instrument(), from, now, (isDone, why) -> ends.add(isDone + why)));
        s.seconds(20);
        assertThat(ends).containsExactly("true");
        assertThat(s.log().count(call -> call.path().matches(".*/(aggTrades|history-trades)")))
                .isPositive();
    }
}
