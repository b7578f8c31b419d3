package io.ttquant.exchanges.run;

import io.ttquant.api.exchange.AccountSink;
import io.ttquant.api.exchange.ExecutionSession;
import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.core.engine.Engine;
import io.ttquant.core.engine.EngineBuilder;
import io.ttquant.core.engine.MarketDemand;
import io.ttquant.core.journal.JournalRecorder;
import org.jspecify.annotations.Nullable;

/** The journal of a run, if it has one; without one all is as it was given. */
record RunJournal(@Nullable JournalRecorder recorder) {
    static final RunJournal NONE = new RunJournal(null);

    void into(EngineBuilder builder, MarketDemand demand) {
        if (recorder == null) {
            builder.demand(demand);
        } else {
            recorder.into(builder, demand);
        }
    }

    ExecutionSession session(ExecutionSession exchange) {
        return recorder == null ? exchange : recorder.session(exchange);
    }

    MarketDataSink market(Engine engine) {
        return recorder == null ? engine : recorder.market(engine);
    }

    AccountSink account(Engine engine) {
        return recorder == null ? engine.live() : recorder.account(engine);
    }

    void close() {
        if (recorder != null) {
            recorder.close();
        }
    }
}
