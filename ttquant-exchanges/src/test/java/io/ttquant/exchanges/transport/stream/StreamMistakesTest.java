package io.ttquant.exchanges.transport.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Mistakes of adapters and oddities of venues after which no channel may stay deaf. */
class StreamMistakesTest {
    private static final Duration LONG = Duration.ofMinutes(2);

    @Test
    void anAddressThatCannotBeHadIsAskedForAgainAndBlocksNobody() {
        Harness h = Harness.of(Harness.settings());
        h.want("trades");
        h.mistakes.add("address");
        h.session.start();
        assertThat(h.runThroughMistakes(LONG)).isGreaterThan(1);
        assertThat(h.read()).contains("disconnected 1: its address or opening failed by IllegalStateException");
        h.mistakes.clear();
        h.seconds(31);
        assertThat(h.session.isComplete()).isTrue();
        assertThat(h.read()).endsWith("live trades");
    }

    @Test
    void aRequestThatCannotBeWrittenCostsTheConnectionAndNotTheChannelsAfterIt() {
        Harness h = Harness.of(Harness.settings().withChannels(10, 1));
        h.want("a");
        h.want("b");
        h.mistakes.add("subscribe");
        h.session.start();
        assertThat(h.runThroughMistakes(LONG)).isGreaterThan(1);
        h.mistakes.clear();
        h.seconds(31);
        assertThat(h.session.isComplete()).isTrue();
        assertThat(h.venue.connections()).containsExactly(Set.of("a", "b"));
    }

    @Test
    void anOwnerThatThrowsIsToldOfAllChannelsAllTheSame() {
        Harness h = Harness.of(Harness.settings());
        h.want("a");
        h.want("b");
        h.mistakes.addAll(Set.of("connected", "lost"));
        h.session.start();
        assertThat(h.runThroughMistakes(Duration.ofSeconds(1))).isEqualTo(1);
        assertThat(h.read()).containsExactly("connected 1", "live a", "live b");
        h.link().cut();
        assertThat(h.runThroughMistakes(Duration.ofSeconds(2))).isEqualTo(3);
        assertThat(h.read()).startsWith("lost a", "lost b").endsWith("connected 2", "live a", "live b");
    }

    @Test
    void aReplacementIsNotHeldUpByAChannelThatIsNotWantedAnyMore() {
        Harness h = Harness.of(Harness.settings());
        h.want("a");
        Subscription b = h.want("b");
        h.session.start();
        h.seconds(1);
        h.venue.acknowledges = false;
        h.session.replace();
        h.seconds(1);
        h.venue.publish("a", "1");
        h.seconds(1);
        h.session.unsubscribe(b);
        h.seconds(7);
        assertThat(h.read()).endsWith("disconnected 1: replaced before it was cut");
        assertThat(h.venue.connections()).containsExactly(Set.of("a"));
    }

    @Test
    void aChannelThatRunsIsNotGivenUpForARefusedSecondRequest() {
        Harness h = Harness.of(Harness.settings());
        Subscription trades = h.want("trades");
        h.venue.acknowledges = false;
        h.session.start();
        h.seconds(1);
        h.venue.publish("trades", "1");
        h.seconds(1);
        h.venue.announce("refused 1 already-subscribed");
        h.seconds(1);
        assertThat(trades.isLive()).isTrue();
        assertThat(h.read()).containsExactly("connected 1", "live trades", "trades=1");
    }
}
