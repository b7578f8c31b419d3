/** Ways to work a large order in small ones: TWAP, a share of the volume, slices, a limit that follows the market. Each is an example for one of your own. */
@NullMarked
package io.ttquant.api.algorithm;

import org.jspecify.annotations.NullMarked;
