package io.ttquant.exchanges.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonCursorTest {
    private enum Side {
        BUY,
        SELL,
        UNKNOWN
    }

    private static final Names NAMES = Names.of("p", "q", "币安人生USDT", "nextFundingTime", "prevFundingTime");

    private final JsonCursor cursor = new JsonCursor();

    private JsonCursor over(String text) {
        return cursor.over(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void fieldsComeInAnyOrderWithUnknownOnesBetween() {
        over(" { \"x\" : [ { \"p\" : [1,2,{}] } , [] ] , \"q\":\"0.5\", \"p\" : 7 } ")
                .object();

        assertThat(cursor.field(NAMES)).isEqualTo(JsonCursor.OTHER);
        cursor.skip();
        assertThat(cursor.field(NAMES)).isEqualTo(1);
        assertThat(cursor.decimal(3)).isEqualTo(500);
        assertThat(cursor.field(NAMES)).isZero();
        assertThat(cursor.integer()).isEqualTo(7);
        assertThat(cursor.field(NAMES)).isEqualTo(JsonCursor.END);
        cursor.finish();
    }

    @Test
    void namesAreFoundWhetherEscapedOrNot() {
        over("{\"\\u0070\":1,\"\\u5e01\\u5b89\\u4eba\\u751fUSDT\":2,\"币安人生USDT\":3,\"next\\u0046undingTime\":4,\"prevFundingTime\":5}")
                .object();
        int[] expected = {0, 2, 2, 3, 4};
        for (int i = 0; i < expected.length; i++) {
            assertThat(cursor.field(NAMES)).isEqualTo(expected[i]);
            assertThat(cursor.integer()).isEqualTo(i + 1);
        }
    }

    @Test
    void aValueMayBeReadLater() {
        over("{\"q\":[[\"1.5\",\"2\"]],\"p\":\"x\"}").object();
        cursor.field(NAMES);
        int mark = cursor.mark();
        cursor.skip();
        cursor.field(NAMES);
        assertThat(cursor.text()).isEqualTo("x");
        assertThat(cursor.field(NAMES)).isEqualTo(JsonCursor.END);
        cursor.finish();

        cursor.back(mark).array();
        assertThat(cursor.element()).isTrue();
        cursor.array();
        assertThat(cursor.element()).isTrue();
        assertThat(cursor.decimal(1)).isEqualTo(15);
    }

    @Test
    void anErrorSaysWhereAndShowsLittle() {
        String message = "{\"a\":\"" + "x".repeat(100) + "\",\"p\":\"abc\"}";
        over(message).object();
        cursor.field();
        cursor.skip();
        cursor.field();
        assertThatThrownBy(() -> cursor.decimal(2))
                .isInstanceOf(JsonException.class)
                .hasMessage("a decimal that is no decimal number at byte 112 of 118, near «xxxxxx\",\"p\":\"abc\"}»");
        assertThatThrownBy(() -> over("[1 2]").skip())
                .isInstanceOfSatisfying(
                        JsonException.class,
                        e -> assertThat(e.withoutExcerpt()).isEqualTo("',' or ']' was expected at byte 3 of 5"));
        assertThatThrownBy(() -> over("[1 2]").skip()).hasMessage("',' or ']' was expected at byte 3 of 5, near « 2»");
        assertThatThrownBy(() -> over("{\"a\":").skip())
                .hasMessageStartingWith("the message ends too soon at byte 5 of 5");
    }

    @Test
    void nestingIsBounded() {
        over("[".repeat(JsonCursor.MAX_NESTING) + "]".repeat(JsonCursor.MAX_NESTING))
                .skip();
        assertThatThrownBy(() -> over("[".repeat(100_000)).skip()).hasMessageContaining("more than 512 containers");
        assertThatThrownBy(() -> over("9".repeat(1001)).skip()).hasMessageContaining("more than 1000 characters");
    }

    @Test
    void timesAreToldByTheirMagnitude() {
        assertThat(over("1597026383085").time()).isEqualTo(1_597_026_383_085_000_000L);
        assertThat(over("\"1597026383085123\"").time()).isEqualTo(1_597_026_383_085_123_000L);
        assertThat(over("\"1597026383085123456\"").time()).isEqualTo(1_597_026_383_085_123_456L);
        assertThat(over("\"\"").timeOrZero()).isZero();
        assertThat(over("0").timeOrZero()).isZero();
        assertThatThrownBy(() -> over("15970263830850").time())
                .hasMessageContaining("neither milliseconds nor microseconds");
        assertThatThrownBy(() -> over("-1597026383085").time()).isInstanceOf(JsonException.class);
    }

    @Test
    void unknownWordsKeepTheirText() {
        Terms<Side> sides = Terms.of(Side.values(), Side.UNKNOWN, Side.UNKNOWN, Side::name);

        assertThat(sides.read(over("\"SELL\"")))
                .isEqualTo(new Term<>(Side.SELL, "SELL"))
                .isSameAs(sides.read(over("\"SELL\"")));
        assertThat(sides.read(over("\"HOLD\""))).isEqualTo(new Term<>(Side.UNKNOWN, "HOLD"));
        assertThat(sides.read(over("null"))).isSameAs(sides.absent());
    }

    @Test
    void truthsAreTakenAsTextToo() {
        assertThat(over("true").truth()).isTrue();
        assertThat(over("\"true\"").truth()).isTrue();
        assertThat(over("\"false\"").truth()).isFalse();
        assertThat(over("null").truth()).isFalse();
        assertThatThrownBy(() -> over("\"yes\"").truth()).hasMessageContaining("true or false was expected");
    }

    @Test
    void symbolsAreFoundByTheirBytes() {
        SymbolTable<Integer> table = new SymbolTable<>();
        for (int i = 0; i < 3000; i++) {
            table.put("SYMBOL" + i + "USDT", i);
        }
        table.remove("SYMBOL7USDT");

        assertThat(over("\"SYMBOL2999USDT\"").symbol(table)).isEqualTo(2999);
        assertThat(over("\"SYMBOL7USDT\"").symbol(table)).isNull();
        assertThat(over("\"\"").symbol(table)).isNull();
        assertThatThrownBy(() -> Names.of("a", "b", "a")).hasMessageContaining("'a' is there twice");
    }
}
