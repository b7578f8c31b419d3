package io.ttquant.core.config;

import io.ttquant.api.strategy.Alias;
import io.ttquant.api.strategy.Default;
import io.ttquant.api.strategy.Range;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A component of a record as it appears in a file.
 *
 * @param name its key
 * @param factors for its name and each alias, what a value under it is multiplied by
 * @param type its type, without {@code Optional}
 * @param isOptional whether it is an {@code Optional}
 * @param isNullable whether null stands for an absent value
 * @param defaultText the text of its default; null if it has none
 * @param range its range; null if it has none
 * @param pending why it does nothing yet; null if it works
 */
record Parameter(
        String name,
        Map<String, BigDecimal> factors,
        Type type,
        boolean isOptional,
        boolean isNullable,
        @Nullable String defaultText,
        @Nullable Range range,
        @Nullable String pending) {
    static Parameter of(RecordComponent component) {
        Type declared = component.getGenericType();
        boolean isOptional = component.getType() == Optional.class;
        Default preset = component.getAnnotation(Default.class);
        Pending pending = component.getAnnotation(Pending.class);
        return new Parameter(
                KeyNames.snakeCase(component.getName()),
                factors(component),
                isOptional ? argument(declared) : declared,
                isOptional,
                isNullable(component) || isNullable(component.getAnnotatedType()),
                preset == null ? null : preset.value(),
                component.getAnnotation(Range.class),
                pending == null ? null : pending.value());
    }

    private static Map<String, BigDecimal> factors(RecordComponent component) {
        Map<String, BigDecimal> factors = new LinkedHashMap<>();
        factors.put(KeyNames.snakeCase(component.getName()), BigDecimal.ONE);
        for (Alias alias : component.getAnnotationsByType(Alias.class)) {
            for (String name : alias.value()) {
                factors.put(name, new BigDecimal(alias.factor()));
            }
        }
        return factors;
    }

    static Type argument(Type generic) {
        return ((ParameterizedType) generic).getActualTypeArguments()[0];
    }

    private static boolean isNullable(AnnotatedElement element) {
        for (Annotation annotation : element.getAnnotations()) {
            if (annotation.annotationType().getSimpleName().equals("Nullable")) {
                return true;
            }
        }
        return false;
    }

    /** The factor of the name under which a value was given. */
    BigDecimal factor(String key) {
        return factors.getOrDefault(key, BigDecimal.ONE);
    }
}
