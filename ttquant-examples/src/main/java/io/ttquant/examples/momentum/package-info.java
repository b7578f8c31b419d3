/** Buys outbreaks: unusual returns on unusual volume. */
@NullMarked
package io.ttquant.examples.momentum;

import org.jspecify.annotations.NullMarked;
