package io.ttquant.examples.parity;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.exchanges.emulator.VenueKind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A live session on the local exchange, and an ordinary backtest of the market data that it had, with the latency that it had: the same orders of the three
 * example strategies, byte for byte. The exchange filled the one and a model the other, so that this holds where own orders move nothing: in a book that is
 * deep, and with orders that nobody else stands beside. Of 15 such sessions, five at each venue, the orders of ten were the same when this was written. In the
 * others, four of them at Binance Spot, a sale came 1 or 20 ms later, because the model gave two purchases one after the other which the exchange gave at
 * once, or one in parts. Fills are not compared: the book is told each 100 ms only.
 */
class LiveParityTest {
    private static final List<String> EXAMPLES = List.of("grid", "cross", "momentum");
    private static final Duration WAY = Duration.ofMillis(1);
    private static final String SAME_WAY = """
            [paper]
            order_latency = "1ms"
            ack_latency = "1ms"
            """;

    @ParameterizedTest
    @CsvSource({"BINANCE,37", "BINANCE_USDM,33", "OKX,33"})
    void aBacktestOfWhatALiveSessionSawHasItsOrders(VenueKind kind, long seed) {
        ParityVenue venue = new ParityVenue(kind, seed, ParityVenue::deep).latency(WAY, WAY);
        ParityPair pair = new ParityPair(new ParityRun(venue, "live", Duration.ofSeconds(603), EXAMPLES, SAME_WAY));

        assertThat(pair.session).as("seed %d", seed).hasSizeGreaterThan(60);
        for (String id : EXAMPLES) {
            assertThat(pair.session.stream().filter(line -> line.contains(" " + id + " ")))
                    .as("orders of %s", id)
                    .isNotEmpty();
        }
        pair.requireSameOrders(seed);
    }
}
