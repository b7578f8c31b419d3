package io.ttquant.exchanges.okx;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.exchanges.answer.Answer;
import io.ttquant.exchanges.answer.CommandResult;
import io.ttquant.exchanges.answer.Json;
import io.ttquant.exchanges.answer.Unreadable;
import io.ttquant.exchanges.codes.CodeClass;
import io.ttquant.exchanges.codes.HttpStatuses;
import io.ttquant.exchanges.codes.VenueText;
import io.ttquant.exchanges.codes.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Reads the answers of OKX as a whole, and what became of commands. */
public final class OkxAnswers {
    private OkxAnswers() {}

    /** An answer with its verdict; it never throws, since an answer that cannot be read has a meaning too. */
    public static Answer read(int http, byte[] body) {
        try {
            JsonNode node = Json.read(body);
            String code = Json.text(node, "code");
            Verdict verdict = OkxCodes.verdict(http, code, Json.text(node, "msg"));
            return new Answer(verdict, node.path("data"));
        } catch (Unreadable e) {
            return Answer.without(OkxCodes.verdict(http, "", VenueText.page(body)));
        }
    }

    /**
     * What became of the commands of a request. Where an item has a code of its own, that one decides; where it has none and the request as a whole
     * failed, the outcome is that of the request.
     */
    public static List<CommandResult> results(int http, byte[] body) {
        Answer answer = read(http, body);
        List<CommandResult> results = new ArrayList<>();
        for (JsonNode item : answer.data().isArray() ? answer.data() : List.<JsonNode>of()) {
            results.add(result(http, answer.verdict(), item));
        }
        if (results.isEmpty()) {
            results.add(new CommandResult(
                    answer.verdict().isAccepted()
                            ? Verdict.of(CodeClass.UNKNOWN, "the answer names no order")
                            : answer.verdict(),
                    "",
                    "",
                    null,
                    0));
        }
        return results;
    }

    private static CommandResult result(int http, Verdict whole, JsonNode item) {
        String code = Json.text(item, "sCode");
        Verdict verdict = code.isEmpty() ? without(whole, item) : OkxCodes.verdict(code, Json.text(item, "sMsg"));
        // A server that fails may have acted before, whatever it says of an item; and no refusal has items that were
        // done.
        boolean isDoubtful = HttpStatuses.mayHaveActed(http) || (verdict.isAccepted() && !HttpStatuses.isSuccess(http));
        Verdict sure = isDoubtful && verdict.codeClass().isOutcomeKnown() ? verdict.as(CodeClass.UNKNOWN) : verdict;
        boolean isAlgo = item.has("algoId");
        return new CommandResult(
                sure,
                Json.text(item, isAlgo ? "algoClOrdId" : "clOrdId"),
                Json.text(item, isAlgo ? "algoId" : "ordId"),
                null,
                time(item));
    }

    /** An item without a code has the outcome of the request; but that an order was taken is proved by its id only. */
    private static Verdict without(Verdict whole, JsonNode item) {
        boolean isOrder = item.has("clOrdId") || item.has("algoClOrdId") || item.isEmpty();
        boolean isNamed = !Json.text(item, "ordId").isEmpty()
                || !Json.text(item, "algoId").isEmpty();
        return whole.isAccepted() && isOrder && !isNamed
                ? Verdict.of(CodeClass.UNKNOWN, "the answer has neither code nor id of the order")
                : whole;
    }

    private static long time(JsonNode item) {
        try {
            return Json.nanos(item, "ts");
        } catch (Unreadable e) {
            // The outcome counts more than when it was.
            return 0;
        }
    }
}
