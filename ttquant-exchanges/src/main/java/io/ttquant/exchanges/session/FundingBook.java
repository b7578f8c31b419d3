package io.ttquant.exchanges.session;

import io.ttquant.api.exchange.AccountSink;
import io.ttquant.api.exchange.EngineThread;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.Currency;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.exchanges.codes.Verdict;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Funding that an account paid or received, each payment told once. Venues say it twice: their streams at once but without saying for what, and as a
 * message that may be lost, and their lists a little later with an id. So only the list is booked, by that id; news of the stream are a reason to ask for it, and
 * so is each audit of the account, in which what was paid must not look like money that came or went by other ways. To be used on the engine's thread.
 */
public final class FundingBook {
    private static final Logger LOG = LoggerFactory.getLogger(FundingBook.class);
    /** How long after its news a payment is listed. */
    private static final Duration LAG = Duration.ofSeconds(5);

    private static final Duration RETRY = Duration.ofSeconds(30);
    /** How late a payment may be listed behind one that is newer. */
    private static final Duration OVERLAP = Duration.ofHours(1);
    /** How long an account is not compared for a payment of which news came, and which is not listed. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** What a payment's time may be before that of its news. */
    private static final Duration MATCH = Duration.ofMinutes(1);
    /** What the venue's clock may be off in ours. */
    private static final Duration MARGIN = Duration.ofSeconds(1);

    private static final long HOUR = Duration.ofHours(1).toNanos();
    /** How long after a full hour a payment may be in the account and not in the list. */
    private static final Duration LISTING = Duration.ofMinutes(2);
    /** How long after a full hour, which is the time of a payment, it may not be in the account. */
    private static final Duration PAYING = Duration.ofSeconds(30);

    /** A venue's list of payments. */
    @FunctionalInterface
    public interface Source {
        /**
         * Asks for all payments from a time on, over as many pages as there are; in any order.
         *
         * @param fromNanos epoch nanoseconds of the venue, inclusive
         */
        void paidSince(long fromNanos, Reply<List<FundingPayment>> reply);
    }

    private final EngineThread thread;
    private final Source source;
    private final VenueTerms terms;
    private final AccountSink sink;
    private final long openedNanos;
    private final Map<String, Long> told = new HashMap<>();
    private long newestNanos;
    private long expectedNanos;
    private long expectedUntil;
    private EngineThread.@Nullable Timeout timeout;
    private boolean isClosed;

    /**
     * Payments from a time on.
     *
     * @param openedNanos the venue's time of the account with which the engine began: what was paid until then is in it, and is not told
     */
    public FundingBook(EngineThread thread, Source source, VenueTerms terms, AccountSink sink, long openedNanos) {
        this.thread = thread;
        this.source = source;
        this.terms = terms;
        this.sink = sink;
        this.openedNanos = openedNanos;
        this.newestNanos = openedNanos;
    }

    /**
     * How long to wait until an account can be read of which it is known whether a payment of funding is in it: payments are made at full hours, and take the
     * venue a moment.
     *
     * @param nanos the venue's time at which it was read
     * @return zero if it need not be read again
     */
    public static Duration untilPaid(long nanos) {
        return until(nanos, PAYING);
    }

    private static Duration until(long nanos, Duration after) {
        long begin = -MARGIN.toNanos();
        long into = Math.floorMod(nanos - begin, HOUR) + begin;
        return into < after.toNanos() ? Duration.ofNanos(after.toNanos() - into) : Duration.ZERO;
    }

    /**
     * News: something was paid, or may have been.
     *
     * @param tsEvent when, epoch nanoseconds of the venue; 0 if that is not known
     */
    public void expect(long tsEvent) {
        if (tsEvent > openedNanos) {
            expectedNanos = Math.max(expectedNanos, tsEvent);
            expectedUntil = thread.nanos() + PATIENCE.toNanos();
        }
        askIn(LAG);
    }

    /**
     * Tells what was paid, so that an account that counts it can be compared.
     *
     * @param accountNanos when the account was so, epoch nanoseconds of the venue
     * @param reply true if all payments that it counts were told, and no other; false if that cannot be known yet
     */
    public void tellUntil(long accountNanos, Reply<Boolean> reply) {
        source.paidSince(fromNanos(), new Reply<>() {
            @Override
            public void answered(List<FundingPayment> payments) {
                take(payments);
                boolean isBefore = newestNanos <= openedNanos || newestNanos < accountNanos - MARGIN.toNanos();
                reply.answered(
                        isBefore && !isAwaited() && until(accountNanos, LISTING).isZero());
            }

            @Override
            public void failed(Verdict verdict) {
                reply.failed(verdict);
            }
        });
    }

    /** Nothing is asked or told from here on. Idempotent. */
    public void close() {
        isClosed = true;
        if (timeout != null) {
            timeout.cancel();
        }
    }

    private boolean isAwaited() {
        return expectedNanos != 0 && thread.nanos() < expectedUntil;
    }

    private long fromNanos() {
        return Math.max(openedNanos, newestNanos - OVERLAP.toNanos());
    }

    private void askIn(Duration wait) {
        if (timeout == null && !isClosed) {
            timeout = thread.schedule(wait, this::ask);
        }
    }

    private void ask() {
        timeout = null;
        source.paidSince(fromNanos(), new Reply<>() {
            @Override
            public void answered(List<FundingPayment> payments) {
                take(payments);
                if (isAwaited()) {
                    askIn(RETRY);
                }
            }

            @Override
            public void failed(Verdict verdict) {
                LOG.warn("The payments of funding are asked for again: {}", verdict.message());
                askIn(RETRY);
            }
        });
    }

    /** As they were paid. */
    private void take(List<FundingPayment> payments) {
        if (isClosed) {
            return;
        }
        payments.stream()
                .sorted(Comparator.comparingLong(FundingPayment::tsEvent))
                .filter(payment -> payment.tsEvent() > openedNanos)
                .filter(payment -> told.putIfAbsent(payment.symbol() + " " + payment.id(), payment.tsEvent()) == null)
                .forEach(this::tell);
        long forgotten = fromNanos() - OVERLAP.toNanos();
        told.values().removeIf(tsEvent -> tsEvent < forgotten);
    }

    private void tell(FundingPayment payment) {
        newestNanos = Math.max(newestNanos, payment.tsEvent());
        if (payment.tsEvent() >= expectedNanos - MATCH.toNanos()) {
            expectedNanos = 0;
        }
        Instrument instrument = terms.instrument(payment.symbol());
        if (instrument == null) {
            LOG.warn("Funding was paid for {}, which is not listed, and is not booked: {}", payment.symbol(), payment);
            return;
        }
        Currency currency;
        try {
            currency = terms.currency(payment.currency());
        } catch (IllegalArgumentException e) {
            LOG.warn("Funding was paid in a currency that cannot be kept, and is not booked: {}", payment);
            return;
        }
        sink.fundingPaid(
                instrument.id(),
                payment.id(),
                currency,
                FixedPoint.toRaw(payment.amount(), currency.scale(), RoundingMode.HALF_EVEN),
                payment.tsEvent());
    }

    /** When something was paid last, as far as is known; for people. */
    @Override
    public String toString() {
        return "funding until " + EpochNanos.format(newestNanos);
    }
}
