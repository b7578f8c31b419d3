/** Market data of one instrument as a sheet, in a file that other programs read: CSV, or Parquet by way of DuckDB. */
@NullMarked
package io.ttquant.core.storage.sheet;

import org.jspecify.annotations.NullMarked;
