package io.ttquant.exchanges.transport.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connecting, logging in, subscribing, and what is reported of it. */
class StreamSessionTest {
    private static final Duration NO_LIMIT = Duration.ZERO;

    @Test
    void connectsLogsInSubscribesAndPassesMessagesOn() {
        Harness h = Harness.of(Harness.settings());
        h.logsIn = true;
        Subscription trades = h.want("trades");
        h.session.start();
        assertThat(h.session.isComplete()).isFalse();
        h.seconds(1);
        h.venue.publish("trades", "1");
        h.seconds(1);
        assertThat(h.read()).containsExactly("connected 1", "live trades", "trades=1");
        assertThat(trades.isLive()).isTrue();
        assertThat(h.session.isComplete()).isTrue();
    }

    @Test
    void subscribesOnlyAfterTheLoginIsConfirmed() {
        Harness h = Harness.of(Harness.settings());
        h.logsIn = true;
        h.venue.loginAnswer = "pending";
        h.want("orders");
        h.session.start();
        h.seconds(5);
        assertThat(h.venue.received).noneMatch(text -> text.startsWith("sub"));
    }

    @Test
    void signsTheLoginAtTheMomentItIsSent() {
        Harness h = Harness.of(Harness.settings());
        h.logsIn = true;
        h.link().refuse(true);
        h.session.start();
        h.run(Duration.ofMinutes(10));
        h.link().refuse(false);
        h.seconds(31);
        long signed = Long.parseLong(h.venue.received.get(0).substring(6));
        assertThat(signed).isGreaterThan(Harness.START + Duration.ofMinutes(10).toNanos());
        assertThat(h.read()).contains("connected " + h.network.attempts());
    }

    @Test
    void aLoginThatIsRefusedForGoodHaltsTheSession() {
        Harness h = Harness.of(Harness.settings());
        h.logsIn = true;
        h.venue.loginAnswer = "wrong-key";
        h.session.start();
        h.run(Duration.ofMinutes(10));
        assertThat(h.read()).containsExactly("halted: login refused: wrong-key");
        assertThat(h.network.attempts()).isEqualTo(1);
        assertThatThrownBy(() -> h.want("trades"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void aLoginThatIsRefusedForNowIsTriedAgain() {
        Harness h = Harness.of(Harness.settings());
        h.logsIn = true;
        h.venue.loginAnswer = "timestamp-expired";
        h.session.start();
        h.seconds(2);
        h.venue.loginAnswer = "ok";
        h.seconds(40);
        assertThat(h.read())
                .contains("disconnected 1: login refused: timestamp-expired")
                .last()
                .asString()
                .startsWith("connected");
    }

    @Test
    void aLostConnectionIsReportedAndEverythingIsSubscribedAgain() {
        Harness h = Harness.of(Harness.settings());
        Subscription book = h.want("book", NO_LIMIT, Handover.SWITCH);
        h.want("trades");
        h.session.start();
        h.seconds(1);
        h.read();
        h.link().cut();
        h.run(Duration.ofMillis(1));
        assertThat(book.state()).isEqualTo(Subscription.State.PENDING);
        assertThat(h.read())
                .startsWith("lost book", "lost trades")
                .last()
                .asString()
                .startsWith("disconnected 1: BROKEN")
                .doesNotContain("s3cret");
        h.seconds(1);
        assertThat(h.read()).containsExactly("connected 2", "live book", "live trades");
        assertThat(h.venue.connections()).containsExactly(Set.of("book", "trades"));
    }

    @Test
    void anOrderlyCloseOfTheVenueIsALossToo() {
        Harness h = Harness.of(Harness.settings());
        h.want("trades");
        h.session.start();
        h.seconds(1);
        h.read();
        h.venue.close(1001);
        h.seconds(1);
        assertThat(h.read())
                .containsExactly(
                        "lost trades", "disconnected 1: closed with 1001 by the venue", "connected 2", "live trades");
    }

    @Test
    void aMissingAcknowledgementIsAskedForAgainAndThenCostsTheConnection() {
        Harness h = Harness.of(Harness.settings());
        h.want("trades");
        h.venue.acknowledges = false;
        h.session.start();
        h.seconds(12);
        assertThat(h.venue.receivedStarting("sub")).isEqualTo(3);
        assertThat(h.read()).containsExactly("connected 1");
        h.venue.acknowledges = true;
        h.seconds(5);
        assertThat(h.read())
                .containsExactly(
                        "disconnected 1: trades was asked for 3 times and not acknowledged",
                        "connected 2",
                        "live trades");
    }

    @Test
    void dataBeforeTheAcknowledgementIsOne() {
        Harness h = Harness.of(Harness.settings());
        h.want("trades");
        h.venue.acknowledges = false;
        h.session.start();
        h.seconds(1);
        h.venue.publish("trades", "1");
        h.seconds(60);
        assertThat(h.read()).containsExactly("connected 1", "live trades", "trades=1");
    }

    @Test
    void aRefusedRequestIsTakenApartToFindTheCulprit() {
        Harness h = Harness.of(Harness.settings());
        h.want("a");
        Subscription bad = h.want("bad");
        h.want("c");
        h.venue.refused.add("bad");
        h.session.start();
        h.seconds(2);
        assertThat(h.read())
                .containsExactlyInAnyOrder("connected 1", "live a", "refused bad: unknown-channel", "live c");
        assertThat(bad.state()).isEqualTo(Subscription.State.REFUSED);
        assertThat(h.session.isComplete()).isTrue();
        h.link().cut();
        h.seconds(2);
        assertThat(h.venue.received.stream().filter(text -> text.contains("bad")))
                .hasSize(2);
    }

    @Test
    void moreChannelsThanAConnectionMayHaveGetMoreConnectionsOneAfterTheOther() {
        Harness h = Harness.of(Harness.settings().withChannels(3, 2));
        for (int i = 0; i < 10; i++) {
            h.want("c" + i);
        }
        h.session.start();
        h.run(Duration.ofMillis(100));
        assertThat(h.network.attempts()).isEqualTo(1);
        h.seconds(2);
        assertThat(h.session.lanes()).isEqualTo(4);
        assertThat(h.venue.connections()).extracting(Set::size).containsExactly(3, 3, 3, 1);
        assertThat(h.session.isComplete()).isTrue();
    }

    @Test
    void aChannelThatIsNotWantedAnyMoreIsSilentAtOnceAndUnsubscribed() {
        Harness h = Harness.of(Harness.settings().withChannels(1, 1));
        h.want("a");
        Subscription b = h.want("b");
        h.session.start();
        h.seconds(2);
        h.read();
        h.venue.publish("b", "1");
        h.session.unsubscribe(b);
        h.seconds(1);
        assertThat(h.read()).isEmpty();
        assertThat(h.venue.connections()).containsExactly(Set.of("a"));
        assertThat(h.session.lanes()).isEqualTo(1);
    }

    @Test
    void messagesKeepToThePaces() {
        Harness h = Harness.of(
                Harness.settings().withChannels(100, 1).withPaces(Pace.ofMessages(5, Duration.ofSeconds(1))));
        for (int i = 0; i < 20; i++) {
            h.want("c" + i);
        }
        h.session.start();
        h.run(Duration.ofMillis(900));
        assertThat(h.venue.receivedStarting("sub")).isEqualTo(5);
        h.seconds(4);
        assertThat(h.venue.receivedStarting("sub")).isEqualTo(20);
        assertThat(h.session.isComplete()).isTrue();
    }

    private static Harness quietForAnHour(Pace pace) {
        Heartbeat ping = Heartbeat.ping(Duration.ofSeconds(15), Duration.ofSeconds(10));
        Harness h =
                Harness.of(StreamSettings.of("test", ping).withChannels(100, 1).withPaces(pace));
        h.want("a");
        h.session.start();
        h.run(Duration.ofHours(1));
        assertThat(h.venue.receivedStarting("ping")).isGreaterThan(200);
        h.venue.received.clear();
        for (int i = 0; i < 99; i++) {
            h.want("c" + i);
        }
        return h.seconds(5);
    }

    @Test
    void heartbeatsDoNotCountWhereTheVenueCountsRequests() {
        Harness h = quietForAnHour(Pace.ofRequests(80, Duration.ofHours(1)));
        assertThat(h.venue.receivedStarting("sub")).as("of 80").isBetween(79L, 80L);
    }

    @Test
    void heartbeatsCountWhereTheVenueCountsMessages() {
        Harness h = quietForAnHour(Pace.ofMessages(80, Duration.ofHours(1)));
        assertThat(h.venue.receivedStarting("sub")).isZero();
    }

    @Test
    void textsOfTheOwnerGoAheadOfWhatWaits() {
        Harness h = Harness.of(
                Harness.settings().withChannels(100, 1).withPaces(Pace.ofMessages(2, Duration.ofSeconds(1))));
        assertThat(h.session.send("order")).isFalse();
        for (int i = 0; i < 5; i++) {
            h.want("c" + i);
        }
        h.session.start();
        h.run(Duration.ofMillis(500));
        assertThat(h.session.send("order")).isTrue();
        h.run(Duration.ofMillis(10));
        assertThat(h.venue.received).containsExactly("sub 1 c0", "sub 2 c1", "order");
    }

    @Test
    void attemptsDuringALongOutageAreSpreadOutAndDoNotStop() {
        Harness h = Harness.of(Harness.settings());
        h.link().refuse(true);
        h.session.start();
        h.run(Duration.ofHours(1));
        assertThat(h.network.attempts()).isBetween(200, 300);
        for (int i = 1; i < h.disconnects.size(); i++) {
            assertThat(h.disconnects.get(i) - h.disconnects.get(i - 1)).isBetween(100_000_000L, 30_400_000_000L);
        }
    }

    @Test
    void aVenueThatSaysTooManyGetsTheLongestWait() {
        Harness h = Harness.of(Harness.settings());
        h.venue.status = 429;
        h.session.start();
        h.seconds(29);
        assertThat(h.network.attempts()).isEqualTo(1);
        assertThat(h.read())
                .containsExactly("disconnected 1: REFUSED wss://ws.test/ws: status 429 instead of a WebSocket");
        h.venue.status = 101;
        h.seconds(32);
        assertThat(h.read()).containsExactly("connected 2");
    }

    @ParameterizedTest
    @ValueSource(ints = {418, 429, 503})
    void aVenueThatSaysWhenToComeAgainIsNotAskedBefore(int status) {
        Harness h = Harness.of(Harness.settings().withChannels(1, 1));
        for (int i = 0; i < 3; i++) {
            h.want("c" + i);
        }
        h.venue.status = status;
        h.venue.retryAfter = "180";
        h.session.start();
        h.seconds(180);
        assertThat(h.network.attempts()).isEqualTo(1);
        h.venue.status = 101;
        h.seconds(10);
        assertThat(h.session.isComplete()).isTrue();
    }

    @Test
    void aTimeToComeAgainThatIsNonsenseIsNone() {
        Harness h = Harness.of(Harness.settings());
        h.venue.status = 429;
        h.venue.retryAfter = "soon";
        h.session.start();
        h.seconds(29);
        assertThat(h.network.attempts()).isEqualTo(1);
        h.venue.status = 101;
        h.seconds(32);
        assertThat(h.session.isComplete()).isTrue();
    }

    @Test
    void aVenueThatSaysTooManyIsLeftAloneByAllWhoShareTheGate() {
        Harness h = Harness.of(Harness.settings().withChannels(1, 1));
        for (int i = 0; i < 5; i++) {
            h.want("c" + i);
        }
        h.venue.status = 418;
        h.session.start();
        h.seconds(29);
        assertThat(h.session.lanes()).isEqualTo(5);
        assertThat(h.network.attempts()).isEqualTo(1);
        h.venue.status = 101;
        h.seconds(35);
        assertThat(h.session.isComplete()).isTrue();
    }

    @Test
    void waitsStartOverAfterAConnectionThatLasted() {
        Harness h = Harness.of(Harness.settings());
        h.link().refuse(true);
        h.session.start();
        h.run(Duration.ofMinutes(10));
        h.link().refuse(false);
        h.seconds(62);
        assertThat(h.session.isComplete()).isTrue();
        h.link().cut();
        h.run(Duration.ofMillis(600));
        assertThat(h.session.isComplete()).isTrue();
    }

    @Test
    void aHostThatHangsIsGivenUpAfterTheTimeToOpen() {
        Harness h = Harness.of(Harness.settings());
        h.link().freeze();
        h.session.start();
        h.seconds(11);
        assertThat(h.read()).containsExactly("disconnected 1: not open and logged in after PT10S");
    }

    @Test
    void afterItsEndNothingIsHeardOrLeft() {
        Harness h = Harness.of(Harness.settings());
        h.want("a");
        h.session.start();
        h.seconds(1);
        h.read();
        h.session.close();
        h.session.close();
        h.seconds(60);
        assertThat(h.read()).isEmpty();
        assertThat(h.network.openSockets()).isZero();
        assertThat(h.time.pending()).isZero();
    }

    @Test
    void equalSeedsGiveEqualDiaries() {
        assertThat(diary(7)).isEqualTo(diary(7)).isNotEqualTo(diary(8));
    }

    private static List<String> diary(long seed) {
        Harness h = new Harness(Harness.settings(), seed);
        h.link().resets(0.3).latency(Duration.ofMillis(1), Duration.ofMillis(50));
        h.want("a");
        h.session.start();
        for (int i = 0; i < 100; i++) {
            h.venue.publish("a", h.time.nanos() + "");
            h.seconds(1);
        }
        return h.read();
    }
}
