package io.ttquant.exchanges.okx.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.market.InstrumentId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a session with OKX begins. */
class OkxOpeningTest {
    private static final InstrumentId BTC = InstrumentId.of("okx", "BTC-USDT");

    @Test
    void readsTheClockThenInstrumentsAndIsReadyWithoutKeys() {
        Session s = new Session().open();
        assertEquals(List.of("ready"), s.heard);
        assertEquals(3, s.session.instruments().size());
        assertEquals("/api/v5/public/time", s.venue.requests.get(0).uri().getPath());
        assertTrue(s.venue.requests.stream().noneMatch(r -> r.headers().first("OK-ACCESS-KEY") != null));
    }

    @Test
    void tradesReachTheSink() {
        Session s = new Session().attached();
        s.session.subscribe(BTC, Capability.TRADES);
        s.run(2);
        s.venue.trade("BTC-USDT", "27000.5", "0.25");
        s.run(1);
        assertEquals(1, s.sinks.market.size());
        assertTrue(s.sinks.market.get(0).endsWith("27000.5 0.25 BUYER"), s.sinks.market.get(0));
        assertEquals(List.of("ready", "BTC-USDT TRADES true"), s.heard);
    }
}
