package io.ttquant.exchanges.binance.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.exchange.Capability;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The venue cuts every connection after a day; over three of them nobody notices. */
class SeveralDaysTest {
    private static final int DAYS = 3;
    private static final int TRADES_PER_DAY = 24 * 60 * 2;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void noConnectionReachesADayAndNothingIsLostOrToldTwice(boolean isSpot) {
        SessionHarness h = SessionHarness.trading(isSpot);
        h.session.subscribe(h.btc(), Capability.TRADES);
        h.session.execution().submit(h.limit("a1", 1_000, 1000));
        h.seconds(5);
        h.log.session.clear();
        for (int i = 1; i <= DAYS * TRADES_PER_DAY; i++) {
            h.venue.sockets.trade(i, "100", "1");
            h.seconds(30);
            long now = h.time.nanos();
            assertThat(h.venue.sockets.since.values())
                    .as("ages of connections after %d half minutes", i)
                    .allMatch(since -> now - since < Duration.ofDays(1).toNanos());
        }
        assertThat(h.log.market).filteredOn(line -> line.contains("trade")).hasSize(DAYS * TRADES_PER_DAY);
        assertThat(h.venue.sockets.opened).hasSize(2 + 2 * DAYS);
        assertThat(h.log.session)
                .as("the catch-ups of the account's new sockets are all that was said")
                .hasSize(2 * DAYS)
                .allMatch(line -> line.contains("is up") || line.startsWith("trading true"));
        assertThat(h.reports()).containsExactly("accepted a1");
    }
}
