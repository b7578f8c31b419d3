/** OKX, API V5: spot, perpetual swaps and futures. The symbol of an instrument is OKX's {@code instId}. */
@NullMarked
package io.ttquant.exchanges.okx;

import org.jspecify.annotations.NullMarked;
