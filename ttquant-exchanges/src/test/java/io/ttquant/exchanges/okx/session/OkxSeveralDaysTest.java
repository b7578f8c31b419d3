package io.ttquant.exchanges.okx.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.exchanges.transport.simulated.SimulatedPeer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The venue announces each day that it is about to close all connections, and closes those that are left a minute later. Nobody notices. */
class OkxSeveralDaysTest {
    private static final InstrumentId BTC = InstrumentId.of("okx", "BTC-USDT");
    private static final int DAYS = 3;
    private static final int MINUTES_PER_DAY = 24 * 60;
    private static final String NOTICE =
            "{\"event\":\"notice\",\"code\":\"64008\",\"msg\":\"The connection will soon be closed\",\"connId\":\"a\"}";

    @Test
    void plannedClosesCostNoTradeAndNoBreak() {
        Session s = Session.withKeys().attached();
        s.session.subscribe(BTC, Capability.TRADES);
        s.run(5);
        s.heard.clear();
        List<SimulatedPeer> doomed = List.of();
        for (int minute = 1; minute <= DAYS * MINUTES_PER_DAY; minute++) {
            s.venue.trade("BTC-USDT", "27000", "1");
            s.run(30);
            s.venue.trade("BTC-USDT", "27000", "1");
            s.run(30);
            doomed.forEach(peer -> peer.close(1001, "upgrade"));
            doomed = List.of();
            if (minute % MINUTES_PER_DAY == 0) {
                doomed = List.copyOf(s.venue.subscribed.keySet());
                doomed.forEach(peer -> peer.send(NOTICE));
                s.venue.trade("BTC-USDT", "27000", "1");
            }
        }
        s.run(60);
        assertThat(s.heard).isEmpty();
        assertThat(s.sinks.market)
                .filteredOn(line -> line.startsWith("BTC-USDT trade"))
                .hasSize(DAYS * (2 * MINUTES_PER_DAY + 1));
        assertThat(s.venue.count("trades BTC-USDT")).isEqualTo(1);
        assertThat(s.venue.count("orders /ANY")).isEqualTo(1);
    }
}
