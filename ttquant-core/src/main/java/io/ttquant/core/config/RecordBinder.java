package io.ttquant.core.config;

import io.ttquant.api.strategy.Range;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fills records from sections and reports every mistake on the way. */
final class RecordBinder {
    private final Findings findings;
    private final Scalars scalars;

    RecordBinder(Findings findings, Symbols symbols) {
        this.findings = findings;
        this.scalars = new Scalars(symbols);
    }

    <T extends Record> @Nullable T bind(Section section, Class<T> type) {
        return bind(section, type, Set.of());
    }

    /**
     * A record of a section.
     *
     * @param reserved keys that are not the record's, and that somebody else reads
     * @return null if there were mistakes
     */
    <T extends Record> @Nullable T bind(Section section, Class<T> type, Set<String> reserved) {
        int before = findings.count();
        RecordShape<T> shape = RecordShape.of(type);
        Set<String> known = new LinkedHashSet<>(reserved);
        List<@Nullable Object> values = new ArrayList<>();
        for (Parameter parameter : shape.parameters()) {
            known.addAll(parameter.factors().keySet());
            values.add(value(section, parameter));
        }
        refuseUnknown(section, known);
        return findings.count() == before ? create(section, shape, values) : null;
    }

    void refuseUnknown(Section section, Set<String> known) {
        for (String key : section.keys()) {
            Node node = section.get(key);
            if (node != null && !known.contains(key)) {
                findings.mistake(node.keyAt(), node.path(), "unknown key; " + KeyNames.suggestion(key, known));
            }
        }
    }

    private @Nullable Object value(Section section, Parameter parameter) {
        List<String> given = parameter.factors().keySet().stream()
                .filter(name -> section.get(name) != null)
                .toList();
        if (given.size() > 1) {
            Node second = section.get(given.get(1));
            findings.mistake(
                    second == null ? section.at() : second.keyAt(),
                    section.pathOf(parameter.name()),
                    "given more than once, as " + String.join(" and ", given) + "; keep one of them");
            return null;
        }
        Node node = given.isEmpty() ? null : section.get(given.get(0));
        return node == null ? absent(section, parameter) : present(node, given.get(0), parameter);
    }

    private @Nullable Object present(Node node, String key, Parameter parameter) {
        if (parameter.pending() != null) {
            findings.warning(node.keyAt(), node.path(), parameter.pending());
        }
        Object value = read(node, parameter.type(), parameter.range(), parameter.factor(key));
        return parameter.isOptional() ? Optional.ofNullable(value) : value;
    }

    private @Nullable Object absent(Section section, Parameter parameter) {
        String text = parameter.defaultText();
        if (text != null) {
            Node node = DefaultText.node(section.pathOf(parameter.name()), parameter.type(), text, section.at());
            Object value = read(node, parameter.type(), parameter.range(), BigDecimal.ONE);
            return parameter.isOptional() ? Optional.ofNullable(value) : value;
        }
        if (parameter.isOptional()) {
            return Optional.empty();
        }
        if (!parameter.isNullable()) {
            findings.mistake(
                    section.at(),
                    section.pathOf(parameter.name()),
                    "missing; it has no default, so write it here" + aliases(parameter));
        }
        return null;
    }

    private static String aliases(Parameter parameter) {
        Set<String> others = new LinkedHashSet<>(parameter.factors().keySet());
        others.remove(parameter.name());
        return others.isEmpty() ? "" : " (also called " + String.join(", ", others) + ")";
    }

    private @Nullable Object read(Node node, Type type, @Nullable Range range, BigDecimal factor) {
        if (type instanceof ParameterizedType generic) {
            if (generic.getRawType() == List.class) {
                return list(node, Parameter.argument(generic), range, factor);
            } else if (generic.getRawType() == Map.class) {
                return map(node, generic, range);
            }
        } else if (type instanceof Class<?> raw) {
            return raw.isRecord() && !RecordShape.isScalar(raw) ? table(node, raw) : scalar(node, raw, range, factor);
        }
        throw new IllegalStateException(node.path() + " is of type " + type + ", which cannot be configured");
    }

    private List<Object> list(Node node, Type element, @Nullable Range range, BigDecimal factor) {
        List<Object> values = new ArrayList<>();
        for (Node each : node.elements()) {
            Object value = read(each, element, range, factor);
            if (value != null) {
                values.add(value);
            }
        }
        return List.copyOf(values);
    }

    private @Nullable Object map(Node node, ParameterizedType generic, @Nullable Range range) {
        if (!(node.value() instanceof Section section)) {
            findings.mistake(node.valueAt(), node.path(), "must be a table, not " + node.describe());
            return null;
        }
        Map<Object, Object> values = new LinkedHashMap<>();
        for (String key : section.keys()) {
            Node each = section.get(key);
            if (each != null) {
                Node name = new Node(each.path(), key, each.keyAt(), each.keyAt());
                Object k = read(name, generic.getActualTypeArguments()[0], null, BigDecimal.ONE);
                Object v = read(each, generic.getActualTypeArguments()[1], range, BigDecimal.ONE);
                if (k != null && v != null) {
                    values.put(k, v);
                }
            }
        }
        return java.util.Collections.unmodifiableMap(values);
    }

    private @Nullable Object table(Node node, Class<?> type) {
        if (node.value() instanceof Section section) {
            return bind(section, type.asSubclass(Record.class));
        }
        findings.mistake(node.valueAt(), node.path(), "must be a table, not " + node.describe());
        return null;
    }

    private @Nullable Object scalar(Node node, Class<?> type, @Nullable Range range, BigDecimal factor) {
        try {
            Object value = Numbers.isNumber(type) ? Numbers.read(type, node, factor) : scalars.read(type, node);
            if (value == null) {
                throw new IllegalStateException(node.path() + " is of " + type + ", which cannot be configured");
            }
            if (range != null) {
                Numbers.check(value, range, factor);
            }
            return value;
        } catch (IllegalArgumentException | ArithmeticException e) {
            findings.mistake(node.valueAt(), node.path(), String.valueOf(e.getMessage()));
            return null;
        }
    }

    private <T extends Record> @Nullable T create(
            Section section, RecordShape<T> shape, List<@Nullable Object> values) {
        try {
            return shape.create(values);
        } catch (IllegalArgumentException | ArithmeticException e) {
            refuse(section, String.valueOf(e.getMessage()));
            return null;
        }
    }

    /** Reports a mistake at the first configured key that a message names. */
    void refuse(Section section, String message) {
        Node culprit = culprit(section, message);
        findings.mistake(
                culprit == null ? section.at() : culprit.valueAt(),
                culprit == null ? section.path() : culprit.path(),
                message);
    }

    /** The first configured key that a constructor's message names. */
    private static @Nullable Node culprit(Section section, String message) {
        for (String word : message.split("[^A-Za-z0-9_]+", -1)) {
            Node node = section.get(KeyNames.snakeCase(word));
            if (node != null) {
                return node;
            }
        }
        return null;
    }
}
