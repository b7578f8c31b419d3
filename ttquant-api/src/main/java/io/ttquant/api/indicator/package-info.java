/**
 * Streaming indicators in {@code double}: constant memory, nothing allocated by an update, NaN until they are ready. All have one shape, {@link
 * io.ttquant.api.indicator.Indicator}.
 */
@NullMarked
package io.ttquant.api.indicator;

import org.jspecify.annotations.NullMarked;
