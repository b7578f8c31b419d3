package io.ttquant.exchanges.okx.session;

import io.ttquant.api.exchange.EngineThread;
import io.ttquant.api.exchange.SessionFigures;
import io.ttquant.exchanges.answer.Answer;
import io.ttquant.exchanges.answer.CommandResult;
import io.ttquant.exchanges.codes.CodeClass;
import io.ttquant.exchanges.codes.Verdict;
import io.ttquant.exchanges.credentials.Credentials;
import io.ttquant.exchanges.okx.OkxAnswers;
import io.ttquant.exchanges.request.HostKind;
import io.ttquant.exchanges.request.Hosts;
import io.ttquant.exchanges.request.RestRequest;
import io.ttquant.exchanges.session.rest.AnswerWatch;
import io.ttquant.exchanges.session.rest.RestCaller;
import io.ttquant.exchanges.session.rest.RestListener;
import io.ttquant.exchanges.transport.HttpResponse;
import io.ttquant.exchanges.transport.Network;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sends each request once, when its budget allows, and reads what comes back. Takers are never called before the method has returned. */
final class OkxRest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final OkxClock clock;
    private final OkxBudget budget;
    private final RestCaller caller;

    OkxRest(OkxSettings settings, OkxBudgets budgets, Network network, EngineThread engine, OkxClock clock) {
        Hosts hosts = settings.environment().hosts();
        this.clock = clock;
        this.budget = new OkxBudget(budgets, hosts.address(HostKind.REST), account(settings.credentials()), engine);
        this.caller =
                new RestCaller(hosts, network, engine, budget.budget(), budget.charges(), AnswerWatch.NONE, PATIENCE);
    }

    /** Sessions with the same key are of one account; which keys are of one otherwise, the venue does not say. */
    private static String account(@Nullable Credentials credentials) {
        return credentials == null ? "" : credentials.key().use(bytes -> Integer.toHexString(Arrays.hashCode(bytes)));
    }

    /** Asks something as soon as the budget allows; the answer says by its verdict whether it is one. Signed when it is sent. */
    void ask(Supplier<RestRequest> question, Consumer<Answer> taker) {
        Noted noted = new Noted(question);
        caller.ask(noted, new RestListener() {
            @Override
            public void answered(HttpResponse response) {
                Answer answer = OkxAnswers.read(response.status(), response.body());
                learn(noted.last, response, answer.verdict());
                taker.accept(answer);
            }

            @Override
            public void failed(Verdict verdict) {
                taker.accept(Answer.without(verdict));
            }
        });
    }

    /** Sends a command as soon as the budget allows: for what lowers risk, which is not to be given up. */
    void insist(Supplier<RestRequest> command, Consumer<List<CommandResult>> taker) {
        Noted noted = new Noted(command);
        caller.ask(noted, results(noted, taker));
    }

    /** Sends a command now, or not at all: one that waits would come with an old deadline and an old price. */
    void command(RestRequest command, Consumer<List<CommandResult>> taker) {
        Noted noted = new Noted(() -> command);
        caller.send(noted.get(), results(noted, taker));
    }

    private RestListener results(Noted noted, Consumer<List<CommandResult>> taker) {
        return new RestListener() {
            @Override
            public void answered(HttpResponse response) {
                List<CommandResult> results = OkxAnswers.results(response.status(), response.body());
                results.forEach(result -> learn(noted.last, response, result.verdict()));
                taker.accept(results);
            }

            @Override
            public void failed(Verdict verdict) {
                taker.accept(List.of(new CommandResult(verdict, "", "", null, 0)));
            }
        };
    }

    /** A limit that was met is kept away from, and a time that was refused is measured again. */
    private void learn(@Nullable RestRequest request, HttpResponse response, Verdict verdict) {
        if (request != null) {
            budget.learn(request.cost(), response.status(), verdict);
        }
        if (verdict.codeClass() == CodeClass.CLOCK) {
            clock.doubted();
        }
    }

    /** What became of the requests, and what is used of the limits. */
    SessionFigures.Requests figures() {
        return caller.counts().figures(budget.budget());
    }

    void close() {
        caller.close();
    }

    /** Remembers the request that was made last, which is the one that was sent. */
    private static final class Noted implements Supplier<RestRequest> {
        private final Supplier<RestRequest> maker;
        private @Nullable RestRequest last;

        Noted(Supplier<RestRequest> maker) {
            this.maker = maker;
        }

        @Override
        public RestRequest get() {
            RestRequest made = maker.get();
            last = made;
            return made;
        }
    }
}
