/** Buys when a fast exponential average crosses above a slow one, sells when it crosses back. */
@NullMarked
package io.ttquant.examples.emacross;

import org.jspecify.annotations.NullMarked;
