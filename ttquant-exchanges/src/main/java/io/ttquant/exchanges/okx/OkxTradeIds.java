package io.ttquant.exchanges.okx;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.exchanges.answer.Json;

/** Ids of trades, by which a fill is booked once. */
final class OkxTradeIds {
    private static final String NONE = "0";
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

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
        long bill = number(fill, "billId");
        return Long.MIN_VALUE | (bill > 0 ? bill : hash(fill));
    }

    /** The cursor of a fill, which is its bill; below zero if the venue does not tell it. */
    static long cursor(JsonNode fill) {
        return number(fill, "billId");
    }

    private static long hash(JsonNode fill) {
        String text = Json.text(fill, "ordId")
                + '|'
                + Json.nanos(fill, "fillTime", "ts")
                + '|'
                + figure(fill, "fillPx")
                + '|'
                + figure(fill, "fillSz");
        long hash = FNV_OFFSET;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }

    private static String figure(JsonNode fill, String name) {
        return Json.required(fill, name).stripTrailingZeros().toPlainString();
    }

    private static long number(JsonNode row, String name) {
        try {
            return Long.parseLong(Json.text(row, name));
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
