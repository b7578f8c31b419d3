package io.ttquant.exchanges.okx.session;

import io.ttquant.api.exchange.EngineThread;
import io.ttquant.api.exchange.SessionFigures;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.exchanges.answer.Unreadable;
import io.ttquant.exchanges.okx.OkxAnswers;
import io.ttquant.exchanges.okx.OkxMarkets;
import io.ttquant.exchanges.transport.HttpHeaders;
import io.ttquant.exchanges.transport.HttpRequest;
import io.ttquant.exchanges.transport.HttpResponse;
import io.ttquant.exchanges.transport.Network;
import io.ttquant.exchanges.transport.clock.ClockLimits;
import io.ttquant.exchanges.transport.clock.ClockOffset;
import io.ttquant.exchanges.transport.clock.ClockReader;
import io.ttquant.exchanges.transport.clock.ServerTime;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The venue's clock as we know it. */
final class OkxClock implements ServerTime {
    private static final Duration PERIOD = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final EngineThread engine;
    private final HttpRequest question;
    private final ClockOffset offset = new ClockOffset(ClockLimits.DEFAULTS);
    private final ClockReader reader;

    /** @param whenRead called after each reading */
    OkxClock(String rest, boolean isDemo, Network network, EngineThread engine, Runnable whenRead) {
        this.engine = engine;
        HttpHeaders headers = isDemo ? HttpHeaders.of("x-simulated-trading", "1") : HttpHeaders.NONE;
        question = HttpRequest.of("GET", URI.create(rest + "/api/v5/public/time"))
                .withHeaders(headers)
                .withTimeout(PATIENCE);
        reader = new ClockReader(this, offset, network, engine, PERIOD, whenRead);
    }

    void start() {
        reader.start();
    }

    void close() {
        reader.close();
    }

    /** The venue found our time wrong. */
    void doubted() {
        reader.readAgain();
    }

    /** Why not to trade with this clock; null if it is good enough. */
    @Nullable
    String objection() {
        return offset.objection(engine.nanos());
    }

    /** What is known of it, for people. */
    Optional<SessionFigures.ClockOffset> figures() {
        return offset.figures(engine.nanos());
    }

    /** The venue's time now, epoch milliseconds. */
    long venueMillis() {
        return venueNanos() / EpochNanos.MILLISECOND;
    }

    /** The venue's time now, epoch nanoseconds; ours before it was ever read. */
    long venueNanos() {
        long now = engine.nanos();
        return offset.isKnown() ? offset.toVenueNanos(now) : now;
    }

    /** The most that {@link #venueNanos} is wrong by; zero before it was ever read. */
    Duration error() {
        return offset.isKnown() ? offset.error(engine.nanos()) : Duration.ZERO;
    }

    /** When it is certainly later at the venue than a time of its clock, by our clock. */
    long certainlyAfter(long venueMillis) {
        long now = engine.nanos();
        long venue = Math.multiplyExact(venueMillis + 1, EpochNanos.MILLISECOND);
        return offset.isKnown()
                ? venue - offset.offset(now).toNanos() + offset.error(now).toNanos()
                : EpochNanos.NEVER;
    }

    @Override
    public HttpRequest request() {
        return question;
    }

    @Override
    public long nanos(HttpResponse response) {
        try {
            return OkxMarkets.serverTime(
                    OkxAnswers.read(response.status(), response.body()).require());
        } catch (Unreadable e) {
            return -1;
        }
    }
}
