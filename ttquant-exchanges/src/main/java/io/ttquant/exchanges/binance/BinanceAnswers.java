package io.ttquant.exchanges.binance;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.exchanges.answer.Answer;
import io.ttquant.exchanges.answer.CommandResult;
import io.ttquant.exchanges.answer.Json;
import io.ttquant.exchanges.answer.Unreadable;
import io.ttquant.exchanges.answer.VenueOrder;
import io.ttquant.exchanges.codes.CodeClass;
import io.ttquant.exchanges.codes.HttpStatuses;
import io.ttquant.exchanges.codes.VenueText;
import io.ttquant.exchanges.codes.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Reads the answers of Binance as a whole, and what became of commands. */
public final class BinanceAnswers {
    private BinanceAnswers() {}

    /** An answer with its verdict; it never throws, since an answer that cannot be read has a meaning too. */
    public static Answer read(BinanceCodes venue, int http, byte[] body) {
        JsonNode node;
        try {
            node = Json.read(body);
        } catch (Unreadable e) {
            // The page of a gateway is no word of the venue, whatever it says: it is told, and nothing follows from it.
            CodeClass its = venue.verdict(http, 0, "").codeClass();
            return Answer.without(
                    Verdict.of(its == CodeClass.ACCEPTED ? CodeClass.UNKNOWN : its, VenueText.page(body)));
        }
        if (!isError(node)) {
            return new Answer(venue.verdict(http, 0, Json.text(node, "msg")), node);
        }
        int code = code(node);
        Verdict verdict = venue.verdict(http, code, Json.text(node, "msg"));
        // An error whose code cannot be read is an error still.
        return new Answer(code == 0 && verdict.isAccepted() ? verdict.as(CodeClass.UNKNOWN) : verdict, node);
    }

    private static boolean isError(JsonNode node) {
        return node.isObject() && node.has("code") && node.has("msg");
    }

    private static int code(JsonNode node) {
        try {
            return Math.toIntExact(Json.whole(node, "code", 0));
        } catch (Unreadable | ArithmeticException e) {
            return 0;
        }
    }

    /** What became of the commands of a request: one, or those of a batch, each with its own. */
    public static List<CommandResult> results(BinanceCodes venue, int http, byte[] body) {
        Answer answer = read(venue, http, body);
        List<CommandResult> results = new ArrayList<>();
        if (answer.verdict().isAccepted()
                && answer.data().isArray()
                && !answer.data().isEmpty()) {
            answer.data().forEach(item -> results.add(result(venue, item)));
        } else if (!answer.verdict().isAccepted()) {
            results.add(new CommandResult(answer.verdict(), "", "", null, 0));
        } else {
            results.add(result(venue, answer.data()));
        }
        return results;
    }

    /**
     * The same for so many commands, a result for each. An error of the request as a whole concerns each of them; a list of another length says
     * nothing that could be told apart, so that then all are unknown.
     */
    public static List<CommandResult> results(BinanceCodes venue, int http, byte[] body, int commands) {
        List<CommandResult> results = results(venue, http, body);
        boolean isList = startsList(body);
        if (results.size() == commands && (isList || commands == 1)) {
            return results;
        }
        Verdict whole = results.get(0).verdict();
        Verdict each = isList || whole.isAccepted()
                ? Verdict.of(
                        CodeClass.UNKNOWN, "the answer has " + results.size() + " results for " + commands + " orders")
                : whole;
        return Collections.nCopies(commands, new CommandResult(each, "", "", null, 0));
    }

    private static boolean startsList(byte[] body) {
        int at = 0;
        while (at < body.length && body[at] <= ' ' && body[at] > 0) {
            at++;
        }
        return at < body.length && body[at] == '[';
    }

    /**
     * What became of the command that a frame of a WebSocket API answers; its id is in the field {@code id}. A status of such a frame means what that
     * of HTTP means.
     */
    public static CommandResult socketResult(BinanceCodes venue, byte[] frame) {
        JsonNode node;
        try {
            node = Json.read(frame);
            int status = (int) Math.min(Json.whole(node, "status", 0), 999);
            JsonNode error = node.path("error");
            Verdict verdict = venue.verdict(status, code(error), Json.text(error, "msg"));
            if (!verdict.isAccepted() || error.isObject()) {
                Verdict sure = verdict.isAccepted() ? verdict.as(CodeClass.UNKNOWN) : verdict;
                return new CommandResult(sure, "", "", null, 0);
            }
        } catch (Unreadable e) {
            return new CommandResult(Verdict.of(CodeClass.UNKNOWN, String.valueOf(e.getMessage())), "", "", null, 0);
        }
        return result(venue, node.path("result"));
    }

    /**
     * What became of a cancel and of the order that was to replace it, in this order. Each half has its own outcome; the second is not tried if the
     * first failed.
     */
    public static List<CommandResult> replacement(BinanceCodes venue, int http, byte[] body) {
        Answer answer = read(venue, http, body);
        JsonNode halves = answer.data().has("data") ? answer.data().path("data") : answer.data();
        if (HttpStatuses.mayHaveActed(http) || !halves.has("cancelResult")) {
            CommandResult whole = new CommandResult(
                    answer.verdict().isAccepted()
                            ? Verdict.of(CodeClass.UNKNOWN, "the answer names no halves")
                            : answer.verdict(),
                    "",
                    "",
                    null,
                    0);
            return List.of(whole, whole);
        }
        return List.of(
                half(venue, halves, "cancelResult", "cancelResponse"),
                half(venue, halves, "newOrderResult", "newOrderResponse"));
    }

    private static CommandResult half(BinanceCodes venue, JsonNode halves, String name, String response) {
        String word = Json.text(halves, name);
        JsonNode answer = halves.path(response);
        if (word.equals("NOT_ATTEMPTED")) {
            return new CommandResult(
                    Verdict.of(CodeClass.REJECTED, "not tried, since the other half failed"), "", "", null, 0);
        }
        boolean isTold = word.equals("SUCCESS") || (word.equals("FAILURE") && isError(answer));
        return isTold
                ? result(venue, answer)
                : new CommandResult(Verdict.of(CodeClass.UNKNOWN, name + " is '" + word + "'"), "", "", null, 0);
    }

    private static CommandResult result(BinanceCodes venue, JsonNode item) {
        if (isError(item)) {
            Verdict verdict = venue.verdict(code(item), Json.text(item, "msg"));
            return new CommandResult(verdict, Json.text(item, "clientAlgoId"), Json.text(item, "algoId"), null, 0);
        }
        JsonNode amended = item.path("amendedOrder");
        if (amended.isObject()) {
            // Its figures have names of their own; what is in effect comes as news of the order.
            return new CommandResult(
                    Verdict.ACCEPTED, BinanceOrders.clientId(amended), BinanceOrders.venueId(amended), null, 0);
        }
        if (BinanceOrders.venueId(item).isEmpty()) {
            return new CommandResult(Verdict.of(CodeClass.UNKNOWN, "the answer names no order"), "", "", null, 0);
        }
        if (!item.has("side")) {
            return new CommandResult(
                    Verdict.ACCEPTED, BinanceOrders.clientId(item), BinanceOrders.venueId(item), null, 0);
        }
        try {
            VenueOrder order = BinanceOrders.order(item);
            return new CommandResult(Verdict.ACCEPTED, order.clientId(), order.venueId(), order, order.tsUpdated());
        } catch (Unreadable e) {
            return new CommandResult(
                    Verdict.of(CodeClass.UNKNOWN, String.valueOf(e.getMessage())),
                    BinanceOrders.clientId(item),
                    BinanceOrders.venueId(item),
                    null,
                    0);
        }
    }
}
