package io.ttquant.core.storage.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CopyRowsTest {
    private static final int HEADER = 19;
    private final CopyRows rows = new CopyRows();

    private String hex(int from) {
        return HexFormat.of().formatHex(Arrays.copyOfRange(rows.bytes(), from, rows.size()));
    }

    @Test
    void aBatchBeginsWithTheHeaderAndEndsWithARowOfMinusOneFields() {
        rows.end();

        assertThat(hex(0)).isEqualTo("5047434f50590aff0d0a00" + "00000000" + "00000000" + "ffff");
    }

    @Test
    void eachFieldHasItsLengthBeforeIt() {
        rows.row(5);
        rows.small(-2);
        rows.whole(1);
        rows.real(1.5);
        rows.text("é");
        rows.nothing();

        assertThat(hex(HEADER))
                .isEqualTo("0005" + "00000002fffe" + "000000080000000000000001" + "000000083ff8000000000000"
                        + "00000002c3a9" + "ffffffff");
    }

    @Test
    void theNextBatchKeepsNothingOfTheOneBefore() {
        rows.row(1);
        rows.text("a".repeat(200_000));
        rows.begin();
        rows.end();

        assertThat(rows.size()).isEqualTo(HEADER + 2);
    }

    @Test
    void theCharacterOfCodeZeroThatTheDatabaseCannotHoldIsReplaced() {
        rows.text("a\0b");

        assertThat(hex(HEADER)).isEqualTo("00000005" + "61efbfbd62");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0000 0000 0000 0000",
        "-0.00, 0000 0000 0000 0002",
        "1, 0001 0000 0000 0000 0001",
        "-1, 0001 0000 4000 0000 0001",
        "10000, 0001 0001 0000 0000 0001",
        "12345.678, 0003 0001 0000 0003 0001 0929 1a7c",
        "0.00001, 0001 fffe 0000 0005 03e8",
        "100000000.5, 0004 0002 0000 0001 0001 0000 0000 1388",
    })
    void decimalsAreGroupsOfFourDigitsCountedFromThePoint(String plain, String expected) {
        rows.decimal(plain);

        assertThat(hex(HEADER + 4)).isEqualTo(expected.replace(" ", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", ".", "1e5", "+1", "1.2.3", "NaN", "٣"})
    void whatIsNoPlainDecimalIsRefused(String text) {
        assertThatThrownBy(() -> rows.decimal(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'");
    }

    @Test
    void moreDigitsThanTheDatabaseTakesAreRefused() {
        assertThatThrownBy(() -> rows.decimal("0." + "1".repeat(16_384)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("16383");
    }
}
