package io.ttquant.exchanges.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.ttquant.exchanges.codes.Verdict;

/**
 * An answer of REST as a whole.
 *
 * @param verdict what it says
 * @param data what it brings; a missing node if it cannot be read
 */
public record Answer(Verdict verdict, JsonNode data) {
    /** An answer that brings nothing. */
    public static Answer without(Verdict verdict) {
        return new Answer(verdict, MissingNode.getInstance());
    }

    /**
     * What it brings, if it is no error.
     *
     * @throws Unreadable if it is one
     */
    public JsonNode require() {
        if (!verdict.isAccepted()) {
            throw new Unreadable("the venue answers " + verdict.code() + " '" + verdict.message() + "' ("
                    + verdict.codeClass().text() + ")");
        }
        return data;
    }
}
