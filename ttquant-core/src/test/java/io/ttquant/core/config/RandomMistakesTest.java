package io.ttquant.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Whatever the text: a file is read, or refused with places that lie in it. */
class RandomMistakesTest {
    private static final String GOOD = """
            trading_mode = "paper"
            [risk_management]
            initial_capital = 100_000.0
            max_positions = 5
            [[strategies]]
            name = "a" # the first
            type = "buy"
            exchange = "okx"
            symbol = "BTCUSDT"
            [strategies.parameters]
            order_amount_usdt = 1e2
            [strategy.b]
            type = "buy"
            instrument = "binance:BTCUSDT"
            [backtest]
            cash = ["1000 USDT", "0.5 BTC"]
            order_latency = "10ms"
            timing = "next_open"
            [instruments."binance:BTCUSDT"]
            tick = 0.01
            lot = "0.00001"
            expiry = 2024-01-01
            """;
    private static final String SALT = "[]{}\"'=.,#_-+\\\n\t 019aeZ:inf\u0004\u00e9\uD83D\uDE00";

    @Test
    void aChangedFileIsReadOrRefusedButNeverBreaksTheReader() {
        for (long seed = 1; seed <= 3_000; seed++) {
            String text = changed(new SplittableRandom(seed));
            try {
                RunConfiguration.read(ConfigText.of("t", text), TestStrategies.catalogue());
            } catch (ConfigurationException e) {
                assertPlaces(seed, text, e);
            } catch (RuntimeException | Error e) {
                fail("seed %d breaks the reader with %s:%n%s", seed, e, text);
            }
        }
    }

    private static String changed(SplittableRandom random) {
        StringBuilder text = new StringBuilder(GOOD);
        for (int edits = random.nextInt(1, 6); edits > 0; edits--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.insert(at, SALT.charAt(random.nextInt(SALT.length())));
                case 1 -> text.deleteCharAt(at);
                case 2 -> text.setCharAt(at, SALT.charAt(random.nextInt(SALT.length())));
                default -> text.delete(at, Math.min(text.length(), at + random.nextInt(1, 40)));
            }
        }
        return text.toString();
    }

    private static void assertPlaces(long seed, String text, ConfigurationException e) {
        String[] lines = text.split("\n", -1);
        for (Finding mistake : e.mistakes()) {
            assertThat(mistake.line()).as("seed %d: %s", seed, mistake).isBetween(1, lines.length);
            assertThat(mistake.column())
                    .as("seed %d: %s", seed, mistake)
                    .isBetween(1, lines[mistake.line() - 1].length() + 1);
            assertThat(mistake.message()).as("seed %d: %s", seed, mistake).isNotBlank();
        }
    }
}
