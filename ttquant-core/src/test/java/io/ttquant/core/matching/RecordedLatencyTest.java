package io.ttquant.core.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Rows recorded with orders of one's own, by hand. */
class RecordedLatencyTest {
    /*
     * request  exchange  response   entry  acknowledgement
     *    1000      1010      1040      10               30
     *    2000      2050      2060      50               10
     *    3000         0      3400    none    told after 400
     *    4000      4020      4030      20               10
     */
    private static final LatencyModel MODEL = LatencyModel.recorded(
            new long[] {1000, 2000, 3000, 4000}, new long[] {1010, 2050, 0, 4020}, new long[] {1040, 2060, 3400, 4030});

    private static long entry(long now) {
        return MODEL.entryNanos(now, 0, 0);
    }

    private static long acknowledgement(long now) {
        return MODEL.acknowledgementNanos(now, 0, 0);
    }

    @Test
    void aTimeOfARowHasItsLatency() {
        assertThat(entry(1000)).isEqualTo(10);
        assertThat(entry(2000)).isEqualTo(50);
        assertThat(acknowledgement(1010)).isEqualTo(30);
        assertThat(acknowledgement(2050)).isEqualTo(10);
    }

    /* A quarter of the way from 10 to 50 is 20; half of the way from 30 to 10 is 20, at (1010 + 2050) / 2 = 1530. */
    @Test
    void aTimeInBetweenIsLinear() {
        assertThat(entry(1250)).isEqualTo(20);
        assertThat(entry(1999)).isEqualTo(50);
        assertThat(acknowledgement(1530)).isEqualTo(20);
    }

    @Test
    void aTimeOutsideIsAsTheNearestRow() {
        assertThat(entry(1)).isEqualTo(10);
        assertThat(entry(9999)).isEqualTo(20);
        assertThat(acknowledgement(1)).isEqualTo(30);
        assertThat(acknowledgement(9999)).isEqualTo(10);
    }

    /* Half way between two rows the earlier is the nearest. */
    @Test
    void whatIsSentNearestToARowThatFailedFailsAndWeAreToldAfterItsDelay() {
        assertThat(entry(2500)).isEqualTo(50);
        assertThat(entry(2501)).isEqualTo(-400);
        assertThat(entry(3000)).isEqualTo(-400);
        assertThat(entry(3500)).isEqualTo(-400);
        assertThat(entry(3501)).isEqualTo(20);
    }

    /* Reports are sent by the exchange, so they go from the row of 2050 to that of 4020: half way at 3035. */
    @Test
    void reportsDoNotKnowRowsThatFailed() {
        assertThat(acknowledgement(3035)).isEqualTo(10);
    }

    @Test
    void aFailureThatIsKnownAtOnceIsStillOne() {
        LatencyModel model = LatencyModel.recorded(new long[] {10, 90}, new long[] {-1, 95}, new long[] {10, 99});
        assertThat(model.entryNanos(10, 0, 0)).isEqualTo(-1);
    }

    /* On two connections the second may arrive first: by arrival the rows are 2010 (back 5) and 2030 (back 20). */
    @Test
    void ordersThatOvertookEachOtherAreTakenInTheOrderOfTheirArrival() {
        LatencyModel model =
                LatencyModel.recorded(new long[] {2000, 2001}, new long[] {2030, 2010}, new long[] {2050, 2015});
        assertThat(model.acknowledgementNanos(2010, 0, 0)).isEqualTo(5);
        assertThat(model.acknowledgementNanos(2030, 0, 0)).isEqualTo(20);
        assertThat(model.entryNanos(2001, 0, 0)).isEqualTo(9);
    }

    @Test
    void severalRowsOfOneInstantCountAsTheLast() {
        LatencyModel model = LatencyModel.recorded(
                new long[] {1000, 1000, 2000}, new long[] {1010, 1030, 2010}, new long[] {1011, 1031, 2011});
        assertThat(model.entryNanos(1000, 0, 0)).isEqualTo(30);
        assertThat(model.entryNanos(1500, 0, 0)).isEqualTo(20);
    }

    @Test
    void realTimesDoNotOverflow() {
        long base = 1_700_000_000_000_000_000L;
        long day = Duration.ofDays(1).toNanos();
        LatencyModel model = LatencyModel.recorded(
                new long[] {base, base + 365 * day},
                new long[] {base + day, base + 365 * day},
                new long[] {base + day, base + 365 * day});
        assertThat(model.entryNanos(base + 73 * day, 0, 0)).isEqualTo(day / 5 * 4);
    }

    @Test
    void saysWhatItIs() {
        assertThat(MODEL.describe())
                .isEqualTo(
                        "recorded with 4 orders, linear in between; 1 of them failed on their way, as ours near them do");
    }

    @Test
    void rowsThatCannotBeAreRefused() {
        assertThatThrownBy(() -> LatencyModel.recorded(new long[] {1}, new long[] {}, new long[] {2}))
                .hasMessage(
                        "recorded latency has 1 request times, 0 exchange times and 1 response times; give as many of each");
        assertThatThrownBy(() -> LatencyModel.recorded(new long[0], new long[0], new long[0]))
                .hasMessage(
                        "recorded latency has no order that reached the exchange among 0 rows; record at least one");
        assertThatThrownBy(() -> LatencyModel.recorded(new long[] {1}, new long[] {0}, new long[] {2}))
                .hasMessage(
                        "recorded latency has no order that reached the exchange among 1 rows; record at least one");
        assertThatThrownBy(() -> LatencyModel.recorded(new long[] {5, 4}, new long[] {6, 6}, new long[] {7, 7}))
                .hasMessage(
                        "recorded latency, row 2: request time 4 is before that of the row above, 5; sort the rows by it");
        assertThatThrownBy(() -> LatencyModel.recorded(new long[] {5}, new long[] {4}, new long[] {7}))
                .hasMessage(
                        "recorded latency, row 1: exchange time 4 is before the request at 5; take the difference of the two clocks out of the recording first");
        assertThatThrownBy(() -> LatencyModel.recorded(new long[] {5}, new long[] {6}, new long[] {5}))
                .hasMessage(
                        "recorded latency, row 1: response time 5 is before the exchange had it at 6; take the difference of the two clocks out of the recording first");
        assertThatThrownBy(() -> LatencyModel.recorded(new long[] {5, 9}, new long[] {6, 0}, new long[] {7, 8}))
                .hasMessage(
                        "recorded latency, row 2: response time 8 is before the request at 9; take the difference of the two clocks out of the recording first");
        assertThatThrownBy(() -> LatencyModel.recorded(new long[] {0}, new long[] {6}, new long[] {7}))
                .hasMessage("recorded latency, row 1: request time 0 must be above zero, in epoch nanoseconds");
    }
}
