package io.ttquant.exchanges.binance.session;

import io.ttquant.api.exchange.EngineThread;
import io.ttquant.api.exchange.SessionFigures;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.exchanges.answer.Json;
import io.ttquant.exchanges.binance.BinanceAnswers;
import io.ttquant.exchanges.binance.BinanceCodes;
import io.ttquant.exchanges.binance.BinanceMarketRequests;
import io.ttquant.exchanges.binance.BinanceMarkets;
import io.ttquant.exchanges.codes.CodeClass;
import io.ttquant.exchanges.codes.Verdict;
import io.ttquant.exchanges.request.HostKind;
import io.ttquant.exchanges.request.Hosts;
import io.ttquant.exchanges.request.RestRequest;
import io.ttquant.exchanges.session.rest.AnswerWatch;
import io.ttquant.exchanges.session.rest.Charges;
import io.ttquant.exchanges.session.rest.RestCaller;
import io.ttquant.exchanges.session.rest.RestCounts;
import io.ttquant.exchanges.transport.HttpRequest;
import io.ttquant.exchanges.transport.HttpResponse;
import io.ttquant.exchanges.transport.Network;
import io.ttquant.exchanges.transport.budget.RequestBudget;
import io.ttquant.exchanges.transport.clock.ClockLimits;
import io.ttquant.exchanges.transport.clock.ClockOffset;
import io.ttquant.exchanges.transport.clock.ClockReader;
import io.ttquant.exchanges.transport.clock.ServerTime;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The way of requests to the venue: its clock, its limits, and what it says about both in its answers. */
final class BinanceLink implements AnswerWatch {
    private static final Duration CLOCK_PERIOD = Duration.ofMinutes(10);
    private static final Duration GUARD = Duration.ofMillis(250);
    private static final Duration MOST_BAN = Duration.ofDays(3);
    private static final Duration PATIENCE = Duration.ofSeconds(65);

    private final BinanceCodes codes;
    private final Hosts hosts;
    private final Network network;
    private final EngineThread thread;
    private final ClockOffset offset = new ClockOffset(ClockLimits.DEFAULTS);
    private final ClockReader clock;
    private final Questions questions;
    private final BinanceMarketRequests market;
    private RequestBudget budget;
    private RestCaller caller;
    private RestCounts before = RestCounts.NONE;

    BinanceLink(
            BinanceVenue venue, BinanceSettings settings, Network network, EngineThread thread, Runnable clockRead) {
        this.codes = venue.codes();
        this.hosts = settings.environment().hosts();
        this.network = network;
        this.thread = thread;
        Charges charges = Limits.documented(venue);
        this.budget = new RequestBudget(thread, GUARD, charges.quotas());
        this.caller = caller(charges);
        this.questions = new Questions(codes, () -> caller);
        this.market = venue.openRequests(this::venueMillis, settings.recvWindowMillis());
        this.clock = new ClockReader(serverTime(), offset, network, thread, CLOCK_PERIOD, clockRead);
    }

    private RestCaller caller(Charges charges) {
        return new RestCaller(hosts, network, thread, budget, charges, this, PATIENCE);
    }

    private ServerTime serverTime() {
        return new ServerTime() {
            @Override
            public HttpRequest request() {
                return HttpRequest.of(
                        "GET",
                        URI.create(hosts.address(HostKind.REST) + market.time().target()));
            }

            @Override
            public long nanos(HttpResponse response) {
                try {
                    return BinanceMarkets.serverTime(Json.read(response.body()));
                } catch (IllegalArgumentException e) {
                    return -1;
                }
            }
        };
    }

    /** From now on the limits that the venue told count; a ban that is known goes on. */
    void limits(Charges charges) {
        Duration blocked = budget.blockedFor();
        budget = new RequestBudget(thread, GUARD, charges.quotas());
        if (!blocked.isZero()) {
            budget.blockAll(blocked);
        }
        before = before.plus(caller.counts());
        caller = caller(charges);
    }

    /** What became of the requests, and what is used of the limits. */
    SessionFigures.Requests requests() {
        return before.plus(caller.counts()).figures(budget);
    }

    /** What is known of the venue's clock. */
    Optional<SessionFigures.ClockOffset> clockFigures() {
        return offset.figures(thread.nanos());
    }

    /** Begins to read the venue's clock. */
    void start() {
        clock.start();
    }

    /** Reads it again, at once. */
    void readClock() {
        clock.readAgain();
    }

    /** Why not to trade by the clocks as they are; null if nothing speaks against it. */
    @Nullable
    String clockObjection() {
        return offset.objection(thread.nanos());
    }

    boolean isClockKnown() {
        return offset.isKnown();
    }

    /** The venue's time now, epoch nanoseconds. */
    long venueNanos() {
        return offset.toVenueNanos(thread.nanos());
    }

    /** The most that {@link #venueNanos} is wrong by. */
    Duration clockError() {
        return offset.error(thread.nanos());
    }

    /** Does something after a while; at once if that is zero. */
    void later(Duration wait, Runnable task) {
        if (wait.isZero()) {
            task.run();
        } else {
            thread.schedule(wait, task);
        }
    }

    /** The venue's time now, epoch milliseconds. */
    long venueMillis() {
        return venueNanos() / EpochNanos.MILLISECOND;
    }

    private long venueMillisOr(long unknown) {
        return offset.isKnown() ? venueMillis() : unknown;
    }

    /** The engine's time at which a time of the venue has certainly passed. */
    long certainlyPast(long venueMillis) {
        long now = thread.nanos();
        long ours =
                (venueMillis + 1) * EpochNanos.MILLISECOND - offset.offset(now).toNanos();
        return ours + offset.error(now).toNanos();
    }

    Questions questions() {
        return questions;
    }

    BinanceMarketRequests market() {
        return market;
    }

    RestCaller caller() {
        return caller;
    }

    BinanceCodes codes() {
        return codes;
    }

    void close() {
        clock.close();
        caller.close();
    }

    @Override
    public void answered(RestRequest request, HttpResponse response) {
        if (response.isSuccess()) {
            return;
        }
        Verdict verdict =
                BinanceAnswers.read(codes, response.status(), response.body()).verdict();
        if (verdict.codeClass() == CodeClass.CLOCK) {
            clock.readAgain();
        }
        long until =
                Math.min(BinanceCodes.bannedUntilMillis(verdict.message()), venueMillisOr(0) + MOST_BAN.toMillis());
        if (until > 0 && offset.isKnown() && until > venueMillis()) {
            budget.blockAll(Duration.ofMillis(until - venueMillis()));
        }
    }
}
