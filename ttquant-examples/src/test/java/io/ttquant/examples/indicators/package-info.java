/** The pages and pictures of docs/indicators. */
@NullMarked
package io.ttquant.examples.indicators;

import org.jspecify.annotations.NullMarked;
