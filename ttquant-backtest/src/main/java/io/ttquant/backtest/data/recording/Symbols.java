package io.ttquant.backtest.data.recording;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The symbols of one or more recordings, numbered, each with its decimals. */
final class Symbols {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final List<Decimals> decimals = new ArrayList<>();
    private final Function<String, Decimals> initial;

    Symbols(Function<String, Decimals> initial) {
        this.initial = initial;
    }

    /** The number of a symbol, which is new from then on if it was unknown. */
    int number(String symbol) {
        Integer known = numbers.get(symbol);
        if (known != null) {
            return known;
        }
        names.add(symbol);
        decimals.add(initial.apply(symbol));
        numbers.put(symbol, names.size() - 1);
        return names.size() - 1;
    }

    String name(int number) {
        return names.get(number);
    }

    Decimals decimals(int number) {
        return decimals.get(number);
    }

    int size() {
        return names.size();
    }

    /** Whether decimals of one were raised since this was last asked, so that all must be read again. */
    boolean wereRaised() {
        boolean were = false;
        for (Decimals each : decimals) {
            were |= each.wasRaised();
        }
        return were;
    }
}
