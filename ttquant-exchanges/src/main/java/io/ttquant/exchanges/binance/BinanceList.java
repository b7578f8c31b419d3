package io.ttquant.exchanges.binance;

import io.ttquant.exchanges.request.Fields;
import io.ttquant.exchanges.request.JsonFields;
import io.ttquant.exchanges.request.WireBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A JSON array that stands in a parameter. */
final class BinanceList {
    private final WireBuffer text = new WireBuffer().put('[');
    private final JsonFields fields = new JsonFields(text);
    private boolean isFirst = true;

    Fields next() {
        if (!isFirst) {
            fields.close();
            text.put(',');
        }
        isFirst = false;
        return fields.open();
    }

    String end() {
        if (!isFirst) {
            fields.close();
        }
        text.put(']');
        return new String(text.array(), 0, text.length(), StandardCharsets.UTF_8);
    }

    static String of(List<String> ids) {
        WireBuffer text = new WireBuffer().put('[');
        for (int i = 0; i < ids.size(); i++) {
            BinanceOrderFields.checkId(ids.get(i));
            (i == 0 ? text : text.put(',')).json(ids.get(i));
        }
        text.put(']');
        return text.ascii(0, text.length());
    }
}
