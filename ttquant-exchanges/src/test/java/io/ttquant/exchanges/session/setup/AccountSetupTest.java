package io.ttquant.exchanges.session.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ttquant.api.account.PositionMode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountSetupTest {
    @Test
    void whatIsNotNamedIsNotWanted() {
        AccountSetup none = AccountSetup.withMarginBySymbol(Map.of("environment", "live", "leverage", " "));
        assertThat(none.positionMode()).isNull();
        assertThat(none.leverage()).isEmpty();
        assertThat(none.isolated()).isEmpty();
    }

    @Test
    void symbolsHaveTheirLeverageInTheOrderOfTheSetting() {
        AccountSetup setup =
                AccountSetup.of(Map.of("leverage", " ETHUSDT = 125 ,BTCUSDT=1", "position_mode", "hedging"));
        assertThat(setup.leverage().entrySet()).containsExactly(Map.entry("ETHUSDT", 125), Map.entry("BTCUSDT", 1));
        assertThat(setup.positionMode()).isEqualTo(PositionMode.HEDGING);
        assertThat(AccountSetup.of(Map.of("position_mode", "netting")).positionMode())
                .isEqualTo(PositionMode.NETTING);
    }

    @Test
    void oneWordForTheMarginHoldsForTheSymbolsOfLeverage() {
        AccountSetup setup = AccountSetup.withMarginBySymbol(
                Map.of("leverage", "BTCUSDT=5, ETHUSDT=3", "derivatives_mode", "isolated"));
        assertThat(setup.isolated()).isEqualTo(Map.of("BTCUSDT", true, "ETHUSDT", true));
    }

    @Test
    void symbolsMayHaveTheirOwnMargin() {
        AccountSetup setup =
                AccountSetup.withMarginBySymbol(Map.of("derivatives_mode", "BTCUSDT=isolated, ETHUSDT=cross"));
        assertThat(setup.isolated()).isEqualTo(Map.of("BTCUSDT", true, "ETHUSDT", false));
        assertThat(setup.leverage()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "leverage | BTCUSDT=0 | leverage '0' of BTCUSDT is no whole number from 1 to 125",
                "leverage | BTCUSDT=126 | is no whole number from 1 to 125",
                "leverage | BTCUSDT=2.5 | '2.5' of BTCUSDT is no whole number",
                "leverage | BTCUSDT=-5 | is no whole number",
                "leverage | BTCUSDT=99999999999 | is no whole number",
                "leverage | BTCUSDT= | '' of BTCUSDT is no whole number",
                "leverage | 5 | leverage '5' is not a symbol, '=' and a value; write for example leverage = \"BTCUSDT=5",
                "leverage | =5 | is not a symbol",
                "leverage | BTCUSDT=5=6 | is not a symbol",
                "leverage | BTCUSDT=5, | leverage '' is not a symbol",
                "leverage | BTCUSDT=5,BTCUSDT=5 | leverage names BTCUSDT twice",
                "position_mode | hedge | position_mode 'hedge' is neither netting nor hedging",
                "derivatives_mode | both | derivatives_mode 'both' of all is neither cross nor isolated",
                "derivatives_mode | BTCUSDT=both | derivatives_mode 'both' of BTCUSDT is neither cross nor isolated",
                "derivatives_mode | cross | holds for the symbols that leverage names, and there are none"
            })
    void aValueThatNoVenueTakesIsRefusedWithTheRule(String name, String value, String words) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AccountSetup.withMarginBySymbol(Map.of(name, value)))
                .withMessageContaining(words);
    }

    @Test
    void whereThereAreNoDerivativesTheyAreRefused() {
        for (String name : AccountSetup.SETTINGS) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> AccountSetup.requireNone(Map.of(name, "x"), "Binance Spot"))
                    .withMessage(name + " has no effect on Binance Spot, which has no derivatives; leave it out");
        }
    }

    @Test
    void aSymbolThatIsNotListedIsNamed() {
        AccountSetup setup = AccountSetup.withMarginBySymbol(
                Map.of("leverage", "BTCUSDT=5, ETHUSD=3", "derivatives_mode", "BTCUSDT=cross, XRP=cross"));
        assertThat(setup.unlisted(symbol -> true, "binance-usdm")).isEmpty();
        assertThat(setup.unlisted("BTCUSDT"::equals, "binance-usdm"))
                .isEqualTo("leverage names 'ETHUSD', and binance-usdm lists no derivative of that name;"
                        + " write symbols as the venue does");
        assertThat(setup.unlisted(symbol -> !symbol.equals("XRP"), "binance-usdm"))
                .startsWith("derivatives_mode names 'XRP'");
    }
}
