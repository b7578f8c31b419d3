package io.ttquant.core.storage.sheet;

/** Where rows of a sheet go. For one thread. */
interface SheetOutput extends AutoCloseable {
    /** A row; the values of all columns. The array is the caller's. */
    void row(long... values);

    /** Completes the file. */
    void finish();

    /** Frees what is held; without {@link #finish} there is no file. */
    @Override
    void close();
}
