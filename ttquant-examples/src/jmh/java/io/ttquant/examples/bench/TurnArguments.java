package io.ttquant.examples.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * The command line of a measurement in turns.
 *
 * @param turns how often each thing is measured
 * @param rows how many rows or orders a turn has
 * @param names which things; empty for all
 */
record TurnArguments(int turns, int rows, List<String> names) {
    /** {@code -t TURNS -n ROWS NAME...} over what counts unless given. */
    static TurnArguments parse(int turns, int rows, String... args) {
        int givenTurns = turns;
        int givenRows = rows;
        List<String> names = new ArrayList<>();
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "-t" -> givenTurns = Integer.parseInt(args[++i]);
                case "-n" -> givenRows = Integer.parseInt(args[++i]);
                default -> names.add(args[i]);
            }
        }
        return new TurnArguments(givenTurns, givenRows, List.copyOf(names));
    }

    boolean has(String name) {
        return names.isEmpty() || names.contains(name);
    }
}
