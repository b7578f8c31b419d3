package io.ttquant.backtest.junit;

import io.ttquant.api.market.Instrument;
import io.ttquant.backtest.data.DataFiles;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/**
 * Data over which a test is repeated, each under a name that stands in the report of the tests; for {@code @MethodSource} and {@code @FieldSource}.
 *
 * <pre>{@code
 * static Stream<Named<MarketData>> markets() {
 *     return DataSets.shapes(BTC);
 * }
 *
 * @ParameterizedTest
 * @MethodSource("markets")
 * void neverLosesMoreThanATenth(MarketData data) { ... }
 * }</pre>
 */
public final class DataSets {
    private DataSets() {}

    /** One data set for each pattern of files, loaded when its turn comes. */
    public static Stream<Named<MarketData>> files(String... patterns) {
        return Arrays.stream(patterns)
                .map(pattern ->
                        Named.of(pattern, MarketData.of(DataFiles.of(pattern).load())));
    }

    /** Seven markets of a few bars of a minute about 100, each of a shape that strategies stumble over; the tick must divide 0.5. */
    public static Stream<Named<MarketData>> shapes(Instrument instrument) {
        return Stream.of(
                shape(instrument, "flat", "100 100 100 100 100 100 100 100 100 100"),
                shape(instrument, "rising", "100 101 102 103 104 105 106 107 108 109"),
                shape(instrument, "falling", "100 99 98 97 96 95 94 93 92 91"),
                shape(instrument, "there and back", "100 101 102 103 104 104 103 102 101 100"),
                shape(instrument, "to and fro", "100 101 99.5 101 99.5 101 99.5 101 99.5 100"),
                shape(instrument, "crash and recovery", "100 100.5 100 60 45 50 70 90 99 100"),
                shape(instrument, "silent for a while", "100 101 102 gap gap gap gap 90 91 92"));
    }

    private static Named<MarketData> shape(Instrument instrument, String name, String closes) {
        return Named.of(name, WrittenMarket.of(instrument).closes(closes).data());
    }
}
