package io.ttquant.core.matching;

import java.util.Arrays;

/** What recorded latencies must be like. */
final class RecordedRows {
    private RecordedRows() {}

    static void check(long[] request, long[] exchange, long[] response) {
        if (request.length != exchange.length || request.length != response.length) {
            throw new IllegalArgumentException("recorded latency has " + request.length + " request times, "
                    + exchange.length + " exchange times and " + response.length
                    + " response times; give as many of each");
        }
        if (Arrays.stream(exchange).noneMatch(nanos -> nanos > 0)) {
            throw new IllegalArgumentException("recorded latency has no order that reached the exchange among "
                    + request.length + " rows; record at least one");
        }
        for (int i = 0; i < request.length; i++) {
            checkRow(i, request, exchange, response);
        }
    }

    private static void checkRow(int i, long[] request, long[] exchange, long[] response) {
        String row = "recorded latency, row " + (i + 1) + ": ";
        if (request[i] <= 0) {
            throw new IllegalArgumentException(
                    row + "request time " + request[i] + " must be above zero, in epoch nanoseconds");
        }
        if (i > 0 && request[i] < request[i - 1]) {
            throw new IllegalArgumentException(row + "request time " + request[i] + " is before that of the row above, "
                    + request[i - 1] + "; sort the rows by it");
        }
        if (exchange[i] > 0 && exchange[i] < request[i]) {
            throw new IllegalArgumentException(row + "exchange time " + exchange[i] + " is before the request at "
                    + request[i] + "; take the difference of the two clocks out of the recording first");
        }
        if (response[i] < Math.max(request[i], exchange[i])) {
            throw new IllegalArgumentException(row + "response time " + response[i] + " is before "
                    + (exchange[i] > request[i]
                            ? "the exchange had it at " + exchange[i]
                            : "the request at " + request[i])
                    + "; take the difference of the two clocks out of the recording first");
        }
    }
}
