package io.ttquant.exchanges.okx.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Payments of funding: each is told once, whatever comes late or twice. */
class OkxFundingTest {
    private final Session s = Session.withKeys();
    private final List<String> bills = new ArrayList<>();

    private Session attached() {
        s.venue.on("/api/v5/account/bills", r -> {
            String query = r.uri().getQuery();
            assertThat(query).contains("type=8").contains("begin=");
            return OkxVenue.data(query.contains("after=") ? "" : String.join(",", bills));
        });
        return s.attached();
    }

    private void paid(int at, String id, String amount, long agoSeconds) {
        bills.add(
                at,
                "{\"bal\":\"999\",\"balChg\":\"" + amount + "\",\"billId\":\"" + id
                        + "\",\"ccy\":\"USDT\",\"fee\":\"0\",\"instId\":\"BTC-USDT-SWAP\",\"instType\":\"SWAP\",\"pnl\":\""
                        + amount
                        + "\",\"subType\":\"173\",\"type\":\"8\",\"ts\":\"" + (s.venue.millis() - agoSeconds * 1000)
                        + "\"}");
    }

    private List<String> told() {
        return s.sinks.reports.stream()
                .filter(line -> line.startsWith("funding"))
                .toList();
    }

    @Test
    void eachPaymentIsToldOnceThoughTheListBringsItEachTime() {
        attached();
        s.run(30);
        paid(0, "623950854533513219", "-0.375", 1);
        s.run(600);
        assertThat(told()).containsExactly("funding 623950854533513219 -37500000");
        paid(0, "623950854533513220", "0.5", 1);
        s.run(3_600);
        assertThat(told()).hasSize(2);
    }

    @Test
    void aBillThatComesBehindANewerOneIsToldToo() {
        attached();
        s.run(600);
        paid(0, "9", "-1", 1);
        s.run(310);
        paid(1, "8", "-2", 400);
        s.run(310);
        assertThat(told()).hasSize(2);
    }

    @Test
    void whatWasPaidBeforeTheAccountWasReadIsInIt() {
        paid(0, "7", "-1", 3_600);
        attached();
        s.run(120);
        assertThat(told()).isEmpty();
    }

    @Test
    void anAnswerThatFailsIsAskedForAgain() {
        s.venue.on("/api/v5/account/bills", r -> OkxVenue.error(500, "50026", "System error"));
        s.attached();
        s.run(120);
        assertThat(s.venue.asked("/api/v5/account/bills")).isGreaterThan(1);
        attachedLater();
        paid(0, "7", "-1", 1);
        s.run(70);
        assertThat(told()).hasSize(1);
    }

    private void attachedLater() {
        s.venue.on(
                "/api/v5/account/bills",
                r -> OkxVenue.data(r.uri().getQuery().contains("after=") ? "" : String.join(",", bills)));
    }
}
