package io.ttquant.exchanges.okx.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.exchanges.answer.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The orders by which the venue took a position away, as their category says, which has no place in their record. */
final class OkxLiquidations {
    /** More than an account meets while one of them is still asked for. */
    static final int MOST = 1_000;

    private static final Set<String> TAKEN_AWAY = Set.of("full_liquidation", "partial_liquidation", "adl");

    private final Map<String, String> ids = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST;
        }
    };

    /** Takes the category of an order of the stream. */
    void note(String orderId, String category) {
        if (TAKEN_AWAY.contains(category)) {
            ids.put(orderId, category);
        }
    }

    /** Takes the categories of orders of an answer. */
    void note(JsonNode rows) {
        rows.forEach(row -> note(Json.text(row, "ordId"), Json.text(row, "category")));
    }

    boolean has(String orderId) {
        return ids.containsKey(orderId);
    }
}
