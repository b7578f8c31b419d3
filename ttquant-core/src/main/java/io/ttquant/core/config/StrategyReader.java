package io.ttquant.core.config;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.core.risk.RiskLimits;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the tables of strategies. */
final class StrategyReader {
    private static final String DEFAULT_VENUE = "binance";

    private final StrategyCatalogue catalogue;
    private final Findings findings;
    private final @Nullable String globalVenue;
    private final Map<InstrumentId, Instrument> instruments;
    private final Map<String, Position> ids = new HashMap<>();

    StrategyReader(
            StrategyCatalogue catalogue,
            Findings findings,
            @Nullable String globalVenue,
            Map<InstrumentId, Instrument> instruments) {
        this.catalogue = catalogue;
        this.findings = findings;
        this.globalVenue = globalVenue;
        this.instruments = instruments;
    }

    /** The head of a strategy's table. */
    record Head(
            Optional<String> id,
            Optional<String> name,
            Optional<String> type,
            Optional<Boolean> enabled,
            Optional<String> exchange) {}

    /**
     * A strategy.
     *
     * @param tableName name of its table; empty if it is an element of an array
     * @return null if there were mistakes
     */
    @Nullable
    ConfiguredStrategy read(Section section, String tableName) {
        Head head = head(section);
        Section parameters = parameters(section);
        if (head == null) {
            return null;
        }
        String id = id(section, head, tableName);
        StrategyType<?> type = type(section, head);
        Optional<RiskLimits> risk = RiskReader.own(section, symbols(head), findings);
        return type == null ? null : strategy(id, type, head, parameters, risk);
    }

    private @Nullable Head head(Section section) {
        Map<String, Node> own = new LinkedHashMap<>(section.nodes());
        own.keySet().retainAll(StrategyType.RESERVED);
        own.remove("parameters");
        own.remove("risk");
        return new RecordBinder(findings, Symbols.complete(findings))
                .bind(new Section(section.path(), section.at(), own), Head.class);
    }

    /** Parameters stand beside the head, or in a table of their own, or both. */
    private Section parameters(Section section) {
        Map<String, Node> nodes = new LinkedHashMap<>(section.nodes());
        nodes.keySet().removeAll(StrategyType.RESERVED);
        Node table = section.get("parameters");
        if (table != null && table.value() instanceof Section inner) {
            inner.nodes().forEach((key, node) -> {
                if (nodes.putIfAbsent(key, node) != null) {
                    findings.mistake(
                            node.keyAt(), node.path(), "given twice, here and in [" + section.path() + "]; keep one");
                }
            });
        } else if (table != null) {
            findings.mistake(table.valueAt(), table.path(), "must be a table, not " + table.describe());
        }
        return new Section(section.path(), section.at(), nodes);
    }

    private String id(Section section, Head head, String tableName) {
        List<String> given = Stream.of(
                        head.id(), head.name(), Optional.of(tableName).filter(n -> !n.isEmpty()))
                .flatMap(Optional::stream)
                .toList();
        if (given.isEmpty()) {
            findings.mistake(
                    section.at(),
                    section.pathOf("id"),
                    "missing; give each strategy an id (also called name) of its own");
            return "";
        }
        if (head.id().isPresent() && head.name().isPresent()) {
            findings.mistake(
                    section.at(), section.pathOf("id"), "given more than once, as id and name; keep one of them");
        }
        String id = given.get(0);
        Node node = section.get(head.id().isPresent() ? "id" : "name");
        Position at = node == null ? section.at() : node.valueAt();
        Position earlier = ids.putIfAbsent(id, at);
        if (earlier != null) {
            findings.mistake(
                    at,
                    section.pathOf("id"),
                    "two strategies are named '" + id + "', the other one in line " + earlier.line()
                            + "; give each an id of its own");
        }
        if (id.isBlank()) {
            findings.mistake(at, section.pathOf("id"), "must not be blank");
        }
        return id;
    }

    private @Nullable StrategyType<?> type(Section section, Head head) {
        Node node = section.get("type");
        if (node == null || head.type().isEmpty()) {
            findings.mistake(
                    section.at(), section.pathOf("type"), "missing; " + KeyNames.suggestion("", catalogue.names()));
            return null;
        }
        try {
            return catalogue.find(head.type().get());
        } catch (IllegalArgumentException e) {
            findings.mistake(node.valueAt(), node.path(), String.valueOf(e.getMessage()));
            return null;
        }
    }

    private <P extends Record> @Nullable ConfiguredStrategy strategy(
            String id, StrategyType<P> type, Head head, Section section, Optional<RiskLimits> risk) {
        P parameters = new RecordBinder(findings, symbols(head)).bind(section, type.parameters());
        if (parameters == null) {
            return null;
        }
        List<InstrumentId> traded = instruments(parameters);
        checkCurrencies(section, traded);
        Function<? super P, ? extends Strategy> factory = type.factory();
        return new ConfiguredStrategy(
                id,
                type.name(),
                head.enabled().orElse(true),
                traded,
                parameters,
                ParameterText.describe(parameters),
                other -> factory.apply(type.parameters().cast(other)),
                risk);
    }

    private Symbols symbols(Head head) {
        if (head.exchange().isPresent()) {
            return Symbols.at(head.exchange().get(), Symbols.Origin.STRATEGY, findings);
        }
        return globalVenue == null
                ? Symbols.at(DEFAULT_VENUE, Symbols.Origin.ASSUMED, findings)
                : Symbols.at(globalVenue, Symbols.Origin.DEFAULT, findings);
    }

    private static List<InstrumentId> instruments(Record parameters) {
        List<InstrumentId> found = new ArrayList<>();
        for (RecordComponent component : parameters.getClass().getRecordComponents()) {
            collect(ParameterText.value(parameters, component), found);
        }
        return found.stream().distinct().toList();
    }

    private static void collect(@Nullable Object value, List<InstrumentId> found) {
        if (value instanceof InstrumentId id) {
            found.add(id);
        } else if (value instanceof Optional<?> optional) {
            collect(optional.orElse(null), found);
        } else if (value instanceof List<?> list) {
            list.forEach(each -> collect(each, found));
        }
    }

    /** A key that ends in usdt means USDT; with an instrument quoted in something else it would silently mean that. */
    private void checkCurrencies(Section section, List<InstrumentId> traded) {
        for (String key : section.keys()) {
            Node node = section.get(key);
            if (node == null || !key.endsWith("_usdt")) {
                continue;
            }
            for (InstrumentId id : traded) {
                quote(id)
                        .filter(quote -> !quote.equals("USDT"))
                        .ifPresent(quote -> findings.mistake(
                                node.keyAt(),
                                node.path(),
                                "is in USDT, but " + id + " is quoted in " + quote
                                        + "; use the key that names no currency"));
            }
        }
    }

    private Optional<String> quote(InstrumentId id) {
        Instrument instrument = instruments.get(id);
        return instrument != null
                ? Optional.of(instrument.quote().code())
                : Symbols.currencies(id).map(currencies -> currencies.get(1));
    }
}
