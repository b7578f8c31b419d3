package com.example;

import io.ttquant.api.strategy.AlgorithmContext;
import io.ttquant.api.strategy.ExecutionAlgorithm;
import io.ttquant.api.time.TimerEvent;

public final class AtTheClose implements ExecutionAlgorithm {
    private final long closeNanos;

    public AtTheClose(long closeNanos) {
        this.closeNanos = closeNanos;
    }

    @Override
    public void onStart(AlgorithmContext work) {
        work.child(work.rawRemaining()).rawLimit(work.market().rawLast()).submit();
        work.timers().at("close", closeNanos);
    }

    @Override
    public void onTimer(AlgorithmContext work, TimerEvent timer) {
        work.working().forEach(work::cancel);
        work.finish("the close has come");
    }
}
