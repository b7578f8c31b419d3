package io.ttquant.exchanges.binance.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.market.InstrumentId;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When an instrument counts as delisted. */
class DelistingTest {
    private static final int HOUR = 3_600;

    private static SessionHarness begun(boolean isSpot) {
        SessionHarness h = SessionHarness.open(
                        isSpot, Map.of("environment", "live"), venue -> venue.listed.put("ETH", "TRADING"))
                .seconds(5);
        h.session.attach(h.log, h.log);
        h.session.subscribe(InstrumentId.of(isSpot ? "binance" : "binance-usdm", "BTCUSDT"), Capability.TRADES);
        return h.seconds(5);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void oneListWithoutItIsNoDelisting(boolean isSpot) {
        SessionHarness h = begun(isSpot);
        h.venue.listed.remove("BTC");
        h.seconds(HOUR + 10);
        h.venue.listed.put("BTC", "TRADING");
        h.seconds(3 * HOUR);
        assertThat(h.log.market).noneMatch(line -> line.startsWith("status"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void twoListsInARowWithoutItAreAndTheSecondIsAskedForSoon(boolean isSpot) {
        SessionHarness h = begun(isSpot);
        h.venue.listed.remove("BTC");
        h.seconds(HOUR + 10);
        assertThat(h.log.market).noneMatch(line -> line.startsWith("status"));
        h.seconds(300);
        assertThat(h.log.market).contains("status DELISTED");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anEmptyListIsNever(boolean isSpot) {
        SessionHarness h = begun(isSpot);
        h.venue.listed.clear();
        h.seconds(5 * HOUR);
        assertThat(h.log.market).noneMatch(line -> line.startsWith("status"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theVenuesOwnWordCountsAtOnce(boolean isSpot) {
        SessionHarness h = begun(isSpot);
        h.venue.listed.put("BTC", isSpot ? "BREAK" : "SETTLING");
        h.seconds(HOUR + 10);
        assertThat(h.log.market).anyMatch(line -> line.startsWith("status") && !line.contains("TRADING"));
    }
}
