package io.ttquant.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.Trade;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import io.ttquant.core.AllocatedBytes;
import io.ttquant.core.engine.Engine;
import io.ttquant.core.engine.EngineBuilder;
import io.ttquant.core.engine.MarketDemand;
import io.ttquant.core.matching.SimulationConfig;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a journal costs: nothing is allocated for market data. */
class JournalCostTest {
    private static final int EVENTS = 200_000;
    private static final long START = 1_700_000_000_000_000_000L;

    private static final class Listener extends Strategy {
        @Override
        protected void onStart(StrategyContext ctx) {
            // It hears nothing, so that what is measured is the engine and its journal.
        }

        @Override
        protected void onTrade(Trade trade) {
            throw new IllegalStateException("nothing was subscribed to");
        }
    }

    private static final class Nowhere implements DurableLog {
        @Override
        public void append(ByteBuffer bytes) {
            bytes.position(bytes.limit());
        }

        @Override
        public void close() {
            // There is nothing to end.
        }
    }

    private static InstrumentSink sink(boolean isRecorded) {
        EngineBuilder builder = Engine.builder()
                .startNanos(START)
                .instrument(RandomSession.SPOT)
                .reporting(RandomSession.USD)
                .strategy("s", new Listener())
                .simulate(SimulationConfig.DEFAULT);
        JournalRecorder recorder = JournalRecorder.begin(
                new Nowhere(),
                new JournalHeader(Map.of(), START, List.of(RandomSession.SPOT), false, Set.of(), AccountSnapshot.NONE));
        if (isRecorded) {
            recorder.into(builder, MarketDemand.NONE);
        }
        Engine engine = builder.build();
        InstrumentSink sink = (isRecorded ? recorder.market(engine) : engine).instrument(RandomSession.SPOT.id());
        engine.start(START);
        return sink;
    }

    private static void trades(InstrumentSink sink, int from, int count) {
        for (int i = from; i < from + count; i++) {
            long now = START + i * 1_000_000L;
            sink.trade(now - 100_000, now, 100 + (i & 15), 1 + (i & 3), AggressorSide.BUYER);
        }
    }

    @Test
    void nothingIsAllocatedForMarketData() {
        InstrumentSink plain = sink(false);
        InstrumentSink recorded = sink(true);
        long allocatedWithout = 0;
        long allocatedWith = 0;
        for (int round = 0; round < 8; round++) {
            long begin = AllocatedBytes.now();
            trades(plain, round * EVENTS, EVENTS);
            long middle = AllocatedBytes.now();
            trades(recorded, round * EVENTS, EVENTS);
            allocatedWithout = middle - begin;
            allocatedWith = AllocatedBytes.now() - middle;
        }
        assertThat((allocatedWith - allocatedWithout) / (double) EVENTS)
                .as("bytes for a trade")
                .isLessThan(1);
    }
}
