package io.ttquant.examples.store;

import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.examples.job.UsageException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A command line about a store.
 *
 * @param command import, export, verify, compact or describe
 * @param store which; null if only help was asked for
 * @param instrument of an export, or of a sheet that is imported; null if not said
 * @param kind what is exported: trades, quotes or bars
 * @param bars which bars; null if not said
 * @param from the first time of an export
 * @param to the time before which it ends
 * @param places files
 */
record StoreArguments(
        String command,
        @Nullable StorePlace store,
        @Nullable InstrumentId instrument,
        String kind,
        @Nullable BarSpec bars,
        Instant from,
        Instant to,
        List<String> places) {
    /** The commands that are about a store only if one is named. */
    private static final List<String> ALSO_OF_FILES = List.of("describe", "verify");

    private static final List<String> COMMANDS = List.of("import", "export", "compact");

    StoreArguments {
        places = List.copyOf(places);
    }

    static boolean isMeant(String... args) {
        List<String> all = List.of(args);
        return !all.isEmpty()
                && (COMMANDS.contains(all.get(0)) || (ALSO_OF_FILES.contains(all.get(0)) && all.contains("--store")));
    }

    static StoreArguments parse(String... args) {
        return new Parser(args).parse();
    }

    private static final class Parser {
        private final String[] args;
        private int next = 1;
        private String store = "";
        private final Map<String, String> settings = new LinkedHashMap<>();
        private @Nullable InstrumentId instrument;
        private String kind = "trades";
        private @Nullable BarSpec bars;
        private Instant from = Instant.MIN;
        private Instant to = Instant.MAX;
        private final List<String> places = new ArrayList<>();
        private boolean isHelp;

        Parser(String... args) {
            this.args = args;
        }

        StoreArguments parse() {
            while (next < args.length) {
                option(args[next++]);
            }
            if (!isHelp && store.isEmpty()) {
                throw new UsageException(args[0] + " needs --store, such as --store sqlite:market.db");
            }
            StorePlace place = isHelp ? null : StorePlace.parse(store, settings);
            return new StoreArguments(args[0], place, instrument, kind, bars, from, to, places);
        }

        private void option(String name) {
            switch (name) {
                case "--store" -> store = value(name, "a store such as sqlite:market.db");
                case "--set" -> set(value(name, "a setting such as user=me"));
                case "--instrument" -> instrument = instrument(value(name, "an instrument such as binance:BTCUSDT"));
                case "--kind" -> kind = kind(value(name, "trades, quotes or bars"));
                case "--bars" -> bars(value(name, "a length of bars such as 1m"));
                case "--from" -> from = time(name);
                case "--to" -> to = time(name);
                case "--help", "-h" -> isHelp = true;
                default -> places.add(place(name));
            }
        }

        private String place(String text) {
            if (text.startsWith("-")) {
                throw new UsageException("'" + text + "' is no option; " + args[0] + " --help lists them");
            }
            return text;
        }

        private void set(String text) {
            int equals = text.indexOf('=');
            if (equals <= 0) {
                throw new UsageException("--set '" + text + "' must be NAME=VALUE, such as user=me");
            }
            settings.put(text.substring(0, equals), text.substring(equals + 1));
        }

        private static InstrumentId instrument(String text) {
            try {
                return InstrumentId.parse(text);
            } catch (IllegalArgumentException e) {
                throw new UsageException("--instrument '" + text + "': " + e.getMessage());
            }
        }

        private static String kind(String text) {
            if (!List.of("trades", "quotes", "bars").contains(text)) {
                throw new UsageException("--kind '" + text + "' must be trades, quotes or bars");
            }
            return text;
        }

        private void bars(String text) {
            try {
                bars = BarSpec.parse(text);
                kind = "bars";
            } catch (IllegalArgumentException e) {
                throw new UsageException("--bars '" + text + "': " + e.getMessage());
            }
        }

        private String value(String name, String what) {
            if (next == args.length || args[next].startsWith("--")) {
                throw new UsageException(name + " needs " + what + " after it");
            }
            return args[next++];
        }

        private Instant time(String name) {
            String text = value(name, "a time such as 2025-01-31");
            try {
                return text.indexOf('T') < 0
                        ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                        : Instant.parse(text);
            } catch (DateTimeException e) {
                throw new UsageException(name + " '" + text
                        + "' is no time; write a day such as 2025-01-31 or an instant such as 2025-01-31T08:00:00Z");
            }
        }
    }
}
