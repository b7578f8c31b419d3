/**
 * Configuration: TOML to records, all mistakes of a file reported at once, each with its line and column.
 * {@link io.ttquant.core.config.Configuration} reads any record; {@link io.ttquant.core.config.RunConfiguration} is a run of strategies.
 */
@NullMarked
package io.ttquant.core.config;

import org.jspecify.annotations.NullMarked;
