/**
 * Paper trading: any venue's live feed, with execution in {@link io.ttquant.core.matching} at that venue's fees. No key is needed and none is used: the
 * session is opened without them and refuses commands, so that no order can reach the venue.
 */
@NullMarked
package io.ttquant.exchanges.paper;

import org.jspecify.annotations.NullMarked;
