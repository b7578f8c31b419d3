package io.ttquant.core.storage.rows;

import io.ttquant.core.storage.database.Block;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads a row, column by column in their order. */
final class RowReader {
    private final Block block;
    private final int row;
    private int column;

    RowReader(Block block, int row) {
        this.block = block;
        this.row = row;
    }

    long word() {
        return block.words(column++)[row];
    }

    int small() {
        return (int) word();
    }

    double real() {
        return block.real(column++, row);
    }

    String text() {
        return block.text(column++, row);
    }

    @Nullable
    String textOrNull() {
        return block.texts(column++)[row];
    }

    BigDecimal decimal() {
        return new BigDecimal(text());
    }

    @Nullable
    BigDecimal decimalOrNull() {
        String text = textOrNull();
        return text == null ? null : new BigDecimal(text);
    }
}
