package io.ttquant.exchanges.run;

import io.ttquant.api.exchange.EngineThread;
import io.ttquant.core.engine.Engine;
import io.ttquant.core.engine.EngineState;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it, every second and between events, that what limits on losses have counted is kept over restarts. While it cannot be kept, nothing is sent that
 * adds risk. On the engine's thread.
 */
final class RiskKeeping {
    private static final Logger LOG = LoggerFactory.getLogger(RiskKeeping.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final AllKept all;
    private @Nullable Engine engine;
    private Consumer<String> lines = text -> {};
    private boolean isFailing;

    RiskKeeping(AllKept all) {
        this.all = all;
    }

    /** The engine is built, and not started. */
    void begin(Engine built, EngineThread thread, Consumer<String> into) {
        engine = built;
        lines = into;
        AbsentStrategies.words(built.risk().kept().absent()).forEach(line -> into.accept("RISK kept: " + line));
        look(thread, built, Duration.ZERO);
    }

    private void look(EngineThread thread, Engine of, Duration after) {
        thread.schedule(after, () -> {
            if (!of.state().isEnded()) {
                look(thread, of, LOOK);
                keep(of);
            }
        });
    }

    private void keep(Engine of) {
        try {
            of.risk().keep(false);
        } catch (RuntimeException e) {
            failed(of, e);
            return;
        }
        if (isFailing) {
            isFailing = false;
            all.says(this, true, "the state of risk is written again", of);
            lines.accept("the state of risk is kept again");
        }
    }

    private void failed(Engine of, RuntimeException e) {
        if (!isFailing) {
            isFailing = true;
            LOG.error(
                    "the state of risk cannot be kept; after a restart losses would count from what was kept last", e);
            String words = String.valueOf(e.getMessage());
            all.says(this, false, words, of);
            lines.accept("NO NEW RISK: " + words);
        }
    }

    /** The run is over. An engine that failed has nothing to say that could be believed. */
    void close() {
        Engine over = engine;
        engine = null;
        if (over != null && over.state() == EngineState.STOPPED) {
            try {
                over.risk().keep(true);
            } catch (RuntimeException e) {
                LOG.error("the state of risk could not be kept at the end", e);
                lines.accept("the next run counts losses from what was kept before: " + e.getMessage());
            }
        }
    }
}
