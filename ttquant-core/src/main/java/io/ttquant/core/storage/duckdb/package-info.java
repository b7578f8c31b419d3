/** Storage in a DuckDB file: the research store, for large archives of ticks and for questions over all of them. */
@NullMarked
package io.ttquant.core.storage.duckdb;

import org.jspecify.annotations.NullMarked;
