package io.ttquant.exchanges.transport.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.core.engine.SeededRandom;
import io.ttquant.exchanges.transport.HttpRequest;
import io.ttquant.exchanges.transport.HttpResponse;
import io.ttquant.exchanges.transport.simulated.SimulatedNetwork;
import io.ttquant.exchanges.transport.simulated.SimulatedTime;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The offset of a venue's clock, and how it is read. */
class ClockOffsetTest {
    private static final long NOW = 1_700_000_000_000_000_000L;
    private static final long MS = 1_000_000L;
    private static final Duration STEP = Duration.ofMillis(1);

    private final ClockOffset offset = new ClockOffset(ClockLimits.DEFAULTS);

    @Test
    void theMiddleOfTheRoundTripCountsAndHalfOfItIsTheError() {
        offset.add(NOW, NOW + 130 * MS, Duration.ZERO, NOW + 60 * MS);
        assertThat(offset.offset(NOW + 60 * MS)).isEqualTo(Duration.ofMillis(100));
        assertThat(offset.error(NOW + 60 * MS)).isBetween(Duration.ofMillis(30), Duration.ofMillis(31));
        assertThat(offset.toVenueNanos(NOW)).isEqualTo(NOW + 100 * MS);
    }

    @Test
    void aSlowRoundTripMovesNothing() {
        offset.add(NOW, NOW + 5 * MS, STEP, NOW + 10 * MS);
        Duration before = offset.offset(NOW + 3000 * MS);
        offset.add(NOW, NOW + 2900 * MS, STEP, NOW + 3000 * MS);
        assertThat(offset.offset(NOW + 3000 * MS)).isEqualTo(before);
    }

    @Test
    void anOldRoundTripLosesItsWorth() {
        offset.add(NOW, NOW + 5 * MS, STEP, NOW + 10 * MS);
        long later = NOW + Duration.ofHours(10).toNanos();
        assertThat(offset.error(later)).isGreaterThan(Duration.ofSeconds(3));
        offset.add(later, later + 1100 * MS, STEP, later + 200 * MS);
        assertThat(offset.offset(later + 200 * MS)).isBetween(Duration.ofMillis(999), Duration.ofMillis(1001));
    }

    @Test
    void theTruthIsWithinTheErrorForAnyDelays() {
        for (long seed = 0; seed < 500; seed++) {
            SeededRandom random = new SeededRandom(seed);
            ClockOffset measured = new ClockOffset(ClockLimits.DEFAULTS);
            long truth = random.nextLong(-4_000_000_000L, 4_000_000_000L);
            long now = NOW;
            for (int i = 0; i < 30; i++) {
                long sent = now;
                now += random.nextLong(400 * MS);
                long read = Math.floorDiv(now + truth, MS) * MS;
                now += random.nextLong(400 * MS);
                measured.add(sent, read, STEP, now);
                assertThat(Math.abs(measured.offset(now).toNanos() - truth))
                        .as("seed %s, round trip %s", seed, i)
                        .isLessThanOrEqualTo(measured.error(now).toNanos());
                now += random.nextLong(10_000 * MS);
            }
        }
    }

    @Test
    void aClockThatIsTooFarOffOrTooUncertainIsObjectedTo() {
        assertThat(offset.objection(NOW)).contains("never read");
        assertThatThrownBy(() -> offset.toVenueNanos(NOW)).isInstanceOf(IllegalStateException.class);
        offset.add(NOW, NOW + 6000 * MS, STEP, NOW + 10 * MS);
        assertThat(offset.objection(NOW)).contains("PT5.9955S", "allowed is PT5S", "NTP");
        offset.forget();
        offset.add(NOW, NOW - 6000 * MS, STEP, NOW + 10 * MS);
        assertThat(offset.objection(NOW)).contains("PT-6.0045S");
        offset.forget();
        offset.add(NOW, NOW, STEP, NOW + 1500 * MS);
        assertThat(offset.objection(NOW)).contains("needed is PT0.5S");
        offset.add(NOW, NOW, STEP, NOW + 10 * MS);
        assertThat(offset.objection(NOW)).isNull();
    }

    @Test
    void anAnswerBeforeItsQuestionIsRefused() {
        assertThatThrownBy(() -> offset.add(NOW, NOW, STEP, NOW - 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("monotone");
    }

    @Test
    void theReaderAsksAFewTimesThenPeriodicallyAndAgainWhenTold() {
        SimulatedTime time = new SimulatedTime(NOW);
        SimulatedNetwork network = new SimulatedNetwork(time, 1);
        network.link("api.test").latency(Duration.ofMillis(5), Duration.ofMillis(50));
        long[] ahead = {700 * MS};
        int[] asked = {0};
        network.serve("api.test", request -> {
            asked[0]++;
            return HttpResponse.of(200, String.format(Locale.ROOT, "%d", (time.nanos() + ahead[0]) / MS));
        });
        int[] read = {0};
        ClockReader reader =
                new ClockReader(new PlainTime(), offset, network, time, Duration.ofMinutes(10), () -> read[0]++);
        reader.start();
        reader.readAgain();
        time.run(Duration.ofSeconds(5));
        assertThat(asked[0]).isEqualTo(5);
        assertThat(read[0]).isEqualTo(1);
        assertThat(offset.offset(time.nanos())).isBetween(Duration.ofMillis(670), Duration.ofMillis(730));
        ahead[0] = -300 * MS;
        reader.readAgain();
        time.run(Duration.ofSeconds(5));
        assertThat(offset.offset(time.nanos())).isBetween(Duration.ofMillis(-330), Duration.ofMillis(-270));
        time.run(Duration.ofMinutes(30));
        assertThat(asked[0]).isEqualTo(25);
        reader.close();
        assertThat(time.pending()).isZero();
    }

    @Test
    void aRefusedTimeIsNotForgottenBeforeThereIsABetterOne() {
        SimulatedTime time = new SimulatedTime(NOW);
        SimulatedNetwork network = new SimulatedNetwork(time, 1);
        network.serve("api.test", request -> HttpResponse.of(200, Long.toString(time.nanos() / MS + 700)));
        ClockReader reader = new ClockReader(new PlainTime(), offset, network, time, Duration.ofMinutes(10), () -> {});
        reader.start();
        time.run(Duration.ofSeconds(5));
        network.link("api.test").refuse(true);
        reader.readAgain();
        time.run(Duration.ofMinutes(1));
        assertThat(offset.toVenueNanos(time.nanos()) - time.nanos()).isBetween(690 * MS, 710 * MS);
        network.serve("api.test", request -> HttpResponse.of(200, Long.toString(time.nanos() / MS - 300)));
        network.link("api.test").refuse(false);
        reader.readAgain();
        time.run(Duration.ofMillis(100));
        assertThat(offset.toVenueNanos(time.nanos()) - time.nanos()).isBetween(-310 * MS, -290 * MS);
    }

    @Test
    void aTimeThatIsRefusedDuringAReadingIsDoubtedToo() {
        SimulatedTime time = new SimulatedTime(NOW);
        SimulatedNetwork network = new SimulatedNetwork(time, 1);
        long[] ahead = {700};
        network.serve("api.test", request -> HttpResponse.of(200, Long.toString(time.nanos() / MS + ahead[0])));
        ClockReader reader = new ClockReader(new PlainTime(), offset, network, time, Duration.ofMinutes(10), () -> {});
        reader.start();
        time.run(Duration.ofMillis(300));
        ahead[0] = -300;
        network.link("api.test").latency(Duration.ofMillis(50), Duration.ofMillis(50));
        reader.readAgain();
        time.run(Duration.ofSeconds(5));
        assertThat(offset.toVenueNanos(time.nanos()) - time.nanos()).isBetween(-310 * MS, -290 * MS);
    }

    @Test
    void anAnswerThatTheAdapterStumblesOverIsNotTheLastThatIsAskedFor() {
        SimulatedTime time = new SimulatedTime(NOW);
        SimulatedNetwork network = new SimulatedNetwork(time, 1);
        String[] answer = {"soon"};
        network.serve("api.test", request -> HttpResponse.of(200, answer[0]));
        new ClockReader(new PlainTime(), offset, network, time, Duration.ofMinutes(1), () -> {}).start();
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> time.run(Duration.ofSeconds(5))).isInstanceOf(NumberFormatException.class);
        }
        answer[0] = Long.toString(NOW / MS);
        time.run(Duration.ofMinutes(2));
        assertThat(offset.isKnown()).isTrue();
    }

    @Test
    void failuresAndNonsenseLeaveTheOffsetUnknown() {
        SimulatedTime time = new SimulatedTime(NOW);
        SimulatedNetwork network = new SimulatedNetwork(time, 1);
        network.serve("api.test", request -> HttpResponse.of(200, "<html>"));
        int[] read = {0};
        new ClockReader(new PlainTime(), offset, network, time, Duration.ofMinutes(1), () -> read[0]++).start();
        time.run(Duration.ofSeconds(10));
        network.link("api.test").refuse(true);
        time.run(Duration.ofMinutes(2));
        assertThat(offset.isKnown()).isFalse();
        assertThat(read[0]).isZero();
    }

    private static final class PlainTime implements ServerTime {
        @Override
        public HttpRequest request() {
            return HttpRequest.of("GET", URI.create("https://api.test/time"));
        }

        @Override
        public long nanos(HttpResponse response) {
            return response.text().startsWith("<") ? -1 : Long.parseLong(response.text()) * MS;
        }
    }
}
