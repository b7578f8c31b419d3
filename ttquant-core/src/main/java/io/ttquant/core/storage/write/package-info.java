/** The road from an engine into a database: queues that never make the engine wait, batches, the spool behind them, and what metrics read. */
@NullMarked
package io.ttquant.core.storage.write;

import org.jspecify.annotations.NullMarked;
