package io.ttquant.core.config;

import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.money.Money;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a record has and how it is made. */
record RecordShape<T extends Record>(Class<T> type, List<Parameter> parameters, MethodHandle constructor) {
    /** Records of the API that a file writes as one value. */
    private static final Set<Class<?>> SCALARS = Set.of(Money.class, Currency.class, BarSpec.class, InstrumentId.class);

    static boolean isScalar(Class<?> type) {
        return SCALARS.contains(type);
    }

    static <T extends Record> RecordShape<T> of(Class<T> type) {
        RecordComponent[] components = type.getRecordComponents();
        return new RecordShape<>(
                type, Arrays.stream(components).map(Parameter::of).toList(), constructor(type, components));
    }

    private static MethodHandle constructor(Class<?> type, RecordComponent[] components) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return Access.constructor(type, MethodType.methodType(void.class, types));
    }

    /**
     * A record of these values.
     *
     * @throws IllegalArgumentException if its constructor refuses them
     */
    T create(List<@Nullable Object> values) {
        try {
            return type.cast(constructor.invokeWithArguments(values));
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("cannot create " + type.getName(), e);
        }
    }
}
