package io.ttquant.exchanges.okx.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.exchanges.answer.Answer;
import io.ttquant.exchanges.codes.CodeClass;
import io.ttquant.exchanges.codes.Verdict;
import io.ttquant.exchanges.session.Reply;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads answers. What cannot be read whole is no answer. */
final class OkxReading {
    private OkxReading() {}

    /** What an answer brings; null if it is an error or cannot be read, for whatever reason, and then who asked has heard so: nobody waits for ever. */
    static <R, T> @Nullable R of(Answer answer, Function<JsonNode, R> reader, Reply<T> asker) {
        if (!answer.verdict().isAccepted()) {
            asker.failed(answer.verdict());
            return null;
        }
        try {
            return reader.apply(answer.data());
        } catch (RuntimeException e) {
            asker.failed(Verdict.of(CodeClass.UNKNOWN, "the answer cannot be read: " + e.getMessage()));
            return null;
        }
    }
}
