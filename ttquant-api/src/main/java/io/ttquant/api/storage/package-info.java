/**
 * What a storage provider implements: a tap on the engine's road that keeps what passes, and reads it back. Nothing ever waits for it.
 *
 * <p>Everything has a natural key, so that it may be given again after a crash or a write whose outcome is not known: market data the instrument, the kind, the
 * time and a number; what a run did the run and a number; a fill besides the exchange's trade id. What is given again under its key is kept once, as it was first.
 * Equal times are normal.
 */
@NullMarked
package io.ttquant.api.storage;

import org.jspecify.annotations.NullMarked;
