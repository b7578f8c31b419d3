package io.ttquant.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Mistakes in the values of a record: each is refused with its place and what is allowed. */
class RecordRefusalsTest {
    private static final String KNOWN =
            "known are width, old_name, percent, share, max_weight, ratio, fast, low, label, money, delay, path, bars, instrument, since, day, steps, inner";

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void isRefused(String what, String toml, List<String> expected) {
        ConfigText text = ConfigText.of("t", toml);

        ConfigurationException refusal =
                catchThrowableOfType(ConfigurationException.class, () -> Configuration.read(text, Settings.class));

        assertThat(refusal).as(what).isNotNull();
        assertThat(refusal.mistakes()).extracting(Finding::toString).containsExactlyElementsOf(expected);
        assertThat(refusal).hasMessageContainingAll(expected.toArray(String[]::new));
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal(
                        "an unknown key near a known one",
                        """
                        wiht = 1
                        """,
                        "t:1:1: width: missing; it has no default, so write it here (also called old_name)",
                        "t:1:1: wiht: unknown key; did you mean 'width'? " + KNOWN),
                refusal(
                        "an unknown key near an alias",
                        """
                        old_nam = 1
                        width = 2
                        """,
                        "t:1:1: old_nam: unknown key; did you mean 'old_name'? " + KNOWN),
                refusal("an unknown key near nothing", """
                        width = 2
                        zebra = 1
                        """, "t:2:1: zebra: unknown key; " + KNOWN),
                refusal(
                        "an unknown key in camel case",
                        """
                        width = 2
                        maxWeight = 1
                        """,
                        "t:2:1: maxWeight: unknown key; did you mean 'max_weight'? " + KNOWN),
                refusal(
                        "a missing key",
                        """
                        # empty
                        """,
                        "t:1:1: width: missing; it has no default, so write it here (also called old_name)"),
                refusal(
                        "text for a whole number",
                        """
                        width = "10"
                        """,
                        "t:1:9: width: must be a whole number such as 10, not the text \"10\""),
                refusal(
                        "a fraction for a whole number",
                        """
                        width = 10.0
                        """,
                        "t:1:9: width: must be a whole number such as 10, not the number 10.0"),
                refusal(
                        "a truth value for a whole number",
                        """
                        width = true
                        """,
                        "t:1:9: width: must be a whole number such as 10, not the truth value true"),
                refusal(
                        "a whole number that is too large",
                        """
                        width = 2147483648
                        """,
                        "t:1:9: width: 2147483648 does not come to a whole number from -2147483648 to 2147483647; write one that does"),
                refusal(
                        "a list for a whole number",
                        """
                        width = [1]
                        """,
                        "t:1:9: width: must be a whole number such as 10, not a list of 1"),
                refusal(
                        "a table for a whole number",
                        """
                        [width]
                        a = 1
                        """,
                        "t:1:1: width: must be a whole number such as 10, not a table"),
                refusal("a number below its range", """
                        width = 0
                        """, "t:1:9: width: 0 must be from 1 to 1000"),
                refusal("a number above its range", """
                        width = 1001
                        """, "t:1:9: width: 1001 must be from 1 to 1000"),
                refusal("a number below a range without an end", """
                        width = 1
                        max_weight = -0.5
                        """, "t:2:14: max_weight: -0.5 must be at least 0"),
                refusal("an alias in another unit above its range", """
                        width = 1
                        share = 1.5
                        """, "t:2:9: share: 1.5 must be from 0 to 1"),
                refusal(
                        "a name and its alias",
                        """
                        width = 1
                        old_name = 2
                        """,
                        "t:2:1: width: given more than once, as width and old_name; keep one of them"),
                refusal(
                        "text for a fraction",
                        """
                        width = 1
                        ratio = "0.5"
                        """,
                        "t:2:9: ratio: must be a number, without quotes, not the text \"0.5\""),
                refusal("infinity", """
                        width = 1
                        ratio = inf
                        """, "t:2:9: ratio: must be a finite number such as 1.5, not Infinity"),
                refusal("not a number", """
                        width = 1
                        ratio = nan
                        """, "t:2:9: ratio: must be a finite number such as 1.5, not NaN"),
                refusal(
                        "a decimal with a huge exponent",
                        """
                        width = 1
                        max_weight = 1e99
                        """,
                        "t:2:14: max_weight: '1e99' has more than 40 digits before or after the point"),
                refusal(
                        "a decimal of too many characters",
                        """
                        width = 1
                        max_weight = 0.1111111111111111111111111111111111111111111111111111111111111111111111
                        """,
                        "t:2:14: max_weight: a decimal has 1 to 64 characters, this has 72"),
                refusal(
                        "text that is no decimal",
                        """
                        width = 1
                        max_weight = "1,5"
                        """,
                        "t:2:14: max_weight: '1,5' is not a decimal number; write for example 0.001"),
                refusal(
                        "text for a truth value",
                        """
                        width = 1
                        fast = "yes"
                        """,
                        "t:2:8: fast: must be true or false, without quotes, not the text \"yes\""),
                refusal("a number for text", """
                        width = 1
                        label = 7
                        """, "t:2:9: label: must be text in quotes, not the whole number 7"),
                refusal(
                        "money without a currency",
                        """
                        width = 1
                        money = "250"
                        """,
                        "t:2:9: money: '250' is no amount of money; write for example \"250 USDT\""),
                refusal(
                        "a number for money",
                        """
                        width = 1
                        money = 250
                        """,
                        "t:2:9: money: must be an amount of money such as \"250 USDT\", not the whole number 250"),
                refusal(
                        "a duration without a unit",
                        """
                        width = 1
                        delay = "250"
                        """,
                        "t:2:9: delay: '250' is no duration; write a number with its unit (ns us ms s m h d), such as 250ms or 1h30m"),
                refusal(
                        "a number for a duration",
                        """
                        width = 1
                        delay = 250
                        """,
                        "t:2:9: delay: must be a duration with its unit, such as \"250ms\", \"5s\" or \"1h30m\", not the whole number 250"),
                refusal(
                        "an unknown constant",
                        """
                        width = 1
                        path = "random"
                        """,
                        "t:2:8: path: 'random' is none of \"adaptive\", \"ohlc\", \"olhc\""),
                refusal(
                        "a bar size that divides no day",
                        """
                        width = 1
                        bars = "7m"
                        """,
                        "t:2:8: bars: a bar of PT7M does not divide a day; use a step such as 1m, 5m, 15m, 1h, 4h or 1d"),
                refusal(
                        "a bar size in unknown units",
                        """
                        width = 1
                        bars = "5 minutes"
                        """,
                        "t:2:8: bars: '5 minutes' is no bar size; write for example 1m, 4h, 1d, 1000tick, 50volume or 1000000value, with @mid for quotes"),
                refusal(
                        "an instrument without a venue",
                        """
                        width = 1
                        instrument = "BTCUSDT"
                        """,
                        "t:2:14: instrument: 'BTCUSDT' is no instrument id; write venue:symbol, for example binance:BTCUSDT"),
                refusal(
                        "a time without a zone",
                        """
                        width = 1
                        since = 2024-01-01T00:00:00
                        """,
                        "t:2:9: since: must be a time with its zone such as 2024-01-31T00:00:00Z, or a day, which starts at 00:00 UTC, not the time 2024-01-01T00:00"),
                refusal("text that is no day", """
                        width = 1
                        day = "31.01.2024"
                        """, "t:2:7: day: '31.01.2024' is no day; write for example 2024-01-31"),
                refusal(
                        "a bad element of a list",
                        """
                        width = 1
                        steps = [1, "2",
                          3.5]
                        """,
                        "t:2:13: steps[2]: must be a whole number such as 10, not the text \"2\"",
                        "t:3:3: steps[3]: must be a whole number such as 10, not the number 3.5"),
                refusal("a number for a table", """
                        width = 1
                        inner = 3
                        """, "t:2:9: inner: must be a table, not the whole number 3"),
                refusal("an unknown key in an inline table", """
                        width = 1
                        inner = { depth = 1, deep = 2 }
                        """, "t:2:22: inner.deep: unknown key; known is depth"),
                refusal("values that exclude each other", """
                        width = 5
                        low = 9
                        """, "t:2:7: low: low 9 must not exceed width 5"),
                refusal(
                        "every mistake at once",
                        """
                        wide = 1
                        ratio = "x"
                        low = true
                        [inner]
                        depth = 0.5
                        """,
                        "t:1:1: wide: unknown key; did you mean 'width'? " + KNOWN,
                        "t:1:1: width: missing; it has no default, so write it here (also called old_name)",
                        "t:2:9: ratio: must be a number, without quotes, not the text \"x\"",
                        "t:3:7: low: must be a whole number such as 10, not the truth value true",
                        "t:5:9: inner.depth: must be a whole number such as 10, not the number 0.5"),
                refusal("a key without a value", """
                        width =
                        """, "t:1:8: not TOML: Unexpected end of line, expected a value"),
                refusal(
                        "text without its end",
                        """
                        width = 1
                        label = "abc
                        """,
                        "t:2:13: not TOML: Unexpected end of line, expected \" or a character"),
                refusal("a key given twice", """
                        width = 1
                        width = 2
                        """, "t:2:1: not TOML: width previously defined at line 1, column 1"),
                refusal("a table given twice", """
                        width = 1
                        [inner]
                        depth = 1
                        [inner]
                        """, "t:4:1: not TOML: inner previously defined at line 2, column 1"),
                refusal(
                        "several errors of syntax",
                        """
                        width = 1 2
                        label = 'x
                        [inner
                        """,
                        "t:1:11: not TOML: Unexpected '2', expected a newline or end-of-input",
                        "t:2:11: not TOML: Unexpected end of line, expected '",
                        "t:3:7: not TOML: Unexpected end of line, expected ]"),
                refusal(
                        "a header on which the parser dies",
                        """
                        width = 1
                        [ 3 # \004""",
                        "t:2:1: cannot be parsed as TOML (java.lang.AssertionError: a header the parser skipped input after has a comment after it); look for a malformed header or value here"));
    }

    private static Arguments refusal(String what, String toml, String... expected) {
        return Arguments.of(what, toml, List.of(expected));
    }
}
