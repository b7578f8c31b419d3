package io.ttquant.core.storage.sheet;

/** Rows of a sheet, from a file. For one thread. */
interface SheetInput extends AutoCloseable {
    /** What it holds. */
    SheetKind kind();

    /** Its decimals. */
    SheetScales scales();

    /** Reads the next row into an array with room for all columns; false at the end. */
    boolean next(long[] values);

    @Override
    void close();
}
