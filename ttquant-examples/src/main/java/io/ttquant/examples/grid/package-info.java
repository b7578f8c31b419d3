/** A grid of limit orders with a paired exit for each level. */
@NullMarked
package io.ttquant.examples.grid;

import org.jspecify.annotations.NullMarked;
