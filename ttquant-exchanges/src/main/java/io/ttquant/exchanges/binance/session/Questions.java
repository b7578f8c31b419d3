package io.ttquant.exchanges.binance.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.exchanges.answer.Answer;
import io.ttquant.exchanges.binance.BinanceAnswers;
import io.ttquant.exchanges.binance.BinanceCodes;
import io.ttquant.exchanges.codes.CodeClass;
import io.ttquant.exchanges.codes.Verdict;
import io.ttquant.exchanges.request.RestRequest;
import io.ttquant.exchanges.session.Reply;
import io.ttquant.exchanges.session.rest.RestCaller;
import io.ttquant.exchanges.session.rest.RestListener;
import io.ttquant.exchanges.transport.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Asks, and reads the answers: what cannot be read whole is no answer. */
final class Questions {
    private final BinanceCodes codes;
    private final Supplier<RestCaller> caller;

    Questions(BinanceCodes codes, Supplier<RestCaller> caller) {
        this.codes = codes;
        this.caller = caller;
    }

    /** Asks for JSON. */
    <T> void ask(Supplier<RestRequest> request, Function<JsonNode, T> reader, Reply<T> reply) {
        caller.get().ask(request, new RestListener() {
            @Override
            public void answered(HttpResponse response) {
                Answer answer = BinanceAnswers.read(codes, response.status(), response.body());
                read(answer.verdict(), () -> reader.apply(answer.data()), reply);
            }

            @Override
            public void failed(Verdict verdict) {
                reply.failed(verdict);
            }
        });
    }

    /** Asks several questions one after the other, and reads their answers together. */
    <T> void askAll(List<Supplier<RestRequest>> requests, Function<List<JsonNode>, T> reader, Reply<T> reply) {
        next(requests, new ArrayList<>(), reader, reply);
    }

    private <T> void next(
            List<Supplier<RestRequest>> requests,
            List<JsonNode> answers,
            Function<List<JsonNode>, T> reader,
            Reply<T> reply) {
        if (answers.size() == requests.size()) {
            read(Verdict.ACCEPTED, () -> reader.apply(answers), reply);
            return;
        }
        ask(requests.get(answers.size()), node -> node, new Reply<JsonNode>() {
            @Override
            public void answered(JsonNode node) {
                answers.add(node);
                next(requests, answers, reader, reply);
            }

            @Override
            public void failed(Verdict verdict) {
                reply.failed(verdict);
            }
        });
    }

    /** Asks for something whose bytes are read by the reader; errors are told apart by their status. */
    <T> void askBytes(Supplier<RestRequest> request, Function<byte[], T> reader, Reply<T> reply) {
        caller.get().ask(request, new RestListener() {
            @Override
            public void answered(HttpResponse response) {
                Verdict verdict = response.isSuccess()
                        ? Verdict.ACCEPTED
                        : BinanceAnswers.read(codes, response.status(), response.body())
                                .verdict();
                read(verdict, () -> reader.apply(response.body()), reply);
            }

            @Override
            public void failed(Verdict verdict) {
                reply.failed(verdict);
            }
        });
    }

    private static <T> void read(Verdict verdict, Supplier<T> reader, Reply<T> reply) {
        if (!verdict.isAccepted()) {
            reply.failed(verdict);
            return;
        }
        T value;
        try {
            value = reader.get();
        } catch (IllegalArgumentException | ArithmeticException e) {
            reply.failed(Verdict.of(CodeClass.UNKNOWN, "the answer cannot be read: " + e.getMessage()));
            return;
        }
        reply.answered(value);
    }
}
