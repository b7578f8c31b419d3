package io.ttquant.exchanges.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.exchanges.emulator.fault.RequestFault;
import io.ttquant.exchanges.emulator.server.Call;
import io.ttquant.exchanges.emulator.server.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Limits of the venue: kept before they are reached, and obeyed when somebody else has used them up. */
class LimitsTest {
    private static RequestFault limited(int status, String retryAfter) {
        Reply reply = Reply.json(status, CommandFault.code(-1003, "Too many requests."));
        return new RequestFault.Answer(retryAfter.isEmpty() ? reply : reply.with("Retry-After", retryAfter), false);
    }

    @Row("D1")
    @ParameterizedTest
    @CsvSource({"429,30,29", "418,120,119", "429,'',9", "418,'',115", "429,0,9"})
    void aBanIsWaitedOutWithoutASingleRequest(int status, String retryAfter, int quietSeconds) {
        for (BinanceVenues venue : BinanceVenues.values()) {
            Scenario s = Scenarios.withoutDeadMan(venue).begin();
            Order held = s.buy("0.01", "59000");
            s.seconds(1);
            s.faults().requests(call -> call.path().endsWith("/openOrders"), limited(status, retryAfter), 1);
            s.until("the venue bans us", () -> s.faults().armed() == 0);
            int before = s.log().calls().size();
            s.seconds(1);
            s.cancel(held);
            s.buy("0.01", "58900");
            s.seconds(quietSeconds - 1);
            assertThat(s.log().calls().size()).isEqualTo(before);
            s.mayDeny().settle().agree();
        }
    }

    @Row({"D1", "A2"})
    @ParameterizedTest
    @EnumSource
    void anOrderThatMeetsABanDidNotHappenAndIsNotRepeated(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        s.faults().requests(venue::isCreate, limited(429, "20"), 1);
        Order order = s.buy("0.01", "59000");
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.REJECTED);
        assertThat(s.log().count(venue::isCreate)).isEqualTo(1);
    }

    @Row({"D1", "A20"})
    @ParameterizedTest
    @EnumSource
    void aCancelThatMeetsABanIsSentAgainAfterIt(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        Order order = s.buy("0.01", "59000");
        s.seconds(1);
        s.faults().requests(venue::isCancel, limited(429, "5"), 1);
        s.cancel(order);
        s.settle().agree();
        assertThat(order.status()).isIn(OrderStatus.CANCELED, OrderStatus.ACCEPTED);
        s.cancel(order);
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Row({"D2", "D4"})
    @ParameterizedTest
    @EnumSource
    void aGridBeyondTheOrderLimitIsCutByUsAndNeverByTheVenue(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        List<Order> orders = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            orders.add(s.buy("0.001", Integer.toString(59_500 - i)));
        }
        s.mayDeny().settle().agree();
        assertThat(s.log().statuses(429)).isZero();
        assertThat(orders.stream()
                        .filter(o -> o.status() == OrderStatus.ACCEPTED)
                        .count())
                .isBetween(50L, 399L);
        assertThat(orders).allMatch(o -> o.status() == OrderStatus.ACCEPTED || o.isClosed());
    }

    @Row({"D6", "D3"})
    @ParameterizedTest
    @EnumSource
    void cancelsLeaveThoughOrdersHaveUsedUpTheirShare(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        List<Order> orders = new ArrayList<>();
        for (int i = 0; i < 350; i++) {
            orders.add(s.buy("0.001", Integer.toString(59_500 - i)));
        }
        s.seconds(2);
        long open = orders.stream().filter(Order::isOpen).count();
        s.act(p -> {
            p.hands().cancelAll();
            return p;
        });
        s.mayDeny().settle().agree();
        assertThat(open).isPositive();
        assertThat(orders).allMatch(Order::isClosed);
        assertThat(s.log().statuses(429)).isZero();
    }

    @Row({"D5", "D1"})
    @ParameterizedTest
    @EnumSource
    void whatOthersUseOfTheSameAddressCounts(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        Call noise = new Call(
                "GET",
                venue.isDerivative() ? "/fapi/v1/exchangeInfo" : "/api/v3/exchangeInfo",
                "",
                Map.of(),
                new byte[0],
                "127.0.0.1");
        // Another program on this machine uses nearly all there is, minute for minute.
        for (int minute = 0; minute < 3; minute++) {
            int weight = venue.isDerivative() ? 1_900 : 285;
            for (int i = 0; i < weight; i++) {
                s.exchange().tick();
                s.noise(noise);
            }
            s.buy("0.01", Integer.toString(59_000 - minute));
            s.seconds(60);
        }
        s.mayDeny().settle().agree();
        assertThat(s.log().statuses(418)).isZero();
    }

    @Row("D7")
    @Test
    void aPageThatNeverEndsIsLeft() {
        Scenario s = Scenario.at(BinanceVenues.SPOT).begin();
        s.buy("0.01");
        s.seconds(1);
        StringBuilder page = new StringBuilder("[");
        for (int i = 0; i < 1_000; i++) {
            page.append(i == 0 ? "" : ",")
                    .append(
                            "{\"symbol\":\"BTCUSDT\",\"id\":1,\"orderId\":28457000011,\"price\":\"60010\",\"qty\":\"0.001\",")
                    .append(
                            "\"quoteQty\":\"60\",\"commission\":\"0\",\"commissionAsset\":\"BTC\",\"time\":1700000000000,\"isBuyer\":true,\"isMaker\":false}");
        }
        long before = askedForTrades(s);
        s.faults()
                .requests(
                        call -> call.path().endsWith("/myTrades"),
                        CommandFault.json(200, page.append(']').toString(), false),
                        400);
        s.pass(Duration.ofMinutes(10));
        assertThat(askedForTrades(s) - before).isLessThan(60);
    }

    private static long askedForTrades(Scenario s) {
        return s.log().calls(call -> call.path().endsWith("/myTrades")).size();
    }
}
