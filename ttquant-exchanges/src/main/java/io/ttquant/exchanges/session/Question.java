package io.ttquant.exchanges.session;

import io.ttquant.api.exchange.EngineThread.Timeout;
import io.ttquant.exchanges.codes.CodeClass;
import io.ttquant.exchanges.codes.Verdict;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One question of an audit, asked again with growing waits until it is answered, or nobody wants to know any more. A failure says nothing. */
final class Question<T> {
    private final LifeParts life;
    private final String what;
    private final Consumer<Reply<T>> desk;
    private final BooleanSupplier isWanted;
    private final Consumer<T> take;
    private int attempts;
    private long firstNanos;
    private @Nullable Timeout guard;

    Question(LifeParts life, String what, Consumer<Reply<T>> desk, BooleanSupplier isWanted, Consumer<T> take) {
        this.life = life;
        this.what = what;
        this.desk = desk;
        this.isWanted = isWanted;
        this.take = take;
    }

    void ask() {
        if (!isWanted.getAsBoolean()) {
            return;
        }
        int attempt = ++attempts;
        firstNanos = attempt == 1 ? life.now() : firstNanos;
        guard = life.later(
                life.settings.answerWithin(), () -> failed(attempt, Verdict.of(CodeClass.UNKNOWN, "no answer came")));
        desk.accept(new Reply<>() {
            @Override
            public void answered(T value) {
                Question.this.answered(attempt, value);
            }

            @Override
            public void failed(Verdict verdict) {
                Question.this.failed(attempt, verdict);
            }
        });
    }

    private boolean isCurrent(int attempt) {
        return attempt == attempts && guard != null && !life.isClosed;
    }

    private void stopGuard() {
        if (guard != null) {
            guard.cancel();
            guard = null;
        }
    }

    private void answered(int attempt, T value) {
        if (isCurrent(attempt)) {
            stopGuard();
            if (isWanted.getAsBoolean()) {
                life.audit.fresh(what);
                take.accept(value);
            }
        }
    }

    private void failed(int attempt, Verdict verdict) {
        if (isCurrent(attempt)) {
            stopGuard();
            if (isWanted.getAsBoolean()) {
                life.audit.report(what, verdict);
                if (life.now() - firstNanos >= life.settings.staleAfter().toNanos()) {
                    life.audit.stale(what);
                }
                life.later(life.backoff(attempts), this::ask);
            }
        }
    }
}
