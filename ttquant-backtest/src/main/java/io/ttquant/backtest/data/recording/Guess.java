package io.ttquant.backtest.data.recording;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentBuilder;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.backtest.data.DataException;
import io.ttquant.backtest.data.SymbolName;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The instrument of a recorded symbol: stated, or as format, symbol and decimals tell. */
final class Guess {
    private final List<Instrument> stated;
    private final List<Instrument> known;

    Guess(List<Instrument> stated, List<Instrument> known) {
        this.stated = stated;
        this.known = known;
    }

    /** The stated instrument of a symbol. */
    Optional<Instrument> stated(String symbol) {
        return stated.stream()
                .filter(i -> plain(i.id().symbol()).equals(plain(symbol)))
                .findFirst();
    }

    /** The instrument with which a series is only looked at: a contract's value does not matter for that. */
    Instrument forLooking(Survey.Series series) {
        return stated(series.symbol())
                .or(() -> described(series))
                .orElseGet(() -> spot(series, name(series).orElse(new SymbolName("BASE", "QUOTE"))));
    }

    /**
     * The instrument of a series.
     *
     * @throws DataException if it cannot be told
     */
    Instrument of(Survey.Series series) {
        return stated(series.symbol())
                .or(() -> known(series))
                .or(() -> described(series))
                .orElseGet(() -> inferred(series));
    }

    private static Optional<Instrument> described(Survey.Series series) {
        RecordedFile file = series.files().get(0);
        return file.format().instrument(file.sample());
    }

    /** An offered instrument that is the inferred one but for its increments and limits. */
    private Optional<Instrument> known(Survey.Series series) {
        RecordedFile file = series.files().get(0);
        boolean isSpot = file.format().market(file.sample(), series.symbol()) == Market.SPOT;
        return known.stream()
                .filter(i -> i.id().equals(id(series)) && i.kind().isDerivative() != isSpot)
                .findFirst();
    }

    private static Instrument inferred(Survey.Series series) {
        RecordedFile file = series.files().get(0);
        Market market = file.format().market(file.sample(), series.symbol());
        SymbolName name = name(series)
                .orElseThrow(() -> new DataException(
                        file.name(),
                        0,
                        "is about '" + series.symbol()
                                + "', whose currencies cannot be told. State it, for example with"
                                + " instrument(Instrument.spot(\"" + id(series) + "\", \"" + series.symbol()
                                + "\", \"USD\").tick(\"0.01\").lot(\"1\").build())"));
        return switch (market) {
            case SPOT -> spot(series, name);
            case LINEAR -> {
                Currency base = base(series, name);
                yield sized(Instrument.perpetual(id(series), base, Currency.of(name.quote())), series);
            }
            case INVERSE ->
                throw new DataException(
                        file.name(),
                        0,
                        "is about " + series.symbol() + ", a contract settled in " + name.base()
                                + " whose value no recording tells. State it, for example with"
                                + " instrument(Instrument.inversePerpetual(InstrumentId.parse(\"" + id(series)
                                + "\"), Currency.of(\"" + name.base() + "\"), Currency.of(\"" + name.quote()
                                + "\")).tick(\"0.1\").lot(\"1\").multiplier(new BigDecimal(\"100\")).build())");
        };
    }

    private static Optional<SymbolName> name(Survey.Series series) {
        return series.files().get(0).format().currencies(series.symbol());
    }

    private static InstrumentId id(Survey.Series series) {
        RecordedFile file = series.files().get(0);
        return InstrumentId.of(file.format().venue(file.sample()), series.symbol());
    }

    private static Instrument spot(Survey.Series series, SymbolName name) {
        return sized(Instrument.spot(id(series), base(series, name), Currency.of(name.quote())), series);
    }

    private static Currency base(Survey.Series series, SymbolName name) {
        return Currency.of(
                name.base(), Math.max(Currency.DEFAULT_SCALE, series.decimals().quantity()));
    }

    private static Instrument sized(InstrumentBuilder builder, Survey.Series series) {
        return builder.tick(BigDecimal.ONE.movePointLeft(series.decimals().price()))
                .lot(BigDecimal.ONE.movePointLeft(series.decimals().quantity()))
                .build();
    }

    private static String plain(String symbol) {
        return symbol.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }
}
