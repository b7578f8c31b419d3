package io.ttquant.api.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.market.Instrument;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The figures on the page on numbers are those of the code. */
class NumbersPageTest {
    private static final Instrument BTC = Instrument.spot("binance:BTCUSDT", "BTC", "USDT")
            .tick("0.01")
            .lot("0.00001")
            .build();

    @Test
    void theExamplesGiveWhatThePageSays() {
        assertThat(BTC.priceScale()).isEqualTo(2);
        assertThat(BTC.rawTick()).isEqualTo(1);
        assertThat(BTC.formatPrice(3_000_050)).isEqualTo("30000.50");
        assertThat(BTC.price(3_000_050)).isEqualTo(30_000.5);
        assertThat(BTC.rawNotional(3_000_050, 12)).isEqualTo(360_006_000);
        assertThat(BTC.formatQuantity(BTC.rounding().floorToLot(0.1 + 0.2))).isEqualTo("0.30000");
        assertThat(BTC.formatPrice(BTC.rounding().floorPrice(30_000.019))).isEqualTo("30000.01");
        assertThat(BTC.formatPrice(BTC.rounding().ceilPrice(30_000.011))).isEqualTo("30000.02");
        assertThat(FixedPoint.toRaw(new BigDecimal("30000.5"), 1)).isEqualTo(300_005);
        assertThat(FixedPoint.divideHalfEven(5, 2)).isEqualTo(2);
        assertThat(FixedPoint.divideHalfEven(7, 2)).isEqualTo(4);
        assertThat(Money.parse("250.50 USDT")).isEqualTo(Money.of("250.50", "USDT"));
    }

    @Test
    void theMessageOnThePageIsTheOneThatIsThrown() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "concepts", "numbers.md"));

        assertThatThrownBy(() -> BTC.rounding().floorToLot(Decimals.parse("1e30")))
                .isInstanceOf(ArithmeticException.class)
                .satisfies(error -> assertThat(page).contains("\n" + error.getMessage() + "\n"));
    }
}
