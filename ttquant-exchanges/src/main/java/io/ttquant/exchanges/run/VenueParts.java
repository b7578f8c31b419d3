package io.ttquant.exchanges.run;

import io.ttquant.api.exchange.EngineThread;
import io.ttquant.api.exchange.ExchangeConfig;
import io.ttquant.api.exchange.ExchangeProvider;
import io.ttquant.core.engine.Engine;
import io.ttquant.core.risk.KillSwitchStore;
import java.util.function.Consumer;

/**
 * What a run at a venue is given from outside.
 *
 * @param provider the venue's; on paper it is wrapped by the run itself
 * @param config its settings, with keys for a live run
 * @param thread the engine's thread
 * @param driver is given the engine once it is to be driven: from then on time passes for it
 * @param killSwitch keeps the kill switch over restarts
 * @param lines takes what people read
 * @param ended is called once, last, with true if the run ended in order
 */
public record VenueParts(
        ExchangeProvider provider,
        ExchangeConfig config,
        EngineThread thread,
        Consumer<Engine> driver,
        KillSwitchStore killSwitch,
        LineSink lines,
        Consumer<Boolean> ended) {}
