package io.ttquant.core.config;

import io.ttquant.api.market.InstrumentId;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts another instrument in the place of those in a record of parameters. */
final class InstrumentSwap {
    private InstrumentSwap() {}

    static Record in(Record parameters, InstrumentId other) {
        List<@Nullable Object> values = new ArrayList<>();
        for (RecordComponent component : parameters.getClass().getRecordComponents()) {
            values.add(swapped(ParameterText.value(parameters, component), other));
        }
        return RecordShape.of(parameters.getClass()).create(values);
    }

    private static @Nullable Object swapped(@Nullable Object value, InstrumentId other) {
        if (value instanceof InstrumentId) {
            return other;
        }
        if (value instanceof Optional<?> optional) {
            return optional.map(inner -> swapped(inner, other));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(each -> swapped(each, other)).distinct().toList();
        }
        return value;
    }
}
