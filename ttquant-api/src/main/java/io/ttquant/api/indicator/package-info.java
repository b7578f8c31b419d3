/**
 * Streaming indicators in {@code double}: constant memory, nothing allocated by an update, NaN until they are ready and finite from then on. All
 * have one shape, {@link io.ttquant.api.indicator.Indicator}; what they take says their kind: a number, a pair, high, low and close, or a whole
 * bar. They can be chained with {@code then}, fed by a {@link io.ttquant.api.indicator.Source} of bars with {@code on}, and keep a history with
 * {@code withHistory}. Where conventions differ, each has a factory with its name.
 *
 * <p>Sums and moments over a window are kept in two blocks that are only ever added to, so that rounding does not pile up however long they run.
 */
@NullMarked
package io.ttquant.api.indicator;

import org.jspecify.annotations.NullMarked;
