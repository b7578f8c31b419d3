package io.ttquant.exchanges.okx.session;

import io.ttquant.api.exchange.EngineThread;
import io.ttquant.exchanges.codes.Verdict;
import io.ttquant.exchanges.okx.OkxRequests;
import io.ttquant.exchanges.session.DeadManTimer;
import io.ttquant.exchanges.session.OrderLife;
import io.ttquant.exchanges.session.Reply;
import java.time.Duration;

/**
 * The timer by which OKX cancels all orders of the account (cancel-all-after), for as long as this session has a hold on its own.
 *
 * <p>While news come it has. While they are missing it has one on exits alone, which can open nothing and are asked for one by one, so that the timer is kept
 * extended as long as one is open: a stop that protects a position is not to be cancelled because a socket is gone, and one that is sent then is not to be left
 * alone if the program dies. What may open a position is not to rest unheard: while such an order is open the timer runs out, once, and takes the exits with
 * it, since the venue knows no timer for some orders of an account. It has then cancelled all that it can, and runs again for the exits that are sent later.
 *
 * <p>Without an exit of ours nothing is extended or armed, since it would only cancel the orders of others, such as those that somebody sends by hand because
 * this program is cut off.
 */
final class OkxDeadMan implements DeadManTimer.Port {
    private static final int BEATS = 4;

    private final OkxRest rest;
    private final OkxRequests requests;
    private final EngineThread engine;
    private final OrderLife life;
    private final Duration timeout;
    private final Duration each;
    private final DeadManTimer timer;
    /** When a request that set it may have reached the venue, at the latest; at first, one of an earlier run. */
    private long setNanos;
    /** It has run out since news are missing. */
    private boolean hasRunOut;

    /**
     * One that does not run.
     *
     * @param timeout after which the venue cancels, 10 to 120 s
     */
    OkxDeadMan(OkxRest rest, OkxRequests requests, EngineThread engine, OrderLife life, Duration timeout) {
        this.rest = rest;
        this.requests = requests;
        this.engine = engine;
        this.life = life;
        this.timeout = timeout;
        this.each = timeout.dividedBy(BEATS);
        this.setNanos = engine.nanos();
        this.timer = DeadManTimer.of(this, engine, timeout, each, this::hasHold);
    }

    void start() {
        life.whenTrading(timer::extendNow);
        timer.start();
    }

    /** Orders are about to be sent: while news are missing nobody may have extended it, and it may have run out, or be about to. */
    void placing() {
        if (!life.isTrading() && engine.nanos() - setNanos >= each.toNanos()) {
            timer.extendNow();
        }
    }

    /** As {@link DeadManTimer#leaveArmed}. */
    void leaveArmed() {
        timer.leaveArmed();
    }

    /** As {@link DeadManTimer#stop}. */
    void stop(boolean hasOpenOrders) {
        timer.stop(hasOpenOrders);
    }

    private boolean hasHold() {
        if (life.isTrading()) {
            hasRunOut = false;
            return true;
        }
        hasRunOut |= engine.nanos() - setNanos > timeout.toNanos();
        return life.hasOpenExits() && (hasRunOut || !life.hasOpenEntries());
    }

    @Override
    public void extend(Duration span, Reply<Boolean> reply) {
        rest.ask(
                () -> {
                    setNanos = engine.nanos();
                    return requests.cancelAllAfter((int) span.toSeconds());
                },
                answer -> {
                    setNanos = engine.nanos();
                    Verdict verdict = answer.verdict();
                    if (verdict.isAccepted()) {
                        reply.answered(true);
                    } else {
                        reply.failed(verdict);
                    }
                });
    }
}
