package io.ttquant.exchanges.session.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.exchanges.codes.CodeClass;
import io.ttquant.exchanges.codes.Verdict;
import io.ttquant.exchanges.session.Reply;
import io.ttquant.exchanges.transport.simulated.SimulatedTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SettingRoundsTest {
    private static final Verdict LOST = Verdict.of(CodeClass.UNKNOWN, "TIMEOUT no answer");

    private final SimulatedTime time = new SimulatedTime(1_700_000_000_000_000_000L);
    private final List<String> asked = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();

    /** A setting of a venue that behaves as told. */
    private final class Knob {
        final String name;
        String now;
        /** How changes are answered; the last one for all that follow. */
        final Deque<Verdict> answers = new ArrayDeque<>();

        boolean takesEffect = true;
        Verdict unread;

        Knob(String name, String now) {
            this.name = name;
            this.now = now;
        }

        AccountSetting to(String wanted) {
            return new AccountSetting(name, wanted, "leave it out", this::read, heard -> {
                asked.add(name + "=" + wanted);
                Verdict said =
                        answers.size() > 1 ? answers.remove() : answers.isEmpty() ? Verdict.ACCEPTED : answers.peek();
                now = takesEffect && said.codeClass() != CodeClass.REJECTED ? wanted : now;
                time.execute(() -> heard.accept(said));
            });
        }

        private void read(Reply<String> reply) {
            asked.add(name + "?");
            Verdict failure = unread;
            String value = now;
            time.execute(() -> {
                if (failure == null) {
                    reply.answered(value);
                } else {
                    reply.failed(failure);
                }
            });
        }
    }

    private void begin(AccountSetting... settings) {
        new SettingRounds("okx", time, List.of(settings), new Reply<>() {
                    @Override
                    public void answered(String value) {
                        heard.add(value);
                    }

                    @Override
                    public void failed(Verdict verdict) {
                        heard.add("failed " + verdict.message());
                    }
                })
                .begin();
        time.run(Duration.ofMinutes(2));
    }

    @Test
    void whatIsAsWantedIsOnlyRead() {
        begin(new Knob("mode", "netting").to("netting"), new Knob("leverage", "5").to("5"));
        assertThat(heard).containsExactly("");
        assertThat(asked).containsExactly("mode?", "leverage?");
    }

    @Test
    void whatDiffersIsAskedForInOrderAndReadAgain() {
        begin(
                new Knob("mode", "hedging").to("netting"),
                new Knob("margin", "cross").to("cross"),
                new Knob("leverage", "20").to("5"));
        assertThat(heard).containsExactly("");
        assertThat(asked)
                .containsExactly(
                        "mode?", "margin?", "leverage?", "mode=netting", "leverage=5", "mode?", "margin?", "leverage?");
    }

    @ParameterizedTest
    @EnumSource(
            value = CodeClass.class,
            names = {"REJECTED", "FATAL"})
    void aRefusalEndsItWithValueRuleAndRemedyAndNothingFurtherIsAskedFor(CodeClass refusal) {
        Knob leverage = new Knob("the leverage of BTCUSDT", "20");
        leverage.takesEffect = false;
        leverage.answers.add(new Verdict(refusal, Verdict.ACCEPTED.reason(), "-4028", "Leverage 100 is not valid"));
        begin(leverage.to("100"), new Knob("other", "1").to("2"));
        assertThat(heard)
                .containsExactly(
                        "the leverage of BTCUSDT is 20 at okx, which refuses to make it 100: -4028 Leverage 100 is not"
                                + " valid; leave it out");
        assertThat(asked).endsWith("the leverage of BTCUSDT=100");
    }

    @Test
    void anAnswerThatWasLostIsSettledByReading() {
        Knob leverage = new Knob("leverage", "20");
        leverage.answers.add(LOST);
        begin(leverage.to("5"));
        assertThat(heard).containsExactly("");
        assertThat(asked).containsExactly("leverage?", "leverage=5", "leverage?");
    }

    @Test
    void aRequestThatWasLostIsSentAgain() {
        Knob leverage = new Knob("leverage", "20");
        leverage.takesEffect = false;
        leverage.answers.addAll(List.of(LOST, Verdict.of(CodeClass.RETRYABLE, "busy"), LOST));
        time.schedule(Duration.ofSeconds(3), () -> leverage.takesEffect = true);
        begin(leverage.to("5"));
        assertThat(heard).containsExactly("");
        assertThat(asked.stream().filter("leverage=5"::equals)).hasSizeBetween(3, 7);
        assertThat(asked).endsWith("leverage=5", "leverage?");
    }

    @Test
    void whatNeverBecomesKnownEndsItAfterSomeAttempts() {
        Knob leverage = new Knob("leverage", "20");
        leverage.takesEffect = false;
        leverage.answers.add(LOST);
        begin(leverage.to("5"));
        assertThat(heard)
                .containsExactly("leverage is 20 at okx and not 5 after 8 attempts: it is not known what became of it"
                        + " (TIMEOUT no answer); leave it out");
    }

    /** Two settings that the venue holds as one would else be sent in turns. */
    @Test
    void whatWasAcceptedAndIsNotSoIsNotSentAgain() {
        Knob leverage = new Knob("leverage", "20");
        leverage.takesEffect = false;
        begin(leverage.to("5"));
        assertThat(heard.get(0)).contains("is 20 at okx and not 5", "okx accepted it, but something else holds it");
        assertThat(asked.stream().filter("leverage=5"::equals)).hasSize(1);
    }

    @Test
    void whatIsAcceptedMayShowLate() {
        Knob leverage = new Knob("leverage", "20");
        leverage.takesEffect = false;
        time.schedule(Duration.ofSeconds(2), () -> leverage.now = "5");
        begin(leverage.to("5"));
        assertThat(heard).containsExactly("");
        assertThat(asked.stream().filter("leverage=5"::equals)).hasSize(1);
    }

    @Test
    void whatCannotBeReadIsNotTakenForAnything() {
        Knob leverage = new Knob("leverage", "20");
        leverage.unread = Verdict.of(CodeClass.UNKNOWN, "no answer");
        begin(leverage.to("5"));
        assertThat(heard).containsExactly("failed no answer");
        assertThat(asked).containsExactly("leverage?");
    }
}
