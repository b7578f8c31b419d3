package io.ttquant.exchanges.okx.session;

import io.ttquant.exchanges.answer.Answer;
import io.ttquant.exchanges.answer.Unreadable;
import io.ttquant.exchanges.codes.CodeClass;
import io.ttquant.exchanges.codes.Verdict;
import io.ttquant.exchanges.okx.OkxInstruments;
import io.ttquant.exchanges.okx.OkxRequests;
import io.ttquant.exchanges.okx.TradeMode;
import java.time.Duration;
import java.util.List;

/** Asks for what must be known before there is an engine: the clock, the instruments, and with keys what the account is and holds. */
final class OkxOpening {
    private static final List<String> KINDS = List.of("SPOT", "SWAP", "FUTURES");
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final int MOST_ATTEMPTS = 8;

    private final OkxContext context;
    private final OkxRest rest;
    private final OkxCatalog catalog;
    private final Runnable whenDone;
    private final OkxRequests requests;
    private boolean isBegun;
    private boolean isDone;
    private int attempts;

    OkxOpening(OkxContext context, OkxRest rest, OkxCatalog catalog, Runnable whenDone) {
        this.context = context;
        this.rest = rest;
        this.catalog = catalog;
        this.whenDone = whenDone;
        OkxSettings s = context.settings();
        requests = OkxRequests.of(
                s.environment(),
                s.credentials(),
                context.clock()::venueMillis,
                s.deadlineMillis(),
                TradeMode.CASH,
                s.derivativesMode());
    }

    boolean isDone() {
        return isDone;
    }

    /** The venue's clock was read. */
    void clockRead() {
        if (isBegun) {
            return;
        }
        String objection = context.clock().objection();
        if (objection != null) {
            context.failed(objection);
            return;
        }
        isBegun = true;
        instruments(0);
    }

    private void instruments(int index) {
        if (index == KINDS.size()) {
            isDone = true;
            whenDone.run();
            return;
        }
        rest.ask(() -> requests.market().instruments(KINDS.get(index)), answer -> {
            try {
                catalog.take(OkxInstruments.read(answer.require()));
            } catch (Unreadable e) {
                again(answer, "the instruments (" + KINDS.get(index) + ")", e, () -> instruments(index));
                return;
            }
            attempts = 0;
            instruments(index + 1);
        });
    }

    /** Asks again after a while, unless that is pointless. */
    private void again(Answer answer, String what, Unreadable why, Runnable step) {
        Verdict verdict = answer.verdict();
        attempts++;
        boolean isPointless = verdict.codeClass() == CodeClass.FATAL || verdict.codeClass() == CodeClass.REJECTED;
        if (isPointless || attempts >= MOST_ATTEMPTS) {
            context.failed("okx does not give " + what + ": " + why.getMessage());
            return;
        }
        if (verdict.codeClass() == CodeClass.CLOCK) {
            context.clock().doubted();
        }
        context.engine().schedule(FIRST_WAIT.multipliedBy(1L << (attempts - 1)), step);
    }
}
