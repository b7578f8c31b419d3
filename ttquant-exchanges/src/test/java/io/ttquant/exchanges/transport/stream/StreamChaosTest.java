package io.ttquant.exchanges.transport.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.core.engine.SeededRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever happened: once it stops, what the venue has is what is wanted, and the owner was told the truth. */
class StreamChaosTest {
    /** More with {@code -Dttquant.seeds=N}, one alone with {@code -Dttquant.seed=N}. */
    private static final long SEEDS = Long.getLong("ttquant.seeds", 60);

    private static final long ONLY = Long.getLong("ttquant.seed", 0);

    @Test
    void afterAllFaultsWhatIsSubscribedIsWhatIsWanted() {
        for (long seed = ONLY > 0 ? ONLY : 1; seed <= (ONLY > 0 ? ONLY : SEEDS); seed++) {
            new Run(seed).go();
        }
    }

    private static final class Run {
        private final long seed;
        private final SeededRandom random;
        private final Harness h;
        private final List<Subscription> wanted = new ArrayList<>();
        private int made;

        Run(long seed) {
            this.seed = seed;
            this.random = new SeededRandom(seed);
            this.h = new Harness(
                    StreamSettings.of("test", Heartbeat.ping(Duration.ofSeconds(15), Duration.ofSeconds(5)))
                            .withChannels(4, 3)
                            .withPaces(Pace.ofMessages(10, Duration.ofSeconds(1)))
                            .withReplacement(Duration.ofMinutes(10), Duration.ofSeconds(5)),
                    seed);
            h.logsIn = true;
        }

        void go() {
            h.link().latency(Duration.ofMillis(1), Duration.ofMillis(300));
            h.session.start();
            for (int step = 0; step < 60; step++) {
                disturb();
                pass(random.nextInt(20));
            }
            h.link()
                    .resets(0)
                    .messageLoss(0)
                    .messageDuplication(0)
                    .refuse(false)
                    .thaw();
            h.venue.acknowledges = true;
            h.venue.answersPings = true;
            h.venue.loginAnswer = "ok";
            pass(240);
            check();
        }

        private void disturb() {
            switch (random.nextInt(13)) {
                case 0 -> h.link().resets(random.nextDouble() * 0.2);
                case 1 -> h.link().messageLoss(random.nextDouble() * 0.3);
                case 2 -> h.link().messageDuplication(random.nextDouble() * 0.3);
                case 3 -> h.link().freeze();
                case 4 -> h.link().thaw();
                case 5 -> h.link().refuse(random.nextBoolean());
                case 6 -> h.link().cut();
                case 7 -> h.venue.acknowledges = random.nextBoolean();
                case 8 -> h.venue.answersPings = random.nextBoolean();
                case 9 -> h.venue.announce("closing");
                case 10 -> h.venue.loginAnswer = random.nextBoolean() ? "ok" : "not-now";
                case 11 -> h.session.replace();
                default -> h.venue.connections().forEach(Set::clear);
            }
            if (random.nextInt(3) > 0) {
                wanted.add(h.want("c" + made++, Duration.ofSeconds(20), Handover.values()[random.nextInt(2)]));
            } else if (!wanted.isEmpty()) {
                h.session.unsubscribe(wanted.remove(random.nextInt(wanted.size())));
            }
        }

        private void pass(int seconds) {
            for (int i = 0; i < seconds; i++) {
                wanted.forEach(channel -> h.venue.publish(channel.channel(), "x"));
                h.seconds(1);
            }
        }

        private void check() {
            Set<String> names = new HashSet<>();
            wanted.forEach(channel -> names.add(channel.channel()));
            assertThat(wanted).as("seed %s, %s", seed, h.diary).allMatch(Subscription::isLive);
            assertThat(h.session.isComplete()).as("seed %s", seed).isTrue();
            Set<String> subscribed = new HashSet<>();
            h.venue.connections().forEach(subscribed::addAll);
            assertThat(subscribed).as("seed %s: at the venue", seed).containsAll(names);
            assertThat(told())
                    .as("seed %s: live by what the owner was told", seed)
                    .isEqualTo(names);
            h.session.close();
            h.seconds(10);
            assertThat(h.network.openSockets())
                    .as("seed %s: sockets left", seed)
                    .isZero();
            assertThat(h.time.pending()).as("seed %s: timers left", seed).isZero();
        }

        /** The channels that are live to somebody who only listened, counting no message of one that was not. */
        private Set<String> told() {
            Set<String> live = new HashSet<>();
            for (String line : h.diary) {
                if (line.startsWith("live ")) {
                    assertThat(live.add(line.substring(5)))
                            .as("seed %s: %s twice", seed, line)
                            .isTrue();
                } else if (line.startsWith("lost ")) {
                    live.remove(line.substring(5));
                } else if (line.startsWith("stale ")) {
                    live.remove(line.substring(6));
                } else if (line.contains("=")) {
                    assertThat(live).as("seed %s: %s", seed, line).contains(line.substring(0, line.indexOf('=')));
                }
            }
            live.retainAll(wanted.stream().map(Subscription::channel).toList());
            return live;
        }
    }
}
