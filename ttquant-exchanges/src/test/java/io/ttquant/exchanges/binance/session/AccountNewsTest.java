package io.ttquant.exchanges.binance.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AccountNewsTest {
    @Test
    void ordersAreTakenOnceTheStreamIsUpAndWhatWasMissedIsAskedFor() {
        SessionHarness h =
                SessionHarness.open(true, SessionHarness.keys("live")).seconds(5);
        h.network.link("ws-api.binance.com").refuse(true);
        h.attach().seconds(20);
        assertThat(h.log.isTrading).isFalse();
        h.network.link("ws-api.binance.com").refuse(false);
        h.seconds(60);
        assertThat(h.log.isTrading).isTrue();
    }

    @Test
    void aFillDuringABreakIsFoundWhenTheStreamIsBack() {
        SessionHarness h = SessionHarness.trading(true);
        h.session.execution().submit(h.limit("a1", 1_000, 1000));
        h.seconds(1);
        h.network.link("ws-api.binance.com").cut().refuse(true);
        h.seconds(1);
        assertThat(h.log.isTrading).isFalse();
        h.venue.fill(h.venue.orders.get(0), "1", "100", true);
        h.network.link("ws-api.binance.com").refuse(false);
        h.seconds(10);
        assertThat(h.log.isTrading).isTrue();
        assertThat(h.reports()).containsExactly("accepted a1", "filled a1 1000 @1000");
    }

    @Test
    void theFirstTradeOfAMarketIsToldByTheStreamAndNotAgainByTheList() {
        for (boolean isSpot : new boolean[] {true, false}) {
            SessionHarness h = SessionHarness.trading(isSpot);
            h.session.execution().submit(h.limit("a1", 2_000, 1000));
            h.seconds(1);
            h.venue.nextId = 0;
            h.venue.fill(h.venue.orders.get(0), "0.5", "100", true);
            h.millis(100);
            assertThat(h.reports()).containsExactly("accepted a1", "filled a1 500 @1000");
            h.seconds(120);
            h.venue.fill(h.venue.orders.get(0), "1.5", "100", true);
            h.seconds(120);
            assertThat(h.reports()).containsExactly("accepted a1", "filled a1 500 @1000", "filled a1 1500 @1000");
        }
    }

    @Test
    void aListenKeyIsExtendedAndFollowedByAnotherWhenItExpires() {
        SessionHarness h = SessionHarness.trading(false);
        h.millis(Duration.ofMinutes(51).toMillis());
        assertThat(h.venue.count("PUT /fapi/v1/listenKey")).isEqualTo(2);
        assertThat(h.venue.sockets.accounts).hasSize(1);
        h.venue.listenKey = "key2";
        h.venue.sockets.tellAccount(
                "{\"e\":\"listenKeyExpired\",\"E\":" + h.venue.millis() + ",\"listenKey\":\"key1\"}");
        h.millis(20);
        assertThat(h.log.isTrading)
                .as("nothing is heard on a key that has expired")
                .isFalse();
        h.seconds(30);
        assertThat(h.log.isTrading).isTrue();
        assertThat(h.venue.sockets.accounts).hasSize(1);
        assertThat(h.venue.sockets.accounts.get(0).request().uri().getQuery()).isEqualTo("listenKey=key2");
        h.log.orders.clear();
        h.session.execution().submit(h.limit("a1", 1_000, 1000));
        h.seconds(1);
        h.venue.fill(h.venue.orders.get(0), "1", "100", true);
        h.seconds(1);
        assertThat(h.reports()).containsExactly("accepted a1", "filled a1 1000 @1000");
    }

    @Test
    void aListenKeyThatCannotBeExtendedIsMadeAnew() {
        SessionHarness h = SessionHarness.trading(false);
        h.venue.listenKey = "key2";
        h.venue.bend(
                "PUT /fapi/v1/listenKey", answer -> FakeBinance.error(400, -1125, "This listenKey does not exist."));
        h.millis(Duration.ofMinutes(26).toMillis());
        assertThat(h.venue.sockets.accounts).hasSize(1);
        assertThat(h.venue.sockets.accounts.get(0).request().uri().getQuery()).isEqualTo("listenKey=key2");
        assertThat(h.log.session)
                .as("the old one stays until the new one is there")
                .noneMatch(line -> line.startsWith("trading false") && line.contains("replaced"));
    }

    @Test
    void aStreamThatTheVenueEndsIsSubscribedAnew() {
        SessionHarness h = SessionHarness.trading(true);
        h.log.session.clear();
        h.venue.sockets.tellAccount("{\"e\":\"eventStreamTerminated\",\"E\":" + h.venue.millis() + "}");
        h.seconds(30);
        assertThat(h.log.session.get(0)).startsWith("trading false").contains("ended the stream");
        assertThat(h.log.isTrading).isTrue();
        assertThat(h.venue.sockets.accounts).hasSize(1);
    }

    @Test
    void aKeyThatIsRefusedOnTheStreamEndsTheSession() {
        SessionHarness h =
                SessionHarness.open(true, SessionHarness.keys("live")).seconds(5);
        h.venue.sockets.loginError = "{\"code\":-2015,\"msg\":\"Invalid API-key, IP, or permissions for action.\"}";
        h.attach().seconds(10);
        assertThat(h.log.session).anyMatch(line -> line.startsWith("failed") && line.contains("-2015"));
    }

    @Test
    void aHalfOpenSocketOfSpotIsNoticedByThePingThatBringsNothing() {
        SessionHarness h = SessionHarness.trading(true);
        h.network.link("ws-api.binance.com").freeze();
        h.seconds(45);
        assertThat(h.log.isTrading).isFalse();
        h.network.link("ws-api.binance.com").thaw();
        h.seconds(60);
        assertThat(h.log.isTrading).isTrue();
    }

    @Test
    void aHalfOpenSocketOfFuturesIsNoticedByThePingThatIsNotAnswered() {
        SessionHarness h = SessionHarness.trading(false);
        h.millis(Duration.ofHours(2).toMillis());
        assertThat(h.log.isTrading).as("silence alone is no fault").isTrue();
        assertThat(h.venue.sockets.opened)
                .filteredOn(path -> path.contains("private"))
                .hasSize(1);
        h.network.link("fstream.binance.com").freeze();
        h.seconds(31);
        assertThat(h.log.isTrading).isFalse();
        h.network.link("fstream.binance.com").thaw();
        h.seconds(60);
        assertThat(h.log.isTrading).isTrue();
    }

    @Test
    void beforeTheVenueCutsTheAccountsSocketAnotherOneTakesOver() {
        for (boolean isSpot : new boolean[] {true, false}) {
            SessionHarness h = SessionHarness.trading(isSpot);
            h.log.session.clear();
            h.millis(Duration.ofDays(1).toMillis());
            assertThat(h.venue.sockets.opened).hasSizeGreaterThan(1);
            assertThat(h.venue.sockets.accounts).hasSize(1);
            assertThat(h.log.session)
                    .as("the catch-up of the new one is all that orders wait for")
                    .allMatch(line -> line.contains("is up") || line.startsWith("trading true"))
                    .hasSize(2);
        }
    }

    @Test
    void fundingIsToldOnceByTheHistoryOfPayments() {
        SessionHarness h = SessionHarness.trading(false);
        h.venue.income =
                "[{\"symbol\":\"BTCUSDT\",\"incomeType\":\"COMMISSION\",\"income\":\"-1\",\"asset\":\"USDT\",\"time\":"
                        + h.venue.millis()
                        + ",\"tranId\":8,\"tradeId\":\"\"},{\"symbol\":\"BTCUSDT\",\"incomeType\":\"FUNDING_FEE\",\"income\":\"-0.375\","
                        + "\"asset\":\"USDT\",\"time\":" + h.venue.millis() + ",\"tranId\":9,\"tradeId\":\"\"}]";
        h.venue.sockets.tellAccount(
                "{\"e\":\"ACCOUNT_UPDATE\",\"E\":" + h.venue.millis() + ",\"T\":" + h.venue.millis()
                        + ",\"a\":{\"m\":\"FUNDING_FEE\",\"B\":[{\"a\":\"USDT\",\"wb\":\"999.625\",\"cw\":\"999.625\",\"bc\":\"-0.375\"}],\"P\":[]}}");
        h.seconds(10);
        assertThat(h.log.orders).contains("balance USDT 99962500000", "funding BTCUSDT-9 -37500000");
    }

    @Test
    void fundingThatWasPaidDuringABreakIsToldWhenTheStreamIsBack() {
        SessionHarness h = SessionHarness.trading(false);
        h.network.link("fstream.binance.com").cut().refuse(true);
        h.seconds(5);
        h.venue.income =
                "[{\"symbol\":\"BTCUSDT\",\"incomeType\":\"FUNDING_FEE\",\"income\":\"-0.375\",\"asset\":\"USDT\",\"time\":"
                        + h.venue.millis() + ",\"tranId\":9,\"tradeId\":\"\"}]";
        h.network.link("fstream.binance.com").refuse(false);
        h.seconds(60);
        assertThat(h.log.orders).contains("funding BTCUSDT-9 -37500000");
    }

    @Test
    void theVenueIsToldToCancelIfThisProgramDies() {
        SessionHarness h = SessionHarness.trading(false);
        assertThat(h.venue.count("POST /fapi/v1/countdownCancelAll")).isZero();
        h.session.execution().submit(h.limit("a1", 1_000, 1000));
        h.seconds(1);
        int timer = h.venue.asked.indexOf("POST /fapi/v1/countdownCancelAll BTCUSDT");
        assertThat(timer).isNotNegative().isLessThan(h.venue.asked.indexOf("POST /fapi/v1/order BTCUSDT"));
        h.seconds(120);
        assertThat(h.venue.count("POST /fapi/v1/countdownCancelAll BTCUSDT")).isEqualTo(5);
    }
}
