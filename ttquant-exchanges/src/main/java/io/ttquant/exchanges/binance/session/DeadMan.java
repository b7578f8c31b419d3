package io.ttquant.exchanges.binance.session;

import io.ttquant.api.exchange.EngineThread;
import io.ttquant.exchanges.binance.BinanceAnswers;
import io.ttquant.exchanges.binance.UsdmRequests;
import io.ttquant.exchanges.codes.CodeClass;
import io.ttquant.exchanges.codes.Verdict;
import io.ttquant.exchanges.session.DeadManTimer;
import io.ttquant.exchanges.session.Reply;
import io.ttquant.exchanges.session.rest.RestListener;
import io.ttquant.exchanges.transport.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The timers by which futures cancel the orders of a symbol: one runs for each symbol in which an order of ours is
 * open, or may be. It is disarmed once none is, since it would cancel the orders of others there, and each costs
 * weight.
 */
final class DeadMan implements DeadManTimer.Port {
    private static final Logger LOG = LoggerFactory.getLogger(DeadMan.class);
    private static final long AT_ONCE = 0;
    private static final int PAUSES_A_TIMEOUT = 16;

    private final UsdmRequests requests;
    private final BinanceLink link;
    private final EngineThread thread;
    private final Duration timeout;
    private final Supplier<Set<String>> open;
    /** Whose timer was armed, and when the next order arms it again, as the thread counts time; or {@link #AT_ONCE}. */
    private final Map<String, Long> due = new LinkedHashMap<>();
    /** Whose timer could not be armed when that was last tried. */
    private final Set<String> failing = new LinkedHashSet<>();
    /** Whose timer is to be disarmed, which was not confirmed yet. */
    private final Set<String> ending = new LinkedHashSet<>();
    /** Whose timer the venue refuses to arm, as was said. */
    private final Set<String> refused = new LinkedHashSet<>();

    /**
     * Timers, none of which runs.
     *
     * @param timeout after which the venue cancels
     * @param open the symbols in which an order of ours is open, or may be; asked anew each time
     */
    DeadMan(
            UsdmRequests requests,
            BinanceLink link,
            EngineThread thread,
            Duration timeout,
            Supplier<Set<String>> open) {
        this.requests = requests;
        this.link = link;
        this.thread = thread;
        this.timeout = timeout;
        this.open = open;
    }

    /**
     * Arms those of orders that are open as the session begins: the timers of an earlier run may be about to run out.
     */
    void begin() {
        open.get().forEach(this::placing);
    }

    /**
     * Arms the timer of a symbol before an order there is sent, unless it runs and is extended. While the session has
     * no hold on its orders nobody extends it: one that has run for half its time may have run out when the order
     * arrives, or may cancel it at once. Should that fail, the next order or extension does it; should it fail again,
     * an order does not for a while, since each costs weight that cancels need.
     */
    void placing(String symbol) {
        if (thread.nanos() > due.getOrDefault(symbol, AT_ONCE)) {
            arm(symbol, DeadMan::nobody);
        }
    }

    @Override
    public void extend(Duration span, Reply<Boolean> reply) {
        Set<String> kept = span.isZero() ? Set.of() : open.get();
        ending.addAll(due.keySet());
        ending.removeAll(kept);
        due.keySet().retainAll(kept);
        failing.retainAll(kept);
        refused.retainAll(kept);
        // One that cannot be disarmed is tried again in the next period, and must not have all others extended sooner.
        Round round = new Round(span.isZero() ? ending.size() : kept.size(), reply);
        List.copyOf(kept).forEach(symbol -> arm(symbol, round));
        List.copyOf(ending).forEach(symbol -> disarm(symbol, span.isZero() ? round : DeadMan::nobody));
        round.endIfEmpty(thread);
    }

    @Override
    public void extendFailed(Duration span, Reply<Boolean> reply) {
        List<String> again = failing.stream().filter(open.get()::contains).toList();
        Round round = new Round(again.size(), reply);
        again.forEach(symbol -> arm(symbol, round));
        round.endIfEmpty(thread);
    }

    /** One a second at most, whatever their number: each costs weight that cancels need. */
    @Override
    public Duration leastWait() {
        return DeadManTimer.LEAST_WAIT.multipliedBy(Math.max(1, failing.size()));
    }

    private void arm(String symbol, Consumer<Verdict> told) {
        long again = thread.nanos() + timeout.dividedBy(2).toNanos();
        due.put(symbol, again);
        send(symbol, timeout, verdict -> {
            armed(symbol, again, verdict);
            told.accept(verdict);
        });
    }

    private void armed(String symbol, long again, Verdict verdict) {
        if (!verdict.isAccepted() && verdict.codeClass() != CodeClass.REJECTED) {
            failed(symbol, again);
            return;
        }
        failing.remove(symbol);
        if (verdict.isAccepted()) {
            refused.remove(symbol);
        } else if (refused.add(symbol)) {
            LOG.warn(
                    "The venue refuses the dead-man timer of {}, where orders stay open if this program dies: {} {}",
                    symbol,
                    verdict.code(),
                    verdict.message());
        }
    }

    /** One loss is mended by the next order; a venue that fails is not asked by each of them. */
    private void failed(String symbol, long again) {
        long pause = Math.max(timeout.dividedBy(PAUSES_A_TIMEOUT).toNanos(), DeadManTimer.LEAST_WAIT.toNanos());
        boolean isFirst = due.containsKey(symbol) && failing.add(symbol);
        due.replace(symbol, again, isFirst ? AT_ONCE : thread.nanos() + pause);
    }

    /**
     * An order that is sent meanwhile arms it again, and either request may be the first to arrive: so that is done
     * once more when this one has had its effect.
     */
    private void disarm(String symbol, Consumer<Verdict> told) {
        send(symbol, Duration.ZERO, verdict -> {
            if (verdict.isAccepted() || verdict.codeClass() == CodeClass.REJECTED) {
                ending.remove(symbol);
            }
            if (due.containsKey(symbol) && open.get().contains(symbol)) {
                arm(symbol, DeadMan::nobody);
            }
            told.accept(verdict);
        });
    }

    private static void nobody(Verdict verdict) {}

    private void send(String symbol, Duration span, Consumer<Verdict> told) {
        link.caller().send(requests.countdownCancelAll(symbol, span.toMillis()), new RestListener() {
            @Override
            public void answered(HttpResponse response) {
                told.accept(BinanceAnswers.read(link.codes(), response.status(), response.body())
                        .verdict());
            }

            @Override
            public void failed(Verdict verdict) {
                told.accept(verdict);
            }
        });
    }

    /** Answers once all symbols have. A refusal is an answer: asking sooner for all of them would not change it. */
    private static final class Round implements Consumer<Verdict> {
        private final Reply<Boolean> reply;
        private Verdict worst = Verdict.ACCEPTED;
        private int left;

        Round(int count, Reply<Boolean> reply) {
            this.left = count;
            this.reply = reply;
        }

        /** Where there is nothing to ask. */
        void endIfEmpty(EngineThread thread) {
            if (left == 0) {
                thread.execute(() -> reply.answered(true));
            }
        }

        @Override
        public void accept(Verdict verdict) {
            boolean isAnswer = verdict.isAccepted() || verdict.codeClass() == CodeClass.REJECTED;
            worst = isAnswer ? worst : verdict;
            left--;
            if (left > 0) {
                return;
            }
            if (worst.isAccepted()) {
                reply.answered(true);
            } else {
                reply.failed(worst);
            }
        }
    }
}
