package io.ttquant.core.storage.rows;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.storage.BookLevel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Levels of a book as JSON with decimals: {@code [["100.5","3"],["100","1.25"]]}. */
final class Levels {
    private Levels() {}

    static String write(List<BookLevel> levels, Instrument instrument) {
        StringBuilder out = new StringBuilder("[");
        for (BookLevel level : levels) {
            out.append(out.length() > 1 ? "," : "")
                    .append("[\"")
                    .append(instrument.formatPrice(level.rawPrice()))
                    .append("\",\"")
                    .append(instrument.formatQuantity(level.rawQuantity()))
                    .append("\"]");
        }
        return out.append(']').toString();
    }

    static List<BookLevel> read(String json, Instrument instrument) {
        String[] parts = json.split("\"");
        List<BookLevel> levels = new ArrayList<>(parts.length / 4);
        for (int i = 3; i < parts.length; i += 4) {
            levels.add(new BookLevel(
                    FixedPoint.toRaw(new BigDecimal(parts[i - 2]), instrument.priceScale()),
                    FixedPoint.toRaw(new BigDecimal(parts[i]), instrument.quantityScale())));
        }
        return levels;
    }
}
