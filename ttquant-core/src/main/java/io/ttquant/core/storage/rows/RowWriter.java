package io.ttquant.core.storage.rows;

import io.ttquant.core.storage.database.Block;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Fills one row after another, column by column in their order. */
final class RowWriter {
    private final Block block;
    private int column;

    RowWriter(Block block) {
        this.block = block;
    }

    RowWriter word(long value) {
        block.word(column++, value);
        return this;
    }

    RowWriter real(double value) {
        return word(Double.doubleToRawLongBits(value));
    }

    RowWriter text(@Nullable String value) {
        return put(value == null ? null : Storable.text(value));
    }

    RowWriter decimal(@Nullable BigDecimal value) {
        return put(value == null ? null : value.toPlainString());
    }

    private RowWriter put(@Nullable String value) {
        if (value == null && !block.table().columns().get(column).optional()) {
            throw new IllegalArgumentException("column "
                    + block.table().columns().get(column).name() + " of " + block.table() + " cannot be null");
        }
        block.text(column++, value);
        return this;
    }

    void end() {
        if (column != block.table().columns().size()) {
            throw new IllegalStateException("a row of " + block.table() + " has " + column + " values for "
                    + block.table().columns().size() + " columns");
        }
        block.endRow();
        column = 0;
    }
}
