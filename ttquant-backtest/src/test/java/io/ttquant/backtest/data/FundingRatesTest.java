package io.ttquant.backtest.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.SharedData;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Archives of funding rates, and what is refused in them. */
class FundingRatesTest {
    private static final Instrument SWAP = Instrument.perpetual(
                    InstrumentId.parse("binance:BTCUSDT"), Currency.of("BTC"), Currency.of("USDT"))
            .tick("0.1")
            .lot("0.001")
            .build();

    @TempDir
    private Path folder;

    private FundingRates read(String text) throws IOException {
        return FundingRates.read(Files.writeString(folder.resolve("rates.csv"), text), SWAP);
    }

    private static long nanos(String time) {
        return EpochNanos.of(Instant.parse(time));
    }

    @Test
    void theFormOfBinanceIsRead() throws IOException {
        FundingRates rates = read("""
                calc_time,funding_interval_hours,last_funding_rate
                1577836800000,8,-0.00012359
                1577865600003,8,0.0001
                """);
        assertThat(rates.size()).isEqualTo(2);
        assertThat(rates.settlementNanos(0)).isEqualTo(nanos("2020-01-01T00:00:00Z"));
        assertThat(rates.rate(0)).isEqualByComparingTo("-0.00012359");
        assertThat(rates.settlementNanos(1)).isEqualTo(nanos("2020-01-01T08:00:00.003Z"));
    }

    @Test
    void theFormOfOkxIsReadWithAllItsDigits() throws IOException {
        FundingRates rates = read("""
                fundingTime,instId,fundingRate
                1779840000000,BTC-USDT-SWAP,5.38321463723e-05
                """);
        assertThat(rates.rate(0)).isEqualByComparingTo("0.0000538321463723");
    }

    @Test
    void aRateOfLeanHoldsUntilTheNextOne() throws IOException {
        FundingRates rates = read("""
                20221213 00:00:00,0.00010000
                20221213 16:00:00,0.00030000
                """);
        FundingRates all = rates.repeated(Duration.ofHours(8), Instant.parse("2022-12-14T00:00:00Z"));
        assertThat(all.size()).isEqualTo(4);
        assertThat(all.rate(1)).isEqualByComparingTo("0.0001");
        assertThat(all.settlementNanos(3)).isEqualTo(nanos("2022-12-14T00:00:00Z"));
        assertThat(all.rate(3)).isEqualByComparingTo("0.0003");
        assertThatThrownBy(() -> rates.repeated(Duration.ZERO, Instant.EPOCH))
                .hasMessageContaining("must be above zero");
    }

    @Test
    void theRecordedArchivesAreRead() {
        FundingRates binance = FundingRates.read(SharedData.file("funding/binance-BTCUSDT-fundingRate.csv.gz"), SWAP);
        assertThat(binance.size()).isEqualTo(4_383);
        assertThat(binance.settlementNanos(4_382))
                .isBetween(nanos("2023-12-31T16:00:00Z"), nanos("2023-12-31T16:01:00Z"));
        FundingRates okx = FundingRates.read(SharedData.file("funding/okx-BTC-USDT-SWAP-funding.csv"), SWAP);
        assertThat(okx.size()).isEqualTo(90);
        assertThat(okx.settlementNanos(89)).isEqualTo(nanos("2026-06-25T16:00:00Z"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void isRefused(String what, String text, String expected) {
        assertThatThrownBy(() -> read(text))
                .as(what)
                .isInstanceOf(DataException.class)
                .hasMessageContaining(expected);
    }

    static Stream<Arguments> refusals() {
        String head = "calc_time,funding_interval_hours,last_funding_rate\n";
        return Stream.of(
                Arguments.of("an unknown form", "time,rate\n1,2\n", "line 1: 'time,rate' begins no known archive"),
                Arguments.of("nothing", "", "is empty; download it again"),
                Arguments.of("a header alone", head, "holds no funding rate"),
                Arguments.of("a missing field", head + "1577836800000,8\n", "line 2: has 2 fields where 3 belong"),
                Arguments.of(
                        "a rate that is none",
                        head + "1577836800000,8,n/a\n",
                        "line 2: rate 'n/a' is no decimal number"),
                Arguments.of(
                        "a monster of a rate",
                        head + "1577836800000,8,1e10000000\n",
                        "rate '1e10000000' is no decimal"),
                Arguments.of("a rate in percent", head + "1577836800000,8,1.5\n", "1 or more in size"),
                Arguments.of(
                        "a time of a spreadsheet",
                        head + "1.57784E+12,8,0.0001\n",
                        "line 2: time '1.57784E+12' is no whole number"),
                Arguments.of(
                        "a time twice",
                        head + "1577836800000,8,0.0001\n1577836800000,8,0.0001\n",
                        "line 3: funding of binance:BTCUSDT at 2020-01-01T00:00:00Z is not later"),
                Arguments.of(
                        "a wrong time of Lean", "2022121300:00:00x,0.0001\n", "is not of the form yyyyMMdd HH:mm:ss"));
    }

    @Test
    void onlyPerpetualsHaveFunding() {
        Instrument spot = Instrument.spot("binance:BTCUSDT", "BTC", "USDT")
                .tick("0.1")
                .lot("0.1")
                .build();
        assertThatThrownBy(() -> FundingRates.builder(spot))
                .hasMessageContaining("which is SPOT: only perpetuals have funding");
        assertThatThrownBy(() -> FundingRates.builder(SWAP).add(0, BigDecimal.ONE))
                .hasMessageContaining("0.01 % is 0.0001");
    }
}
