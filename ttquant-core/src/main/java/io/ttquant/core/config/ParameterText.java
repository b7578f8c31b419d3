package io.ttquant.core.config;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A record's values as a file would have them, for reports. */
final class ParameterText {
    private ParameterText() {}

    static Map<String, String> describe(Record parameters) {
        Map<String, String> lines = new LinkedHashMap<>();
        for (RecordComponent component : parameters.getClass().getRecordComponents()) {
            lines.put(KeyNames.snakeCase(component.getName()), text(value(parameters, component)));
        }
        return Collections.unmodifiableMap(lines);
    }

    static @Nullable Object value(Record parameters, RecordComponent component) {
        try {
            return Access.method(component.getAccessor()).invoke(parameters);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }

    private static String text(@Nullable Object value) {
        if (value == null || value.equals(Optional.empty())) {
            return "none";
        } else if (value instanceof Optional<?> optional) {
            return text(optional.get());
        } else if (value instanceof BigDecimal decimal) {
            return Numbers.plain(decimal);
        } else if (value instanceof Double number) {
            return Numbers.plain(BigDecimal.valueOf(number));
        } else if (value instanceof Duration duration) {
            return Durations.format(duration);
        } else if (value instanceof Enum<?>) {
            return Scalars.keyOf(value);
        } else if (value instanceof List<?> list) {
            return list.stream().map(ParameterText::text).toList().toString();
        } else if (value instanceof Record nested && !RecordShape.isScalar(value.getClass())) {
            return describe(nested).toString();
        }
        return value.toString();
    }
}
