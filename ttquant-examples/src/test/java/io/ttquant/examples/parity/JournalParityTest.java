package io.ttquant.examples.parity;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.core.journal.JournalText;
import io.ttquant.core.journal.ReplayReport;
import io.ttquant.exchanges.emulator.VenueKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A session on the local exchange, written down, is replayed to the same commands, byte for byte. */
class JournalParityTest {
    @ParameterizedTest
    @CsvSource({
        "OKX,3,live",
        "BINANCE,1,live",
        "BINANCE_USDM,2,live",
        "BINANCE,4,paper",
        "BINANCE_USDM,5,paper",
        "OKX,6,paper"
    })
    void aSessionIsReplayedToTheSameCommands(VenueKind kind, long seed, String mode) {
        ParityRun run = ParityRun.of(kind, seed, mode, Duration.ofMinutes(3));
        if (Boolean.getBoolean("ttquant.parity.print")) {
            run.lines.stream().limit(40).forEach(System.out::println);
        }
        List<String> entries = new ArrayList<>();
        JournalText.print(run.journal.reader(), entries::add);
        ReplayReport report = run.replay();
        assertThat(report.difference()).as("seed %d", seed).isEmpty();
        assertThat(report.isWhole()).isTrue();
        assertThat(report.outputs()).isGreaterThan(800);
        for (String strategy : List.of("grid", "cross", "momentum", "every")) {
            assertThat(entries.stream()
                            .filter(line -> line.contains("created #") && line.contains(" " + strategy + " ")))
                    .as("orders of %s", strategy)
                    .isNotEmpty();
        }
    }
}
