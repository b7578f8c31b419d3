package io.ttquant.exchanges.scenario;

import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which rows of the catalogue of failures are played by which scenarios. */
final class RowCoverage {
    private static final Map<String, Integer> SECTIONS =
            new LinkedHashMap<>(Map.of("A", 30, "B", 17, "C", 8, "D", 7, "E", 9, "F", 10, "I", 10));

    private final Map<String, Set<String>> scenarios = new LinkedHashMap<>();

    private RowCoverage() {}

    static RowCoverage of(List<Class<?>> classes) {
        RowCoverage coverage = new RowCoverage();
        for (Class<?> its : classes) {
            for (Method method : its.getDeclaredMethods()) {
                Row row = method.getAnnotation(Row.class);
                if (row != null) {
                    for (String name : row.value()) {
                        coverage.scenarios
                                .computeIfAbsent(name, any -> new TreeSet<>())
                                .add(its.getSimpleName() + "." + method.getName());
                    }
                }
            }
        }
        return coverage;
    }

    /** Rows that are neither played nor excepted. */
    Set<String> missing(Set<String> excepted) {
        Set<String> missing = rows();
        missing.removeAll(scenarios.keySet());
        missing.removeAll(excepted);
        return missing;
    }

    /** Names that are in no section. */
    Set<String> unknown() {
        Set<String> unknown = new TreeSet<>(scenarios.keySet());
        unknown.removeAll(rows());
        return unknown;
    }

    /** How many scenarios play a row. */
    int count(String row) {
        return scenarios.getOrDefault(row, Set.of()).size();
    }

    /** All scenarios, each once. */
    Set<String> all() {
        Set<String> all = new TreeSet<>();
        scenarios.values().forEach(all::addAll);
        return all;
    }

    static Set<String> rows() {
        Set<String> rows = new TreeSet<>();
        SECTIONS.forEach((section, last) -> {
            for (int i = 1; i <= last; i++) {
                rows.add(section + i);
            }
        });
        return rows;
    }
}
