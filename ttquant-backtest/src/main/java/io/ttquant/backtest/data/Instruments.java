package io.ttquant.backtest.data;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentBuilder;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which instrument each file is about, and in which decimals it is read: as stated, or as its name and its numbers tell. */
final class Instruments {
    private final List<Instrument> stated;
    private final List<Instrument> known;
    private final boolean roundsVolumes;
    private final boolean isOneForAll;
    private final boolean isLooking;
    private final Map<InstrumentId, Scales> scales = new HashMap<>();
    private final Map<InstrumentId, NameGuess> guesses = new HashMap<>();

    /**
     * Instruments of files.
     *
     * @param isLooking whether nothing will be traded, so that an instrument that cannot be told gets a stand-in
     */
    Instruments(
            List<Instrument> stated,
            List<Instrument> known,
            List<SourceFile> files,
            boolean roundsVolumes,
            boolean isLooking) {
        this.isLooking = isLooking;
        this.roundsVolumes = roundsVolumes;
        this.stated = List.copyOf(stated);
        this.known = List.copyOf(known);
        long symbols = files.stream()
                .map(file -> plain(file.guess().symbol()))
                .filter(symbol -> !symbol.isEmpty())
                .distinct()
                .count();
        this.isOneForAll = stated.size() == 1 && symbols <= 1;
    }

    /** The instrument of a file. */
    InstrumentId idOf(SourceFile file) {
        Instrument instrument = statedFor(file);
        return instrument != null ? instrument.id() : inferredId(file);
    }

    /** The decimals of an instrument; they grow while files are read if it is inferred. */
    Scales scalesOf(InstrumentId id) {
        return scales.computeIfAbsent(id, this::newScales);
    }

    private Scales newScales(InstrumentId id) {
        Instrument instrument = statedAs(id);
        return instrument == null
                ? Scales.inferred()
                : Scales.of(instrument, roundsVolumes ? instrument.quantityScale() : Scales.EXACT_VOLUMES);
    }

    /** The instrument, after all its files were read. */
    Instrument build(InstrumentId id) {
        Instrument instrument = statedAs(id);
        NameGuess guess = guesses.get(id);
        if (instrument != null || guess == null) {
            return java.util.Objects.requireNonNull(instrument);
        }
        Scales found = scalesOf(id);
        int lotDecimals = found.lotDecimals();
        Currency base = Currency.of(guess.base(), Math.max(Currency.DEFAULT_SCALE, lotDecimals));
        Currency quote = Currency.of(guess.quote());
        InstrumentBuilder builder =
                guess.isPerpetual() ? Instrument.perpetual(id, base, quote) : Instrument.spot(id, base, quote);
        return builder.tick(BigDecimal.ONE.movePointLeft(found.price))
                .lot(BigDecimal.ONE.movePointLeft(lotDecimals))
                .build();
    }

    private @Nullable Instrument statedAs(InstrumentId id) {
        return stated.stream().filter(i -> i.id().equals(id)).findFirst().orElseGet(() -> knownAs(id));
    }

    private @Nullable Instrument knownAs(InstrumentId id) {
        NameGuess guess = guesses.get(id);
        if (guess == null) {
            return null;
        }
        return known.stream()
                .filter(i -> i.id().equals(id))
                .filter(i -> i.kind().isDerivative() == guess.isPerpetual())
                .findFirst()
                .orElse(null);
    }

    private @Nullable Instrument statedFor(SourceFile file) {
        if (stated.isEmpty()) {
            return null;
        }
        if (isOneForAll) {
            return stated.get(0);
        }
        String symbol = plain(file.guess().symbol());
        return stated.stream()
                .filter(i -> plain(i.id().symbol()).equals(symbol))
                .findFirst()
                .orElseThrow(() -> file.refuse(
                        0,
                        "is of none of the stated instruments ("
                                + stated.stream().map(Instrument::toString).collect(Collectors.joining(", "))
                                + "), going by its name" + (symbol.isEmpty() ? "" : ", which says " + symbol)
                                + "; state its instrument too, or load it by itself"));
    }

    private InstrumentId inferredId(SourceFile file) {
        NameGuess guess = isLooking ? file.guess().orStandIn() : file.guess();
        if (guess.quote().isEmpty()) {
            String symbol = guess.symbol().isEmpty() ? "SYMBOL" : guess.symbol();
            throw file.refuse(
                    0,
                    "does not say its instrument: no base and quote currency can be read from its name. State it, for example with"
                            + " instrument(Instrument.spot(\"" + guess.venue() + ":" + symbol + "\", \"" + symbol
                            + "\", \"USD\").tick(\"0.01\").lot(\"1\").build()), or name the file as Binance does, BTCUSDT-1m-2025-01.csv");
        }
        InstrumentId id = InstrumentId.of(guess.venue(), guess.symbol());
        NameGuess earlier = guesses.putIfAbsent(id, guess);
        if (isLooking && earlier != null && earlier.isPerpetual() != guess.isPerpetual()) {
            InstrumentId other =
                    InstrumentId.of(guess.venue(), guess.symbol() + (guess.isPerpetual() ? "-PERP" : "-SPOT"));
            guesses.putIfAbsent(other, guess);
            return other;
        }
        if (earlier != null && earlier.isPerpetual() != guess.isPerpetual()) {
            throw file.refuse(
                    0,
                    "is about the " + (guess.isPerpetual() ? "perpetual" : "spot") + " instrument " + id
                            + ", and an earlier file about the " + (guess.isPerpetual() ? "spot" : "perpetual")
                            + " one of the same name; load them apart, or state the instruments");
        }
        if (guess.isPerpetual() && guess.quote().equals("USD") && knownAs(id) == null && !isLooking) {
            throw unknownContract(file, guess, id);
        }
        return id;
    }

    private static DataException unknownContract(SourceFile file, NameGuess guess, InstrumentId id) {
        return file.refuse(
                0,
                "is about a perpetual swap in USD, which most venues settle in " + guess.base()
                        + " and whose contract value no file tells. State it, for example with"
                        + " instrument(Instrument.inversePerpetual(InstrumentId.parse(\"" + id + "\"), Currency.of(\""
                        + guess.base()
                        + "\"), Currency.of(\"USD\")).tick(\"0.1\").lot(\"1\").multiplier(new BigDecimal(\"100\")).build())");
    }

    private static String plain(String symbol) {
        return symbol.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }
}
