package io.ttquant.exchanges.transport.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.exchanges.transport.simulated.SimulatedTime;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UnreadableLogTest {
    private final SimulatedTime time = new SimulatedTime(1_700_000_000_000_000_000L);
    private final UnreadableLog log = new UnreadableLog("okx public", time);
    private final SaidOfMessages said = new SaidOfMessages();

    @AfterEach
    void close() {
        said.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void theFirstIsShownAtOnceWithItsReasonAndItsBeginning() {
        log.tell("a number is too long at byte 7", bytes("{\"px\":1e999}"));
        assertThat(said.lines())
                .containsExactly("A message of okx public cannot be read: a number is too long at byte 7;"
                        + " it has 12 bytes and begins {\"px\":1e999}");
    }

    @Test
    void ofAStormOneIsShownAMinuteWithHowManyThereWereBetween() {
        for (int second = 0; second < 150; second++) {
            log.tell("no object", bytes("no " + second));
            time.run(Duration.ofSeconds(1));
        }
        assertThat(said.lines())
                .containsExactly(
                        "A message of okx public cannot be read: no object; it has 4 bytes and begins no 0",
                        "A message of okx public cannot be read (nor could 59 since the last that was shown): no object;"
                                + " it has 5 bytes and begins no 60",
                        "A message of okx public cannot be read (nor could 59 since the last that was shown): no object;"
                                + " it has 6 bytes and begins no 120");
    }

    @Test
    void noMessageBeginsALineOfItsOwnOrFillsTheLog() {
        log.tell("bad\nERROR forged", bytes("{\r\nERROR forged\u001b[2J" + "x".repeat(100_000)));
        assertThat(said.lines()).singleElement().asString().satisfies(line -> {
            assertThat(line).doesNotContainPattern("\\p{Cntrl}").hasSizeLessThan(400);
            assertThat(line).contains("100019 bytes");
        });
    }

    @Test
    void ofAMessageOfAnAccountOnlyTheReasonIsShown() {
        log.tell("no object at byte 0 of 812");
        log.tell("another one, in the same minute");
        assertThat(said.lines()).containsExactly("A message of okx public cannot be read: no object at byte 0 of 812");
    }
}
