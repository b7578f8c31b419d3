/** Sessions of DuckDB beside the naive store of {@code io.ttquant.storage}. */
@NullMarked
package io.ttquant.core.storage.duckdb;

import org.jspecify.annotations.NullMarked;
