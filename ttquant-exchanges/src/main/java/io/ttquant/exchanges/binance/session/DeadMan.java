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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The timers by which futures cancel the orders of a symbol: one for each in which this session has placed orders. */
final class DeadMan implements DeadManTimer.Port {
    private final UsdmRequests requests;
    private final BinanceLink link;
    private final EngineThread thread;
    private final Set<String> symbols;

    /**
     * Timers.
     *
     * @param symbols in which orders were placed; read anew each time
     */
    DeadMan(UsdmRequests requests, BinanceLink link, EngineThread thread, Set<String> symbols) {
        this.requests = requests;
        this.link = link;
        this.thread = thread;
        this.symbols = symbols;
    }

    /** Arms the timer of a symbol at once; should that fail, the next extension does it. */
    void arm(String symbol, Duration timeout) {
        link.caller().send(requests.countdownCancelAll(symbol, timeout.toMillis()), new Round(1, new Reply<Boolean>() {
            @Override
            public void answered(Boolean value) {}

            @Override
            public void failed(Verdict verdict) {}
        }));
    }

    @Override
    public void extend(Duration timeout, Reply<Boolean> reply) {
        List<String> its = new ArrayList<>(symbols);
        if (its.isEmpty()) {
            thread.execute(() -> reply.answered(true));
            return;
        }
        Round round = new Round(its.size(), reply);
        for (String symbol : its) {
            link.caller().send(requests.countdownCancelAll(symbol, timeout.toMillis()), round);
        }
    }

    /** Answers once all symbols have. */
    private final class Round implements RestListener {
        private final Reply<Boolean> reply;
        private Verdict worst = Verdict.ACCEPTED;
        private int left;

        Round(int count, Reply<Boolean> reply) {
            this.left = count;
            this.reply = reply;
        }

        @Override
        public void answered(HttpResponse response) {
            end(BinanceAnswers.read(link.codes(), response.status(), response.body())
                    .verdict());
        }

        @Override
        public void failed(Verdict verdict) {
            end(verdict);
        }

        private void end(Verdict verdict) {
            worst = verdict.codeClass() == CodeClass.ACCEPTED ? worst : verdict;
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
