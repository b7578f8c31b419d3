package io.ttquant.core.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The kinds of strategy that a file can name. Immutable. A name with a dot is that of a class on the class path. */
public final class StrategyCatalogue {
    private static final String MACHINE_LEARNING = "ml_strategy";

    private final List<StrategyType<?>> types;
    private final Map<String, StrategyType<?>> byName;
    private final ClassLoader loader;

    private StrategyCatalogue(List<StrategyType<?>> types, ClassLoader loader) {
        this.types = List.copyOf(types);
        this.byName = index(types);
        this.loader = loader;
    }

    private static Map<String, StrategyType<?>> index(List<StrategyType<?>> types) {
        Map<String, StrategyType<?>> byName = new LinkedHashMap<>();
        for (StrategyType<?> type : types) {
            List<String> names = new ArrayList<>(List.of(type.name()));
            names.addAll(type.aliases());
            for (String name : names) {
                if (byName.putIfAbsent(name, type) != null) {
                    throw new IllegalArgumentException(
                            "two strategy types are named '" + name + "'; rename one of them");
                }
            }
        }
        return byName;
    }

    /**
     * A catalogue of these types; classes are looked for with the class loader of the current thread.
     *
     * @throws IllegalArgumentException if two have the same name
     */
    public static StrategyCatalogue of(StrategyType<?>... types) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return new StrategyCatalogue(
                List.of(types), loader == null ? StrategyCatalogue.class.getClassLoader() : loader);
    }

    /**
     * The same with one more type.
     *
     * @throws IllegalArgumentException if its name is taken
     */
    public StrategyCatalogue with(StrategyType<?> type) {
        List<StrategyType<?>> more = new ArrayList<>(types);
        more.add(type);
        return new StrategyCatalogue(more, loader);
    }

    /** The same; classes are looked for with this class loader. */
    public StrategyCatalogue withClassLoader(ClassLoader classLoader) {
        return new StrategyCatalogue(types, classLoader);
    }

    /** The types, in the order in which they were registered. */
    public List<StrategyType<?>> types() {
        return types;
    }

    Set<String> names() {
        return byName.keySet();
    }

    /**
     * The type of a name, or of a class.
     *
     * @throws IllegalArgumentException if there is none; the message lists what there is
     */
    public StrategyType<?> find(String name) {
        StrategyType<?> type = byName.get(name);
        if (type != null) {
            return type;
        }
        if (name.equals(MACHINE_LEARNING)) {
            throw new IllegalArgumentException(
                    "'" + name
                            + "' is not part of TTQuant: it trains no models; remove it, or write a Strategy class of your own that asks your model");
        }
        if (name.indexOf('.') > 0) {
            return StrategyClass.load(name, loader);
        }
        throw new IllegalArgumentException("unknown strategy type '" + name + "'; "
                + KeyNames.suggestion(name, byName.keySet()) + ", or write the full name of a Strategy class");
    }
}
