package io.ttquant.exchanges.run;

import io.ttquant.api.exchange.EngineThread;
import io.ttquant.api.exchange.ExchangeConfig;
import io.ttquant.api.exchange.ExchangeProvider;
import io.ttquant.core.engine.Engine;
import io.ttquant.core.risk.KillSwitchStore;
import io.ttquant.core.risk.RiskMemory;
import java.util.function.Consumer;

/**
 * What a run at a venue is given from outside.
 *
 * @param provider the venue's; on paper it is wrapped by the run itself
 * @param config its settings, with keys for a live run
 * @param thread the engine's thread
 * @param driver is given the engine once it is to be driven: from then on time passes for it
 * @param killSwitch keeps the kill switch over restarts
 * @param riskMemory keeps over restarts what limits on losses count and who is halted; looked at for live runs only, and belongs to whoever holds the kill switch
 * @param lines takes what people read
 * @param ended is called once, last, with true if the run ended in order
 */
public record VenueParts(
        ExchangeProvider provider,
        ExchangeConfig config,
        EngineThread thread,
        Consumer<Engine> driver,
        KillSwitchStore killSwitch,
        RiskMemory riskMemory,
        LineSink lines,
        Consumer<Boolean> ended) {}
