package io.ttquant.exchanges.okx;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.exchanges.answer.Json;
import io.ttquant.exchanges.answer.VenueFill;

/** Ids of trades, by which a fill is booked once. */
final class OkxTradeIds {
    private static final String NONE = "0";

    private OkxTradeIds() {}

    /** Whether a text of news is the id of a trade, not the place of one. */
    static boolean isAny(String tradeId) {
        return !tradeId.isEmpty() && !tradeId.equals(NONE);
    }

    /**
     * The id of a fill of an answer. Where the venue tells none, it is one of ours: the same whenever the fill is listed again, and below zero, where
     * the venue has none. News without an id tells of no fill, so that such fills come from answers only, which have the bill of each.
     */
    static long of(JsonNode fill) {
        long told = number(fill, "tradeId");
        if (told > 0) {
            return told;
        }
        long bill = cursor(fill);
        return bill > 0 ? Long.MIN_VALUE | bill : madeUp(fill);
    }

    /** The cursor of a fill, which is its bill; below zero if the venue does not tell it. */
    static long cursor(JsonNode fill) {
        long bill = number(fill, "billId");
        return bill > 0 ? bill : -1;
    }

    private static long madeUp(JsonNode fill) {
        return VenueFill.madeUpId(
                Json.text(fill, "ordId"),
                Json.nanos(fill, "fillTime", "ts"),
                Json.required(fill, "fillPx"),
                Json.required(fill, "fillSz"));
    }

    private static long number(JsonNode row, String name) {
        try {
            return Long.parseLong(Json.text(row, name));
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
