package io.ttquant.backtest.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Texts that many rows share, written once; the rows hold their numbers. */
final class PageStrings {
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    int number(String text) {
        return numbers.computeIfAbsent(text, key -> numbers.size());
    }

    void write(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("strings");
        for (String text : numbers.keySet()) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
