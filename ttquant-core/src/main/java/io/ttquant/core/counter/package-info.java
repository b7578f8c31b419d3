/** Figures that one thread writes, at the cost of a plain store, and any other reads. */
@NullMarked
package io.ttquant.core.counter;

import org.jspecify.annotations.NullMarked;
