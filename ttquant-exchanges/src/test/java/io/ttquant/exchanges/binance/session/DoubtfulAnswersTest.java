package io.ttquant.exchanges.binance.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.exchanges.transport.HttpResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A body with a code of the venue under a status that is not its word: nothing follows from it, for a new order and for
 * one that is asked for.
 */
class DoubtfulAnswersTest {
    private static SessionHarness submitted(boolean isSpot, HttpResponse answer) {
        SessionHarness h = SessionHarness.trading(isSpot);
        h.venue.bend(isSpot ? "POST /api/v3/order" : "POST /fapi/v1/order", any -> answer);
        h.session.execution().submit(h.limit("a1", 2_000, 1000));
        return h;
    }

    private static SessionHarness withoutAnswer(boolean isSpot) {
        return submitted(isSpot, FakeBinance.error(504, -1007, "Timeout waiting for response from backend server."));
    }

    @ParameterizedTest
    @CsvSource({"true,302", "true,308", "true,408", "true,500", "true,503", "false,302", "false,408", "false,502"})
    void aRefusalUnderSuchAStatusIsNone(boolean isSpot, int status) {
        SessionHarness h = submitted(isSpot, FakeBinance.error(status, -2010, "Account has insufficient balance."));
        h.seconds(120);
        assertThat(h.reports()).containsExactly("unknown a1", "accepted a1", "known a1");
        assertThat(h.venue.count(isSpot ? "POST /api/v3/order" : "POST /fapi/v1/order"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"true,302", "true,408", "true,500", "true,503", "false,302", "false,408", "false,500"})
    void anOrderThatIsSaidNotToExistUnderSuchAStatusIsAskedForAgain(boolean isSpot, int status) {
        SessionHarness h = withoutAnswer(isSpot);
        h.venue.own.put("GET order", any -> FakeBinance.error(status, -2013, "Order does not exist."));
        h.venue.own.put("GET allOrders", any -> FakeBinance.ok("[]"));
        h.venue.own.put("GET openOrders", any -> FakeBinance.ok("[]"));
        h.seconds(120);
        assertThat(h.reports()).containsExactly("unknown a1");
        h.venue.own.clear();
        h.seconds(60);
        assertThat(h.reports()).containsExactly("unknown a1", "accepted a1", "known a1");
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 408, 500, 503})
    void anOrderThatIsSaidToBeArchivedUnderSuchAStatusHasNotEnded(int status) {
        SessionHarness h = withoutAnswer(true);
        h.venue.own.put("GET order", any -> FakeBinance.error(status, -2026, "Order has been archived."));
        h.seconds(120);
        assertThat(h.reports()).doesNotContain("canceled a1");
        assertThat(h.venue.orders.get(0).isOpen()).isTrue();
        h.venue.own.clear();
        h.seconds(60);
        assertThat(h.reports()).containsExactly("unknown a1", "accepted a1", "known a1");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 404})
    void anOrderThatTheVenueSaysToBeArchivedHasEnded(int status) {
        SessionHarness h = withoutAnswer(true);
        h.venue.own.put("GET order", any -> FakeBinance.error(status, -2026, "Order has been archived."));
        h.seconds(10);
        assertThat(h.reports()).contains("canceled a1");
    }
}
