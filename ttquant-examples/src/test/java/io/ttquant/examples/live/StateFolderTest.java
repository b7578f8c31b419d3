package io.ttquant.examples.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.core.config.TradingMode;
import io.ttquant.exchanges.run.RunRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run wants of its state folder. */
class StateFolderTest {
    @TempDir
    Path parent;

    private void refuses(Path state, String venue, String... venues) {
        assertThatThrownBy(() -> StateFolder.prepare(state, TradingMode.LIVE, List.of(venues)))
                .isInstanceOf(RunRefusedException.class)
                .hasMessageContaining(
                        "the kill switch of live runs at " + venue + ", " + state.resolve(venue + "-live.kill")
                                + ", is not there, so that nobody can tell whether it was tripped")
                .hasMessageContaining("mkdir -p " + state + " && touch " + state.resolve(venue + "-live.kill"))
                .hasMessageContaining("--state");
    }

    @Test
    void paperMakesTheFolderAndLiveAsksAllTheSame() {
        Path state = parent.resolve("state");
        refuses(state, "okx", "okx");
        assertThat(state).doesNotExist();

        StateFolder.prepare(state, TradingMode.PAPER, List.of("okx"));
        StateFiles.of(state, "okx", TradingMode.PAPER).killSwitch().hold();
        refuses(state, "okx", "okx");
    }

    @Test
    void whatThePersonMakesOrAnEarlierRunLeftIsEnoughForThatVenueAlone() throws IOException {
        Files.createFile(parent.resolve("okx-live.kill"));
        assertThatCode(() -> StateFolder.prepare(parent, TradingMode.LIVE, List.of("okx")))
                .doesNotThrowAnyException();
        assertThat(StateFiles.of(parent, "okx", TradingMode.LIVE).killSwitch().load())
                .as("made by hand, never tripped")
                .isNull();
        refuses(parent, "binance", "okx", "binance");

        StateFiles.of(parent, "binance", TradingMode.LIVE).killSwitch().hold();
        assertThatCode(() -> StateFolder.prepare(parent, TradingMode.LIVE, List.of("okx", "binance")))
                .doesNotThrowAnyException();
    }
}
