package io.ttquant.exchanges.transport.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Silence, heartbeats, and replacing a connection before it is cut. */
class StreamWatchTest {
    private static final Duration FIVE = Duration.ofSeconds(5);

    @Test
    void aSilentChannelAmongLivelyOnesIsStaleAndAskedForAgain() {
        Harness h = Harness.of(Harness.settings());
        h.want("lively", FIVE, Handover.MERGE);
        Subscription dropped = h.want("dropped", FIVE, Handover.MERGE);
        h.session.start();
        h.seconds(1);
        h.venue.connections().get(0).remove("dropped");
        publishEachSecond(h, "lively", 8);
        assertThat(h.read()).contains("stale dropped").doesNotContain("stale lively");
        assertThat(h.venue.connections()).containsExactly(Set.of("lively", "dropped"));
        assertThat(dropped.state()).isEqualTo(Subscription.State.STALE);
        h.venue.publish("dropped", "1");
        h.seconds(1);
        assertThat(h.read()).containsSubsequence("live dropped", "dropped=1");
        assertThat(h.network.attempts()).isEqualTo(1);
    }

    @Test
    void aChannelBeyondTheCapThatIsAcknowledgedAndDroppedIsReported() {
        Harness h = Harness.of(Harness.settings());
        h.venue.cap = 2;
        h.want("a", FIVE, Handover.MERGE);
        h.want("b", FIVE, Handover.MERGE);
        Subscription dropped = h.want("c", FIVE, Handover.MERGE);
        h.session.start();
        for (int i = 0; i < 20; i++) {
            h.venue.publish("b", "x");
            h.venue.publish("c", "x");
            publishEachSecond(h, "a", 1);
        }
        assertThat(h.read()).contains("stale c").doesNotContain("stale a", "stale b", "c=x");
        assertThat(dropped.state()).isEqualTo(Subscription.State.STALE);
    }

    @Test
    void anAcknowledgementDoesNotMakeAStaleChannelFresh() {
        Harness h = Harness.of(Harness.settings());
        h.want("lively", FIVE, Handover.MERGE);
        Subscription silent = h.want("silent", FIVE, Handover.MERGE);
        h.session.start();
        publishEachSecond(h, "lively", 100);
        assertThat(silent.state()).isEqualTo(Subscription.State.STALE);
        assertThat(h.read()).containsOnlyOnce("stale silent");
        assertThat(h.network.attempts())
                .as("one quiet channel does not cost the others their connection")
                .isEqualTo(1);
        assertThat(h.venue.receivedStarting("unsub"))
                .as("asked again ever more rarely")
                .isBetween(2L, 5L);
    }

    @Test
    void aHalfOpenSocketIsNoticedByTheSilenceOfAllChannels() {
        Harness h = Harness.of(Harness.settings());
        h.want("a", FIVE, Handover.MERGE);
        h.want("b", FIVE, Handover.MERGE);
        h.session.start();
        h.seconds(1);
        h.read();
        h.link().freeze();
        h.seconds(4);
        assertThat(h.read()).isEmpty();
        h.seconds(3);
        assertThat(h.read())
                .containsExactly(
                        "stale a",
                        "stale b",
                        "lost a",
                        "lost b",
                        "disconnected 1: open but silent on all 2 watched channels");
        h.link().thaw();
        h.seconds(15);
        assertThat(h.read()).contains("live a", "live b");
    }

    @Test
    void pongsAreNoSignOfLifeOfAChannel() {
        Harness h = Harness.of(StreamSettings.of("test", Heartbeat.ping(Duration.ofSeconds(2), Duration.ofSeconds(2))));
        h.want("a", FIVE, Handover.MERGE);
        h.session.start();
        h.seconds(8);
        assertThat(h.venue.receivedStarting("ping")).isGreaterThanOrEqualTo(2);
        assertThat(h.read()).contains("stale a");
    }

    @Test
    void aChannelThatMayBeSilentForeverIsNotWatched() {
        Harness h = Harness.of(Harness.settings());
        Subscription orders = h.want("orders");
        h.session.start();
        h.run(Duration.ofDays(1));
        assertThat(orders.isLive()).isTrue();
        assertThat(h.network.attempts()).isEqualTo(1);
    }

    @Test
    void pingsWhenNothingComesAndGivesUpWithoutAnAnswer() {
        Harness h =
                Harness.of(StreamSettings.of("test", Heartbeat.ping(Duration.ofSeconds(20), Duration.ofSeconds(8))));
        h.want("orders");
        h.session.start();
        h.run(Duration.ofMinutes(1));
        assertThat(h.venue.receivedStarting("ping")).isEqualTo(2);
        h.read();
        h.venue.answersPings = false;
        h.seconds(30);
        assertThat(h.read()).contains("lost orders", "disconnected 1: nothing came in PT8S after a heartbeat");
    }

    @Test
    void noHeartbeatIsSentWhileMessagesCome() {
        Harness h =
                Harness.of(StreamSettings.of("test", Heartbeat.ping(Duration.ofSeconds(20), Duration.ofSeconds(8))));
        h.want("a");
        h.session.start();
        publishEachSecond(h, "a", 100);
        assertThat(h.venue.receivedStarting("ping")).isZero();
    }

    @Test
    void aConnectionIsReplacedBeforeItsAgeWithoutALoss() {
        Harness h = Harness.of(Harness.settings().withReplacement(Duration.ofHours(23), FIVE));
        h.want("trades", Duration.ofSeconds(30), Handover.MERGE);
        h.session.start();
        h.seconds(1);
        h.read();
        for (int minute = 0; minute < 3 * 24 * 60; minute++) {
            publishEachSecond(h, "trades", 1);
            publishEvery(h, "trades", 6);
        }
        assertThat(h.read())
                .noneMatch(line -> line.startsWith("lost") || line.startsWith("stale"))
                .filteredOn(line -> line.startsWith("connected"))
                .hasSize(3);
        assertThat(h.venue.connections()).hasSize(1);
    }

    @Test
    void anAnnouncedCloseLeadsToAnotherConnectionFirst() {
        Harness h = Harness.of(Harness.settings());
        h.want("trades");
        h.session.start();
        h.seconds(1);
        h.read();
        h.venue.announce("closing");
        h.seconds(3);
        assertThat(h.venue.connections()).hasSize(2);
        h.venue.publish("trades", "1");
        h.seconds(10);
        assertThat(h.read())
                .containsExactly("connected 2", "trades=1", "trades=1", "disconnected 1: replaced before it was cut");
        assertThat(h.venue.connections()).hasSize(1);
    }

    @Test
    void aChannelWithSnapshotsSwitchesWithTheFirstMessageOfTheNewConnection() {
        Harness h = Harness.of(Harness.settings());
        h.want("book", Duration.ZERO, Handover.SWITCH);
        h.session.start();
        h.seconds(1);
        h.session.replace();
        h.seconds(2);
        h.read();
        h.venue.announce("data book old-or-new");
        h.seconds(1);
        h.venue.publish("book", "next");
        h.seconds(1);
        assertThat(h.read())
                .as("the old connection is heard until the new one speaks, and not after")
                .hasSize(3);
    }

    @Test
    void aReplacementThatFailsLeavesTheOldConnectionInUseAndIsTriedAgain() {
        Harness h = Harness.of(Harness.settings());
        Subscription trades = h.want("trades");
        h.session.start();
        h.seconds(1);
        h.read();
        h.link().refuse(true);
        h.session.replace();
        h.seconds(10);
        assertThat(trades.isLive()).isTrue();
        assertThat(h.read()).isNotEmpty().allMatch(line -> line.contains("UNREACHABLE"));
        h.link().refuse(false);
        h.seconds(60);
        assertThat(h.read()).last().isEqualTo("disconnected 1: replaced before it was cut");
    }

    @Test
    void aReplacementDuringAnotherBeginsAnewWithTheNewAddress() {
        Harness h = Harness.of(Harness.settings());
        h.want("trades");
        h.session.start();
        h.seconds(1);
        h.session.replace();
        h.run(Duration.ofMillis(1));
        h.session.replace();
        h.seconds(20);
        assertThat(h.read())
                .containsExactly(
                        "connected 1",
                        "live trades",
                        "disconnected 2: begun anew",
                        "connected 3",
                        "disconnected 1: replaced before it was cut");
    }

    @Test
    void whatTheOldConnectionCarriedIsNotLostIfTheNewOneHasIt() {
        Harness h = Harness.of(Harness.settings());
        h.want("trades");
        h.want("book", Duration.ZERO, Handover.SWITCH);
        h.session.start();
        h.seconds(1);
        h.session.replace();
        h.seconds(2);
        h.read();
        h.venue.subscribed.keySet().iterator().next().reset();
        h.seconds(1);
        assertThat(h.read()).startsWith("lost book").noneMatch(line -> line.equals("lost trades"));
        h.venue.publish("book", "snapshot");
        h.seconds(1);
        assertThat(h.read()).containsExactly("live book", "book=snapshot");
    }

    private static void publishEachSecond(Harness h, String channel, int seconds) {
        for (int i = 0; i < seconds; i++) {
            h.venue.publish(channel, "x");
            h.seconds(1);
        }
    }

    /** A message every ten seconds, to save time of tests. */
    private static void publishEvery(Harness h, String channel, int times) {
        for (int i = 0; i < times; i++) {
            h.venue.publish(channel, "x");
            h.seconds(i == 0 ? 9 : 10);
        }
    }
}
