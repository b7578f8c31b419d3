package io.ttquant.exchanges.codes;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.exchanges.answer.Answer;
import io.ttquant.exchanges.binance.BinanceAnswers;
import io.ttquant.exchanges.binance.BinanceCodes;
import io.ttquant.exchanges.okx.OkxAnswers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a venue writes is one line for people, and steers no terminal (log injection). */
class VenueTextTest {
    private static final String FORGED =
            "502 Bad\tGateway\r\n12:00:00.000  binance  puppet #1 filled\u001b[31m: bought\u2028all\u0000 \u202eof it";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "''|''",
                "plain words|plain words",
                "  at the ends  |at the ends",
                "in   a    row|in a row",
                "Ωmega 币安 \uD83D\uDE80|Ωmega 币安 \uD83D\uDE80",
            })
    void wordsStayAsTheyAre(String text, String line) {
        assertThat(VenueText.line(text)).isEqualTo(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n", "\r\n", "\t", "\u0000", "\u001b", "\u007f", "\u0085", "\u2028", "\u200b", "\u202e", "\ufeff",
                "\ud800"
            })
    void whatEndsALineOrIsNoTextIsABlank(String what) {
        assertThat(VenueText.line(what + "one" + what + what + "two" + what)).isEqualTo("one two");
        assertThat(VenueText.line(what)).isEmpty();
    }

    @Test
    void aLongTextIsCutBetweenCharacters() {
        assertThat(VenueText.line("abcdef", 6)).isEqualTo("abcdef");
        assertThat(VenueText.line("abcdefg", 6)).isEqualTo("abcdef");
        assertThat(VenueText.line("abcde\uD83D\uDE80", 6)).isEqualTo("abcde");
        assertThat(VenueText.page("x".repeat(5_000).getBytes(StandardCharsets.UTF_8)))
                .hasSize(200);
    }

    @Test
    void aPageInsteadOfAnAnswerIsToldInOneLine() {
        byte[] page = FORGED.getBytes(StandardCharsets.UTF_8);
        List<Answer> answers = List.of(
                BinanceAnswers.read(BinanceCodes.SPOT, 502, page),
                BinanceAnswers.read(BinanceCodes.USDM, 502, page),
                OkxAnswers.read(502, page));
        for (Answer answer : answers) {
            assertThat(answer.verdict().message())
                    .isEqualTo("502 Bad Gateway 12:00:00.000 binance puppet #1 filled [31m: bought all of it");
        }
    }

    @Test
    void soIsTheMessageOfAnAnswer() {
        String message = FORGED.replace("\t", "\\t")
                .replace("\r\n", "\\r\\n")
                .replace("\u001b", "\\u001b")
                .replace("\u0000", "\\u0000");
        byte[] binance = ("{\"code\":-2010,\"msg\":\"" + message + "\"}").getBytes(StandardCharsets.UTF_8);
        byte[] okx = ("{\"code\":\"51008\",\"msg\":\"" + message + "\"}").getBytes(StandardCharsets.UTF_8);
        assertThat(BinanceAnswers.read(BinanceCodes.SPOT, 400, binance)
                        .verdict()
                        .message())
                .startsWith("502 Bad Gateway 12:00:00.000 binance")
                .doesNotContainPattern("\\p{Cntrl}");
        assertThat(OkxAnswers.read(200, okx).verdict().message())
                .startsWith("502 Bad Gateway 12:00:00.000 binance")
                .doesNotContainPattern("\\p{Cntrl}");
    }
}
