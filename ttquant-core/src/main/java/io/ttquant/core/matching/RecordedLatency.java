package io.ttquant.core.matching;

import io.ttquant.api.money.FixedPoint;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Latency as recorded with orders of one's own. */
final class RecordedLatency implements LatencyModel {
    private final long[] request;
    /** Negative if the order failed: minus the delay until we were told. */
    private final long[] entry;

    private final long[] exchange;
    private final long[] acknowledgement;

    private RecordedLatency(long[] request, long[] entry, long[] exchange, long[] acknowledgement) {
        this.request = request;
        this.entry = entry;
        this.exchange = exchange;
        this.acknowledgement = acknowledgement;
    }

    static RecordedLatency of(long[] request, long[] exchange, long[] response) {
        RecordedRows.check(request, exchange, response);
        int rows = request.length;
        long[] entry = new long[rows];
        for (int i = 0; i < rows; i++) {
            boolean arrived = exchange[i] > 0;
            entry[i] = arrived ? exchange[i] - request[i] : -Math.max(1, response[i] - request[i]);
        }
        // Two orders on two connections may arrive in another order than they were sent.
        int[] byArrival = IntStream.range(0, rows)
                .filter(i -> exchange[i] > 0)
                .boxed()
                .sorted(Comparator.comparingLong(i -> exchange[i]))
                .mapToInt(i -> i)
                .toArray();
        long[] arrived = Arrays.stream(byArrival).mapToLong(i -> exchange[i]).toArray();
        long[] back = Arrays.stream(byArrival)
                .mapToLong(i -> response[i] - exchange[i])
                .toArray();
        return new RecordedLatency(request.clone(), entry, arrived, back);
    }

    @Override
    public long entryNanos(long nowNanos, long draw, long feedNanos) {
        int before = lastAtOrBefore(request, nowNanos);
        if (before < 0 || before == request.length - 1) {
            return entry[Math.max(0, before)];
        }
        boolean isNearerToNext = request[before + 1] - nowNanos < nowNanos - request[before];
        long nearest = entry[isNearerToNext ? before + 1 : before];
        long other = entry[isNearerToNext ? before : before + 1];
        return nearest < 0 || other < 0 ? nearest : between(request, entry, before, nowNanos);
    }

    @Override
    public long acknowledgementNanos(long nowNanos, long draw, long feedNanos) {
        int before = lastAtOrBefore(exchange, nowNanos);
        return before < 0 || before == exchange.length - 1
                ? acknowledgement[Math.max(0, before)]
                : between(exchange, acknowledgement, before, nowNanos);
    }

    private static long between(long[] times, long[] values, int before, long nowNanos) {
        long span = times[before + 1] - times[before];
        long change = values[before + 1] - values[before];
        return values[before] + FixedPoint.multiplyDivide(change, nowNanos - times[before], span);
    }

    private static int lastAtOrBefore(long[] times, long nanos) {
        int low = 0;
        int high = times.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] <= nanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    @Override
    public String describe() {
        int failed = request.length - exchange.length;
        return "recorded with " + request.length + " orders, linear in between"
                + (failed == 0 ? "" : "; " + failed + " of them failed on their way, as ours near them do");
    }
}
