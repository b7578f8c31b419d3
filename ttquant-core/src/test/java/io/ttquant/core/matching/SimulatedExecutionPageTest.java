package io.ttquant.core.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.TimeInForce;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page on simulated execution leaves nothing out. */
class SimulatedExecutionPageTest {
    private static final Path PAGE = Path.of("..", "docs", "concepts", "simulated-execution.md");
    private String page = "";

    @BeforeEach
    void read() throws IOException {
        page = Files.readString(PAGE);
    }

    @Test
    void namesEveryFillReason() {
        for (FillReason reason : FillReason.values()) {
            assertThat(page).contains("`" + reason + "`");
        }
    }

    @Test
    void describesEveryAssumption() {
        for (RecordComponent assumption : SimulationConfig.class.getRecordComponents()) {
            assertThat(page).contains("| `" + assumption.getName() + "` |");
        }
    }

    @Test
    void describesEveryTimeInForce() {
        for (TimeInForce timeInForce : TimeInForce.values()) {
            assertThat(page).contains("| " + timeInForce + " |");
        }
    }
}
