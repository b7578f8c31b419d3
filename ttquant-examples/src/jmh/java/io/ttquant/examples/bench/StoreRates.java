package io.ttquant.examples.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * How many trades a second go into a store, beside the barest way into the same table on the same machine at the same time. The two take turns, after one turn each that
 * does not count, and which comes first changes; the ratio is of the two of a turn.
 *
 * <pre>StoreRates [-t TURNS] [-n ROWS] [sqlite] [duckdb] [postgresql]</pre>
 */
final class StoreRates {
    private static final double MILLION = 1e6;
    private static final Map<String, Supplier<StoreRace>> RACES = new LinkedHashMap<>();

    static {
        RACES.put("sqlite", SqliteRace::new);
        RACES.put("duckdb", DuckRace::new);
        RACES.put("postgresql", PostgresRace::new);
    }

    private StoreRates() {}

    /** Runs it. */
    public static void main(String... args) throws IOException, SQLException {
        TurnArguments arguments = TurnArguments.parse(5, 1_000_000, args);
        for (Map.Entry<String, Supplier<StoreRace>> each : RACES.entrySet()) {
            if (arguments.has(each.getKey())) {
                try (StoreRace race = each.getValue().get()) {
                    measure(race, arguments);
                }
            }
        }
    }

    private static void measure(StoreRace race, TurnArguments arguments) throws IOException, SQLException {
        List<Double> bare = new ArrayList<>();
        List<Double> ours = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int turn = 0; turn <= arguments.turns(); turn++) {
            double[] rates = turn(race, arguments.rows(), turn % 2 == 0);
            if (turn > 0) {
                bare.add(rates[0]);
                ours.add(rates[1]);
                ratios.add(rates[1] / rates[0]);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%s, %d rows, %d turns: bare %s M rows/s, storage %s M rows/s, ratio %s, goal %.2f%n",
                race.name(),
                arguments.rows(),
                arguments.turns(),
                Spread.of(bare).in(MILLION),
                Spread.of(ours).in(MILLION),
                Spread.of(ratios).in(1),
                race.goal());
    }

    private static double[] turn(StoreRace race, int rows, boolean isBareFirst) throws IOException, SQLException {
        try (ScratchFolder folder = ScratchFolder.make()) {
            Path path = folder.path();
            double before = isBareFirst ? race.bare(path, rows) : race.ours(path, rows);
            double after = isBareFirst ? race.ours(path, rows) : race.bare(path, rows);
            return isBareFirst ? new double[] {before, after} : new double[] {after, before};
        }
    }
}
