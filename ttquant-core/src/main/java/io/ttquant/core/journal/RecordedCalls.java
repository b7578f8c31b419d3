package io.ttquant.core.journal;

import io.ttquant.core.engine.EngineCall;
import io.ttquant.core.engine.InputLog;
import java.util.function.LongConsumer;

/** Writes down that time passes and that somebody calls the engine. */
final class RecordedCalls implements InputLog {
    private final JournalWriter journal;

    RecordedCalls(JournalWriter journal) {
        this.journal = journal;
    }

    @Override
    public void advance(long nanos, LongConsumer engine) {
        if (!journal.isOutside()) {
            engine.accept(nanos);
            return;
        }
        journal.begin(EntryKind.ADVANCED).time(nanos);
        journal.end();
        boolean isDone = false;
        journal.enter();
        try {
            engine.accept(nanos);
            isDone = true;
        } finally {
            journal.leave(isDone);
        }
    }

    @Override
    public void call(EngineCall call, Runnable engine) {
        if (!journal.isOutside()) {
            engine.run();
            return;
        }
        write(call);
        boolean isDone = false;
        journal.enter();
        try {
            engine.run();
            isDone = true;
        } finally {
            journal.leave(isDone);
        }
    }

    private void write(EngineCall call) {
        if (call instanceof EngineCall.Start start) {
            journal.begin(EntryKind.STARTED).time(start.nanos());
        } else if (call instanceof EngineCall.Stop) {
            journal.begin(EntryKind.STOPPED);
        } else if (call instanceof EngineCall.StopStrategies stop) {
            journal.begin(EntryKind.STRATEGIES_STOPPED).text(stop.reason());
        } else if (call instanceof EngineCall.Trading trading) {
            journal.begin(EntryKind.TRADING).flag(trading.isTrading()).text(trading.why());
        } else if (call instanceof EngineCall.Keeping keeping) {
            journal.begin(EntryKind.KEEPING).flag(keeping.isKept()).text(keeping.why());
        } else {
            writeRisk(call);
        }
        journal.end();
    }

    private void writeRisk(EngineCall call) {
        if (call instanceof EngineCall.Trip trip) {
            journal.begin(EntryKind.TRIPPED)
                    .text(trip.reason())
                    .text(trip.who())
                    .flag(trip.isFlattening());
        } else if (call instanceof EngineCall.Reset reset) {
            journal.begin(EntryKind.RESET).text(reset.who()).text(reset.why());
        } else if (call instanceof EngineCall.Hold hold) {
            journal.begin(EntryKind.HELD)
                    .text(hold.strategyId())
                    .name(hold.stage())
                    .text(hold.reason())
                    .text(hold.who());
        } else if (call instanceof EngineCall.Flatten flatten) {
            journal.begin(EntryKind.FLATTENED)
                    .text(flatten.strategyId())
                    .text(flatten.reason())
                    .text(flatten.who());
        } else if (call instanceof EngineCall.Resume resume) {
            journal.begin(EntryKind.RESUMED)
                    .text(resume.strategyId())
                    .text(resume.who())
                    .text(resume.why());
        } else if (call instanceof EngineCall.MarketData data) {
            journal.begin(EntryKind.MARKET_DATA)
                    .text(data.instrument().toString())
                    .name(data.kind())
                    .flag(data.isLive());
        }
    }
}
