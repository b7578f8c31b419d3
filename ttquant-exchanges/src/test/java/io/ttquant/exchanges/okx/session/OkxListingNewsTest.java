package io.ttquant.exchanges.okx.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import org.junit.jupiter.api.Test;

/** What becomes of a change of an instrument while a session runs. */
class OkxListingNewsTest {
    private static final InstrumentId BTC = InstrumentId.of("okx", "BTC-USDT");

    private final Session s = new Session().attached();

    private static String row(String state, String tick) {
        return OkxVenue.INSTRUMENT
                .formatted("SPOT", "BTC-USDT", "", "", "BTC", "USDT", "", "", "", "", "0.00000001", "0.00001")
                .replace("\"state\":\"live\"", "\"state\":\"" + state + "\"")
                .replace("\"tickSz\":\"0.1\"", "\"tickSz\":\"" + tick + "\"");
    }

    private void publish(String row) {
        s.venue.publish(
                "instruments /SPOT",
                "{\"arg\":{\"channel\":\"instruments\",\"instType\":\"SPOT\"},\"data\":[" + row + "]}");
        s.run(1);
    }

    private Instrument btc() {
        return s.session.instruments().stream()
                .filter(i -> i.id().equals(BTC))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aHaltAndItsEndAreToldAtOnce() {
        s.session.subscribe(BTC, Capability.TRADES);
        s.run(2);
        publish(row("suspend", "0.1"));
        publish(row("suspend", "0.1"));
        publish(row("live", "0.1"));
        assertThat(s.sinks.market)
                .filteredOn(line -> line.startsWith("BTC-USDT status"))
                .hasSize(2)
                .satisfies(lines -> {
                    assertThat(lines.get(0)).contains("HALTED");
                    assertThat(lines.get(1)).contains("TRADING");
                });
    }

    @Test
    void anotherTickOfTheSameScaleKeepsTheInstrumentAndItTradesOn() {
        s.session.subscribe(BTC, Capability.TRADES);
        s.run(2);
        Instrument before = btc();
        publish(row("live", "0.2"));
        assertThat(btc()).isSameAs(before);
        assertThat(s.sinks.market).noneMatch(line -> line.startsWith("BTC-USDT status"));
    }

    @Test
    void anotherScaleOfPricesKeepsTheInstrumentAndLetsNothingButCancelsOut() {
        s.session.subscribe(BTC, Capability.TRADES);
        s.run(2);
        Instrument before = btc();
        publish(row("live", "0.01"));
        assertThat(btc()).isSameAs(before);
        assertThat(s.sinks.market).anyMatch(line -> line.startsWith("BTC-USDT status") && line.contains("CANCEL_ONLY"));
    }

    private void listing(boolean hasBtc) {
        String eth = row("live", "0.1").replace("BTC", "ETH");
        String all = hasBtc ? row("live", "0.1") + "," + eth : eth;
        s.venue.on(
                "/api/v5/public/instruments",
                r -> OkxVenue.data(r.uri().getQuery().contains("SPOT") ? all : ""));
    }

    private boolean isDelisted() {
        return s.sinks.market.stream()
                .anyMatch(line -> line.startsWith("BTC-USDT status") && line.contains("DELISTED"));
    }

    @Test
    void whatTwoReadingsInARowLackIsDelistedAndTheSecondComesSoon() {
        s.session.subscribe(BTC, Capability.TRADES);
        s.run(2);
        listing(false);
        s.network.link("ws.okx.com").cut();
        s.run(20);
        assertThat(isDelisted()).isFalse();
        s.run(300);
        assertThat(isDelisted()).isTrue();
    }

    @Test
    void whatOneReadingLacksAndTheNextHasTradesOn() {
        s.session.subscribe(BTC, Capability.TRADES);
        s.run(2);
        listing(false);
        s.network.link("ws.okx.com").cut();
        s.run(20);
        listing(true);
        s.run(2 * 3_600);
        assertThat(isDelisted()).isFalse();
    }

    @Test
    void anEmptyReadingProvesNothing() {
        s.session.subscribe(BTC, Capability.TRADES);
        s.run(2);
        s.venue.on("/api/v5/public/instruments", r -> OkxVenue.data(""));
        s.run(5 * 3_600);
        assertThat(isDelisted()).isFalse();
    }

    @Test
    void newsThatCannotBeReadLeadToAReading() {
        long before = s.venue.asked("/api/v5/public/instruments");
        s.venue.publish(
                "instruments /SPOT",
                "{\"arg\":{\"channel\":\"instruments\",\"instType\":\"SPOT\"},\"data\":{\"no\":\"list\"}}");
        s.run(5);
        assertThat(s.venue.asked("/api/v5/public/instruments")).isEqualTo(before + 3);
    }
}
