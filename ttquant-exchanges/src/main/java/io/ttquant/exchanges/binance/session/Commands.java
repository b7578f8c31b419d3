package io.ttquant.exchanges.binance.session;

import io.ttquant.api.exchange.EngineThread;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.RejectReason;
import io.ttquant.exchanges.answer.CommandResult;
import io.ttquant.exchanges.binance.BinanceAnswers;
import io.ttquant.exchanges.codes.CodeClass;
import io.ttquant.exchanges.codes.Verdict;
import io.ttquant.exchanges.request.RequestRefused;
import io.ttquant.exchanges.request.RestRequest;
import io.ttquant.exchanges.session.CommandReply;
import io.ttquant.exchanges.session.rest.RestListener;
import io.ttquant.exchanges.transport.HttpResponse;
import java.util.List;
import java.util.function.Supplier;

/** Sends commands, and tells of each order in them what became of it. */
final class Commands {
    private static final String ALGO = "/algoOrder";

    private final BinanceLink link;
    private final EngineThread thread;

    Commands(BinanceLink link, EngineThread thread) {
        this.link = link;
        this.thread = thread;
    }

    /**
     * Sends a request for some orders.
     *
     * @param ids the ids by which the venue is asked for them, in the same order
     * @return the engine's time after which the venue certainly refuses it; now if it was not sent
     * @throws RequestRefused if it cannot be made
     */
    long send(Supplier<RestRequest> maker, List<? extends Order> orders, List<String> ids, CommandReply reply) {
        RestRequest request = maker.get();
        link.caller().send(request, new RestListener() {
            @Override
            public void answered(HttpResponse response) {
                boolean isConditional = request.path().endsWith(ALGO);
                List<CommandResult> results =
                        BinanceAnswers.results(link.codes(), response.status(), response.body(), orders.size());
                if (orders.size() > 1) {
                    results = BatchResults.of(ids, results);
                }
                for (int i = 0; i < orders.size(); i++) {
                    reply.outcome(orders.get(i), AlgoIds.apart(results.get(i), isConditional));
                }
            }

            @Override
            public void failed(Verdict verdict) {
                orders.forEach(order -> reply.outcome(order, bare(verdict)));
            }
        });
        return link.certainlyPast(request.deadlineMillis());
    }

    /** As {@link #send} for one order; what cannot be made is refused by the reply. */
    long sendOrRefuse(Supplier<RestRequest> maker, Order order, CommandReply reply) {
        try {
            return send(maker, List.of(order), List.of(order.clientId()), reply);
        } catch (RequestRefused e) {
            refuse(order, e.reason(), String.valueOf(e.getMessage()), reply);
            return thread.nanos();
        }
    }

    /** Refuses what was not sent. */
    void refuse(Order order, RejectReason reason, String why, CommandReply reply) {
        Verdict verdict = new Verdict(CodeClass.REJECTED, reason, "", why);
        thread.execute(() -> reply.outcome(order, bare(verdict)));
    }

    private static CommandResult bare(Verdict verdict) {
        return new CommandResult(verdict, "", "", null, 0);
    }
}
