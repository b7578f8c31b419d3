package io.ttquant.examples.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.time.EpochNanos;
import io.ttquant.exchanges.run.OperatorAnswer;
import io.ttquant.exchanges.run.OperatorRequest;
import io.ttquant.exchanges.run.OperatorRequest.Act;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperatorRequestTest {
    private static final long AT = EpochNanos.parse("2026-01-02T03:04:05.678Z");

    private static OperatorRequest request(Act act) {
        return new OperatorRequest(act, "grid", "Ann Ö.", "it's \"wrong\"\\", AT);
    }

    @ParameterizedTest
    @EnumSource(Act.class)
    void whatIsWrittenIsRead(Act act) {
        assertThat(OperatorRequest.parse(request(act).format())).isEqualTo(request(act));
        OperatorRequest status = new OperatorRequest(Act.STATUS, "", "", "", AT);
        assertThat(OperatorRequest.parse(status.format())).isEqualTo(status);
    }

    @Test
    void oneByteThatDiffersMakesItUnreadable() {
        String whole = request(Act.TRIP).format();
        for (int i = 0; i < whole.length(); i++) {
            String changed = whole.substring(0, i) + (char) (whole.charAt(i) ^ 1) + whole.substring(i + 1);
            assertThatThrownBy(() -> OperatorRequest.parse(changed))
                    .as(changed)
                    .isInstanceOf(IllegalArgumentException.class);
            String cut = whole.substring(0, i);
            assertThatThrownBy(() -> OperatorRequest.parse(cut)).as(cut).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> OperatorRequest.parse(whole + whole)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "two\nlines", "a\ttab", "\u001b[2J", " blank in front"})
    void whoAndWhyAreOneLineThatSaysSomething(String text) {
        assertThatThrownBy(() -> new OperatorRequest(Act.TRIP, "", text, "x", AT))
                .hasMessageContaining("'who'");
        assertThatThrownBy(() -> new OperatorRequest(Act.TRIP, "", "x", text, AT))
                .hasMessageContaining("'why'");
        assertThatThrownBy(() -> new OperatorRequest(Act.TRIP, "", "x", "y".repeat(201), AT))
                .hasMessageContaining("at most 200 characters");
    }

    @Test
    void anAnswerIsReadAsItWasWrittenAndWhatIsNoneIsNotDone() {
        OperatorAnswer done = new OperatorAnswer(true, "two\nlines");
        OperatorAnswer not = new OperatorAnswer(false, "no");
        assertThat(OperatorAnswer.parse(done.format())).isEqualTo(done);
        assertThat(OperatorAnswer.parse(not.format())).isEqualTo(not);
        assertThat(OperatorAnswer.parse("dono\n").isDone()).isFalse();
    }
}
