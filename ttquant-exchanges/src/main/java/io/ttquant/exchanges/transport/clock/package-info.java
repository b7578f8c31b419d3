/** How far a venue's clock is from ours, measured, with the bound of its error. */
@NullMarked
package io.ttquant.exchanges.transport.clock;

import org.jspecify.annotations.NullMarked;
