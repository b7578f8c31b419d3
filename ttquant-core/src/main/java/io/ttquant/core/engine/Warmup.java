package io.ttquant.core.engine;

import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.InstrumentId;

/**
 * A warm-up for which a strategy asked.
 *
 * @param instrument of which instrument
 * @param spec of which bars
 * @param bars how many of the last closed ones, above zero
 */
public record Warmup(InstrumentId instrument, BarSpec spec, int bars) {}
