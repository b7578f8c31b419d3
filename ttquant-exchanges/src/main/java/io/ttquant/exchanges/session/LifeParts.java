package io.ttquant.exchanges.session;

import io.ttquant.api.exchange.AccountSink;
import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.exchange.EngineThread;
import io.ttquant.api.exchange.SessionListener;
import io.ttquant.api.market.Instrument;
import io.ttquant.exchanges.answer.VenueOrder;
import io.ttquant.exchanges.codes.CodeClass;
import io.ttquant.exchanges.codes.Verdict;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What an {@link OrderLife} is made of, each part known to the others. */
final class LifeParts {
    final VenueDesk desk;
    final EngineThread thread;
    final AccountSink sink;
    final SessionListener listener;
    final VenueTerms terms;
    final AccountSnapshot opening;
    final OrderLifeSettings settings;
    final LifeRules rules;

    final KnownOrders orders = new KnownOrders();
    final FillLedger ledger;
    final OrderReports reports;
    final OrderEvidence evidence;
    final FillBooking fills;
    final Strays strays;
    final Recalls recalls;
    final Inquiries inquiries;
    final Lookout lookout;
    final CreateCommands creates;
    final CancelCommands cancels;
    final AmendCommands amends;
    final Audit audit;

    /** Rises with all that is sent and heard: while it stands, nothing happened. */
    long activity;

    boolean isClosed;

    /** Runs each time trading begins, before anybody can trade. */
    Runnable whenTrading = () -> {};

    LifeParts(
            VenueDesk desk,
            EngineThread thread,
            AccountSink sink,
            SessionListener listener,
            VenueTerms terms,
            AccountSnapshot opening,
            OrderLifeSettings settings,
            LifeRules rules) {
        this.desk = desk;
        this.thread = thread.first();
        this.sink = sink;
        this.listener = listener;
        this.terms = terms;
        this.opening = opening;
        this.settings = settings;
        this.rules = rules;
        ledger = new FillLedger(opening.tsEvent());
        reports = new OrderReports(this);
        evidence = new OrderEvidence(this);
        fills = new FillBooking(this);
        strays = new Strays(this);
        recalls = new Recalls(this);
        inquiries = new Inquiries(this);
        lookout = new Lookout(this);
        creates = new CreateCommands(this);
        cancels = new CancelCommands(this);
        amends = new AmendCommands(this);
        audit = new Audit(this);
    }

    long now() {
        return thread.nanos();
    }

    /** Takes the state of an order, of whoever sent it. Null if whose it is has to be found out first. */
    @Nullable
    KnownOrder take(VenueOrder order, boolean isAnswer) {
        KnownOrder known = orders.of(order);
        if (known != null) {
            evidence.apply(known, order, isAnswer);
            return known;
        }
        Instrument instrument = terms.instrument(order.symbol());
        if (instrument == null) {
            audit.unlisted(order.symbol());
            return null;
        }
        ledger.touch(instrument);
        strays.add(order, instrument, isAnswer);
        return orders.of(order);
    }

    /** Runs a task after a delay, unless the session is closed by then. */
    EngineThread.Timeout later(Duration delay, Runnable task) {
        return thread.schedule(delay, () -> {
            if (!isClosed) {
                task.run();
            }
        });
    }

    /** Runs a task once the call that is under way has returned. */
    void soon(Runnable task) {
        thread.execute(() -> {
            if (!isClosed) {
                task.run();
            }
        });
    }

    /** Takes something that a venue told. What cannot be read says nothing, and is reported; true if it could. */
    boolean guarded(String what, Runnable task, Runnable otherwise) {
        try {
            task.run();
            return true;
        } catch (ArithmeticException | IllegalArgumentException e) {
            audit.report(what, Verdict.of(CodeClass.UNKNOWN, "cannot be read: " + e.getMessage()));
            otherwise.run();
            return false;
        }
    }

    /** The wait before an attempt: the least after the first, twice as long after each further one, up to the most. */
    Duration backoff(int attempts) {
        Duration wait = settings.leastBackoff();
        for (int i = 1; i < attempts && wait.compareTo(settings.mostBackoff()) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(settings.mostBackoff()) < 0 ? wait : settings.mostBackoff();
    }

    /** A time of the venue; now if it told none. */
    long orNow(long tsEvent) {
        return tsEvent > 0 ? tsEvent : now();
    }
}
