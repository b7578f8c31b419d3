package io.ttquant.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.money.Money;
import io.ttquant.api.strategy.Alias;
import io.ttquant.api.strategy.Default;
import io.ttquant.api.strategy.Range;
import io.ttquant.core.matching.BarPath;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConfigurationTest {
    record Everything(
            int whole,
            long large,
            double fraction,
            boolean truth,
            String text,
            BigDecimal decimal,
            Money money,
            Currency currency,
            Duration duration,
            Instant instant,
            LocalDate day,
            InstrumentId instrument,
            BarSpec bars,
            BarPath path,
            List<Integer> numbers,
            Map<InstrumentId, BigDecimal> limits,
            Nested nested) {}

    record Nested(String name, List<Leaf> leaves) {}

    record Leaf(@Default("1") int weight) {}

    record Defaults(
            @Default("10") int whole,
            @Default("0.1") BigDecimal decimal,
            @Default("1m") BarSpec bars,
            @Default("7") String text,
            @Default("[1, 2]") List<Integer> list,
            @Default("250 USDT") Money money,
            Optional<Duration> absent,
            @Nullable String nothing) {}

    record Named(
            @Alias("old_name") String newName,

            @Alias(value = "share", factor = "100") @Range(min = 0, max = 100) @Default("1")
            BigDecimal percent) {}

    @Test
    void readsEveryTypeThereIs() {
        Everything all = read("""
                whole = 1_000
                large = 9223372036854775807
                fraction = 2.5
                truth = true
                text = "a # b"
                decimal = 0.1
                money = "250.50 usdt"
                currency = "btc"
                duration = "1h30m"
                instant = 2024-01-31T12:00:00Z
                day = 2024-01-31
                instrument = "Binance:BTCUSDT"
                bars = "5m"
                path = "olhc"
                numbers = [1, 2]
                [limits]
                "binance:BTCUSDT" = 1.5
                [nested]
                name = "n"
                [[nested.leaves]]
                weight = 3
                [[nested.leaves]]
                """, Everything.class);

        assertThat(all)
                .isEqualTo(new Everything(
                        1000,
                        Long.MAX_VALUE,
                        2.5,
                        true,
                        "a # b",
                        new BigDecimal("0.1"),
                        Money.of("250.50", "USDT"),
                        Currency.of("BTC"),
                        Duration.ofMinutes(90),
                        Instant.parse("2024-01-31T12:00:00Z"),
                        LocalDate.of(2024, 1, 31),
                        InstrumentId.parse("binance:BTCUSDT"),
                        BarSpec.minutes(5),
                        BarPath.OLHC,
                        List.of(1, 2),
                        Map.of(InstrumentId.parse("binance:BTCUSDT"), new BigDecimal("1.5")),
                        new Nested("n", List.of(new Leaf(3), new Leaf(1)))));
    }

    @Test
    void readsDefaultsAsIfTheyStoodInTheFile() {
        assertThat(read("", Defaults.class))
                .isEqualTo(new Defaults(
                        10,
                        new BigDecimal("0.1"),
                        BarSpec.minutes(1),
                        "7",
                        List.of(1, 2),
                        Money.of("250", "USDT"),
                        Optional.empty(),
                        null));
    }

    @Test
    void keepsEveryDigitOfADecimal() {
        record Exact(BigDecimal a, BigDecimal b, List<BigDecimal> c) {}
        Exact exact = read(
                "\t a = 0.1000000000000000000001 # not 0.1\r\nb=1_000.5e-3\nc = [ 0.30, \"0.30\", 7,\n1.10]\n",
                Exact.class);

        assertThat(exact.a()).isEqualTo(new BigDecimal("0.1000000000000000000001"));
        assertThat(exact.b()).isEqualTo(new BigDecimal("1.0005"));
        assertThat(exact.c())
                .containsExactly(
                        new BigDecimal("0.30"), new BigDecimal("0.30"), new BigDecimal("7"), new BigDecimal("1.10"));
    }

    @Test
    void keepsEveryDigitBehindCharactersOfTwoUnits() {
        record Row(String name, BigDecimal value) {}
        record Rows(Row row) {}

        assertThat(read("row = { name = \"\uD83D\uDE00\uD83D\uDE00\", value = 0.12345678901234567890 }", Rows.class)
                        .row()
                        .value())
                .isEqualTo(new BigDecimal("0.12345678901234567890"));
    }

    @Test
    void readsAnAliasInItsOwnUnit() {
        assertThat(read("old_name = 'x'\nshare = 0.07", Named.class)).isEqualTo(new Named("x", new BigDecimal("7.00")));
        assertThat(read("new_name = 'x'\npercent = 7", Named.class)).isEqualTo(new Named("x", new BigDecimal("7")));
    }

    @Test
    void takesASingleValueForAListOfOne() {
        record Cash(List<Money> cash) {}

        assertThat(read("cash = '5 USDT'", Cash.class).cash()).containsExactly(Money.of("5", "USDT"));
    }

    @Test
    void ignoresAByteOrderMark() {
        assertThat(read("\uFEFFweight = 2", Leaf.class)).isEqualTo(new Leaf(2));
    }

    static <T extends Record> T read(String toml, Class<T> type) {
        return Configuration.read(ConfigText.of("test.toml", toml), type);
    }
}
