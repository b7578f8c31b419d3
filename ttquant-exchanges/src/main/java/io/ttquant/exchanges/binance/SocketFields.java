package io.ttquant.exchanges.binance;

import io.ttquant.exchanges.request.Fields;
import io.ttquant.exchanges.request.JsonFields;
import io.ttquant.exchanges.request.WireBuffer;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** Parameters of a request of the WebSocket APIs, which are signed in the order of their names, in UTF-8 and not percent-encoded. */
final class SocketFields implements Fields {
    private record Value(String text, boolean isBare) {}

    private final Map<String, Value> values = new TreeMap<>();

    @Override
    public void text(String name, String value) {
        values.put(name, new Value(value, false));
    }

    @Override
    public void number(String name, long value) {
        values.put(name, new Value(Long.toString(value), true));
    }

    @Override
    public void decimal(String name, long raw, int scale) {
        BigDecimal value = BigDecimal.valueOf(raw, scale);
        values.put(name, new Value(value.stripTrailingZeros().toPlainString(), false));
    }

    @Override
    public void flag(String name, boolean value) {
        values.put(name, new Value(Boolean.toString(value), true));
    }

    /** The text that is signed. */
    void payload(WireBuffer out) {
        boolean isFirst = true;
        for (Map.Entry<String, Value> value : values.entrySet()) {
            (isFirst ? out : out.put('&'))
                    .put(value.getKey())
                    .put('=')
                    .put(value.getValue().text());
            isFirst = false;
        }
    }

    void json(JsonFields out) {
        for (Map.Entry<String, Value> value : values.entrySet()) {
            if (value.getValue().isBare()) {
                out.field(value.getKey()).put(value.getValue().text());
            } else {
                out.text(value.getKey(), value.getValue().text());
            }
        }
    }
}
