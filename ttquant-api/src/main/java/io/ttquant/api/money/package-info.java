/**
 * Exact amounts: currencies, money at the edge, and fixed-point arithmetic inside.
 *
 * <p>A value named <em>raw</em> is the unscaled integer of a decimal at a scale that somebody else knows (an instrument's
 * price or quantity scale, a currency's scale): 30000.5 at scale 1 is raw 300005.
 */
@NullMarked
package io.ttquant.api.money;

import org.jspecify.annotations.NullMarked;
