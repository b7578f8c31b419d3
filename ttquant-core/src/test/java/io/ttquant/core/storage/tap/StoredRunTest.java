package io.ttquant.core.storage.tap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.money.Currency;
import io.ttquant.api.storage.RunEntry;
import io.ttquant.api.storage.RunKind;
import io.ttquant.api.storage.RunRecord;
import io.ttquant.api.storage.Storage;
import io.ttquant.core.storage.sqlite.SqliteStorage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is gone on with. */
class StoredRunTest {
    private static final String RUN = "live-okx";
    private static final long NANOS_OF_A_MILLI = 1_000_000;

    @TempDir
    Path folder;

    private Storage open() {
        return new SqliteStorage().open(Map.of("file", folder.resolve("t.db").toString()));
    }

    private static void start(Storage storage, long nowNanos, Map<String, String> parameters) {
        StoreTap tap = StoredRun.resume(
                storage, RUN, RunKind.LIVE, nowNanos, parameters, "", RunSummary.read(storage.read(), RUN));
        tap.equity(nowNanos, Currency.of("USDT"), 1_000_000_000 + nowNanos);
        tap.ended(nowNanos);
        assertThat(storage.flush(Duration.ofSeconds(30))).isTrue();
        assertThat(storage.state().conflicts()).isZero();
    }

    @Test
    void eachStartKeepsItsParametersAndItsFigures() {
        List<Map<String, String>> starts = List.of(
                Map.of("strategy grid", "grid {order_value=100}"),
                Map.of("strategy grid", "grid {order_value=250}"),
                Map.of("strategy \"a\"", "other\n{}"));
        for (int i = 0; i < starts.size(); i++) {
            try (Storage storage = open()) {
                start(storage, i * NANOS_OF_A_MILLI, starts.get(i));
            }
        }

        try (Storage storage = open()) {
            assertThat(storage.read().runs())
                    .as("the record is that of the first start")
                    .containsExactly(new RunRecord(RUN, RunKind.LIVE, 0, starts.get(0), ""));
            List<String> kept = storage.read().entries(RUN).all().stream()
                    .filter(RunEntry.StrategyState.class::isInstance)
                    .map(RunEntry.StrategyState.class::cast)
                    .filter(state -> state.key().equals("engine.parameters"))
                    .map(state -> state.strategyId() + state.value())
                    .toList();
            assertThat(kept)
                    .containsExactly(
                            "{\"strategy grid\":\"grid {order_value=100}\"}",
                            "{\"strategy grid\":\"grid {order_value=250}\"}",
                            "{\"strategy \\\"a\\\"\":\"other\\u000a{}\"}");
            assertThat(storage.read()
                            .lastState(RUN, "", StoredRun.PARAMETERS)
                            .orElseThrow()
                            .value())
                    .isEqualTo(kept.get(2));
            List<Double> ends = storage.read().entries(RUN).all().stream()
                    .filter(RunEntry.Ended.class::isInstance)
                    .map(entry -> ((RunEntry.Ended) entry).statistics().get("end_equity"))
                    .toList();
            assertThat(ends).doesNotHaveDuplicates().doesNotContainNull().hasSize(3);
        }
    }

    @Test
    void aRunOfAnotherKindIsRefused() {
        try (Storage storage = open()) {
            start(storage, 0, Map.of("a", "b"));

            assertThatThrownBy(() -> StoredRun.open(storage, RUN, RunKind.PAPER, 1, Map.of(), "", LastKnown.NO_NUMBER))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("is known in ")
                    .hasMessageContaining("as LIVE since 0, but was given as PAPER since 0");
        }
    }
}
