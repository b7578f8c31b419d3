package io.ttquant.backtest.data.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.backtest.SharedData;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counts that the index of the shared data states. */
class BinanceCaptureTest {
    @ParameterizedTest
    @CsvSource({
        "cm/btcusd_perp_20240808.gz, BTCUSD_PERP, 26847, 19136, 2286, 1, INVERSE",
        "cm/btcusd_perp_20240809.gz, BTCUSD_PERP, 17948, 29219, 2949, 0, INVERSE",
        "spot/btcusdt_20240808.gz, BTCUSDT, 3451, 28040, 9757, 1, SPOT",
        "spot/btcusdt_20240809.gz, BTCUSDT, 3044, 45134, 10147, 0, SPOT",
        "usdm/btcusdt_20240808.gz, BTCUSDT, 6551, 66089, 21313, 1, LINEAR"
    })
    void everyMessageOfARecordedDayIsRead(
            String file, String symbol, long depth, long quotes, long trades, long snapshots, Market market) {
        Path path = SharedData.file("book/binance-raw/" + file);
        Sample sample = Sample.of(path);
        BinanceCapture format = new BinanceCapture();
        assertThat(format.matches(sample)).isTrue();
        assertThat(format.market(sample, symbol)).isEqualTo(market);
        Symbols symbols = new Symbols(name -> Decimals.inferred());
        Map<String, Long> counts;
        do {
            try (PartReader reader = new PartReader(sample, format, symbols, Wanted.all())) {
                while (reader.next()) {
                    assertThat(reader.stamp(Tape.RECEIVED)).isNotEqualTo(Tape.ABSENT);
                }
                counts = reader.tape.counts();
            }
        } while (symbols.wereRaised());
        assertThat(symbols.size()).isEqualTo(1);
        assertThat(symbols.name(0)).isEqualTo(symbol);
        assertThat(counts.getOrDefault(Kind.INCREMENT.plural(), 0L)).isEqualTo(depth);
        assertThat(counts.getOrDefault(Kind.QUOTE.plural(), 0L)).isEqualTo(quotes);
        assertThat(counts.getOrDefault(Kind.TRADE.plural(), 0L)).isEqualTo(trades);
        assertThat(counts.getOrDefault(Kind.SNAPSHOT.plural(), 0L)).isEqualTo(snapshots);
    }
}
