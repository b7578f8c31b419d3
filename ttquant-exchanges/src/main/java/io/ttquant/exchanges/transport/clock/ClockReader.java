package io.ttquant.exchanges.transport.clock;

import io.ttquant.api.exchange.EngineThread;
import io.ttquant.exchanges.transport.HttpListener;
import io.ttquant.exchanges.transport.HttpResponse;
import io.ttquant.exchanges.transport.Network;
import io.ttquant.exchanges.transport.NetworkFailure;
import io.ttquant.exchanges.transport.Positive;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Reads a venue's clock: a few round trips at the start, one again after each period, and at once when the venue says that a time was wrong
 * (Binance -1021, OKX 50102 and 60006). One round trip at a time. To be used on the engine's thread.
 */
public final class ClockReader {
    private static final int ROUND_TRIPS = 5;
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final ServerTime server;
    private final ClockOffset offset;
    private final Network network;
    private final EngineThread engine;
    private final Duration period;
    private final Runnable whenRead;
    private EngineThread.@Nullable Timeout timeout;
    private int left;
    private int failures;
    private boolean isAsking;
    private boolean isDoubted;
    private boolean isClosed;

    /**
     * A reader that has not begun.
     *
     * @param offset where round trips go
     * @param period between two readings
     * @param whenRead called after each reading of several round trips, of which one at least succeeded
     */
    public ClockReader(
            ServerTime server,
            ClockOffset offset,
            Network network,
            EngineThread engine,
            Duration period,
            Runnable whenRead) {
        Positive.duration("period of reading a clock", period);
        this.server = server;
        this.offset = offset;
        this.network = network;
        this.engine = engine;
        this.period = period;
        this.whenRead = whenRead;
    }

    /** Begins, with a reading now. */
    public void start() {
        read();
    }

    /**
     * Reads again, since the venue refused a time. What was read before is forgotten as soon as there is something better: until then times of
     * cancels are stamped by what is known, which may do, while without any they could not be sent at all. A reading that is under way goes on.
     */
    public void readAgain() {
        isDoubted = true;
        read();
    }

    /** Ends; the answer to a question that is under way is not used. */
    public void close() {
        isClosed = true;
        if (timeout != null) {
            timeout.cancel();
        }
    }

    private void read() {
        if (left == 0 && !isClosed) {
            left = ROUND_TRIPS;
            failures = 0;
            ask();
        }
    }

    private void ask() {
        if (timeout != null) {
            timeout.cancel();
            timeout = null;
        }
        if (isAsking || isClosed) {
            return;
        }
        isAsking = true;
        boolean isAfterDoubt = isDoubted;
        long sent = engine.nanos();
        network.send(server.request(), new HttpListener() {
            @Override
            public void response(HttpResponse response) {
                answered(response, sent, isAfterDoubt);
            }

            @Override
            public void failed(NetworkFailure failure) {
                next(false);
            }
        });
    }

    private void answered(HttpResponse response, long sent, boolean isAfterDoubt) {
        long theirs = response.isSuccess() ? read(response) : -1;
        if (theirs >= 0 && !isClosed) {
            if (isAfterDoubt && isDoubted) {
                offset.forget();
                isDoubted = false;
            }
            offset.add(sent, theirs, server.resolution(), engine.nanos());
        }
        next(theirs >= 0);
    }

    /** An answer that makes the adapter throw must not be the last that is asked for. */
    private long read(HttpResponse response) {
        try {
            return server.nanos(response);
        } catch (RuntimeException e) {
            engine.execute(() -> {
                throw e;
            });
            return -1;
        }
    }

    private void next(boolean isRead) {
        isAsking = false;
        if (isClosed) {
            return;
        }
        left--;
        failures += isRead ? 0 : 1;
        if (left > 0) {
            timeout = engine.schedule(PAUSE, this::ask);
            return;
        }
        timeout = engine.schedule(period, this::read);
        if (failures < ROUND_TRIPS) {
            whenRead.run();
        }
    }
}
