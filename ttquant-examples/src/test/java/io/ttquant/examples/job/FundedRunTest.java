package io.ttquant.examples.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.market.InstrumentId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Funding rates that a configuration names, beside the data of a run. */
class FundedRunTest {
    @TempDir
    private Path folder;

    private RunData bars(String kind) throws IOException {
        Path file = Files.createDirectories(folder.resolve(kind)).resolve("BTCUSDT-1h.csv");
        Files.writeString(file, """
                open_time,open,high,low,close,volume
                1735689600000,100.0,101.0,99.0,100.0,10.000
                1735693200000,100.0,101.0,99.0,100.0,10.000
                """);
        var instrument = io.ttquant.api.market.Instrument.perpetual(
                        InstrumentId.parse("file:BTCUSDT"),
                        io.ttquant.api.money.Currency.of("BTC"),
                        io.ttquant.api.money.Currency.of("USDT"))
                .tick("0.1")
                .lot("0.001")
                .build();
        return RunData.load(List.of(file.toString()), kind.equals("perpetual") ? List.of(instrument) : List.of());
    }

    private String rates() throws IOException {
        return Files.writeString(
                        folder.resolve("rates.csv"), "fundingTime,instId,fundingRate\n1735689600000,X,0.0001\n")
                .toString();
    }

    @Test
    void ratesStandBesideTheDataOfTheirPerpetual() throws IOException {
        RunData data = bars("perpetual").withFunding(Map.of(InstrumentId.parse("file:BTCUSDT"), rates()));
        assertThat(data.sources()).hasSize(2);
        assertThat(data.sources().get(1).isCompanion()).isTrue();
    }

    @Test
    void ratesOfSpotOrOfWhatHasNoDataAreRefused() throws IOException {
        String rates = rates();
        RunData spot = bars("spot");
        assertThatThrownBy(() -> spot.withFunding(Map.of(InstrumentId.parse("file:BTCUSDT"), rates)))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("which is spot; only perpetuals have funding");
        assertThatThrownBy(() -> spot.withFunding(Map.of(InstrumentId.parse("file:ETHUSDT"), rates)))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("names file:ETHUSDT, of which there is no data; there is of [file:BTCUSDT]");
    }
}
