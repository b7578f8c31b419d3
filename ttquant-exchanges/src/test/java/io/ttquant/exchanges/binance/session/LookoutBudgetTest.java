package io.ttquant.exchanges.binance.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.Side;
import io.ttquant.exchanges.Orders;
import io.ttquant.exchanges.transport.HttpHeaders;
import io.ttquant.exchanges.transport.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Exits are asked for while no news come, but not with the weight that is kept for cancels. */
class LookoutBudgetTest {
    private static final String QUESTION = "GET /fapi/v1/order ";
    private static final String CANCEL = "DELETE /fapi/v1/order ";
    /** Of 6000 at this venue, of which a tenth is kept. */
    private static final String USED = "5500";

    private final SessionHarness h = SessionHarness.trading(false);

    private List<TestOrder> exits(int count) {
        List<TestOrder> exits = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Orders exit = Orders.of(h.session.instruments().get(0), Side.SELL, OrderType.LIMIT, "1")
                    .at("200")
                    .reduceOnly();
            exits.add(h.order("x" + i, exit.request()));
            h.session.execution().submit(exits.get(i));
            h.millis(200);
        }
        return exits;
    }

    private void loseNews() {
        h.network.link("fstream.binance.com").refuse(true).cut();
        h.millis(500);
        assertThat(h.log.isTrading).isFalse();
    }

    @Test
    void theyAreAskedForWhileThereIsWeight() {
        exits(1);
        loseNews();
        h.seconds(5);
        assertThat(h.venue.count(QUESTION)).isBetween(3L, 4L);
    }

    @Test
    void cancelsLeaveThoughTheWeightForQuestionsIsUsedUp() {
        List<TestOrder> exits = exits(20);
        h.venue.bend(
                "GET /fapi/v1/order",
                answer -> answer == null
                        ? null
                        : HttpResponse.of(200, HttpHeaders.of("X-MBX-USED-WEIGHT-1M", USED), answer.body()));
        loseNews();
        h.seconds(10);
        assertThat(h.venue.count(QUESTION))
                .as("until the venue said how much is used")
                .isBetween(1L, 3L);
        h.session.execution().cancelAll(exits.subList(0, 1));
        h.millis(500);
        assertThat(h.venue.count(CANCEL)).isEqualTo(1);
        h.seconds(70);
        assertThat(h.venue.count(QUESTION)).as("the minute is over").isGreaterThan(20);
    }
}
