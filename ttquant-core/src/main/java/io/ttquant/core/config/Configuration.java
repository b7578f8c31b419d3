package io.ttquant.core.config;

import java.nio.file.Path;

/**
 * Reads TOML into records.
 *
 * <p>A component {@code maxPositionValue} is the key {@code max_position_value}. {@link io.ttquant.api.strategy.Default},
 * {@link io.ttquant.api.strategy.Alias} and {@link io.ttquant.api.strategy.Range} are honoured. A component may be an {@code int},
 * {@code long}, {@code double}, {@code boolean}, String, BigDecimal, Duration, Instant, LocalDate, an enum (in lower case),
 * {@link io.ttquant.api.money.Money}, {@link io.ttquant.api.money.Currency}, {@link io.ttquant.api.market.InstrumentId},
 * {@link io.ttquant.api.market.BarSpec}, another record (a table), a {@code List} of these, or a {@code Map} from text, enum or instrument
 * to these. An {@code Optional} or {@code @Nullable} component may be left out. A BigDecimal is exactly what the file says, written as a
 * number or as text.
 *
 * <p>On the module path the record must be public in an exported package, or its package opened to {@code io.ttquant.core}.
 */
public final class Configuration {
    private Configuration() {}

    /**
     * A record of a file.
     *
     * @throws ConfigurationException with every mistake of the file
     * @throws IllegalStateException if the record itself has a component that cannot be configured
     */
    public static <T extends Record> T read(Path file, Class<T> type) {
        return read(ConfigText.read(file), type);
    }

    /**
     * A record of a text.
     *
     * @throws ConfigurationException with every mistake of the text
     * @throws IllegalStateException if the record itself has a component that cannot be configured
     */
    public static <T extends Record> T read(ConfigText text, Class<T> type) {
        Findings findings = new Findings(text.name());
        Section root = TomlTree.parse(text, findings);
        T value = root == null ? null : new RecordBinder(findings, Symbols.complete(findings)).bind(root, type);
        findings.check();
        if (value == null) {
            throw new IllegalStateException("no " + type.getSimpleName() + " and no mistake in " + text.name());
        }
        return value;
    }
}
