package io.ttquant.core.engine;

import java.util.function.LongConsumer;

/**
 * Hears of what makes an engine act beside market data and reports: time that passes, and the {@link EngineCall}s. Both let happen what they are told of,
 * once, before they return. What an engine does is determined by these, by the events that its sinks take, and by how it was built.
 */
public interface InputLog {
    /**
     * Time passes and something is due.
     *
     * @param nanos up to when, epoch nanoseconds
     * @param engine lets it pass
     */
    void advance(long nanos, LongConsumer engine);

    /**
     * Somebody calls the engine.
     *
     * @param call what is called
     * @param engine does it
     */
    void call(EngineCall call, Runnable engine);
}
