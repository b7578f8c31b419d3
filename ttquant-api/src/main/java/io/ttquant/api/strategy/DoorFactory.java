package io.ttquant.api.strategy;

import static java.util.Objects.requireNonNull;

import io.ttquant.api.strategy.StrategyDoor.Callback;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Makes doors, a class of door per strategy class; the classes go when the strategy's class goes. */
final class DoorFactory {
    private static final Map<String, Callback> CALLBACKS = Map.of(
            "onTrade", Callback.TRADE,
            "onQuote", Callback.QUOTE,
            "onBook", Callback.BOOK,
            "onBar", Callback.BAR,
            "onFunding", Callback.FUNDING,
            "onMarkPrice", Callback.MARK_PRICE,
            "onStatus", Callback.STATUS,
            "onOrder", Callback.ORDER,
            "onFill", Callback.ORDER,
            "onTimer", Callback.TIMER);

    private static final ClassValue<DoorFactory> FACTORIES = new ClassValue<>() {
        @Override
        protected DoorFactory computeValue(Class<?> type) {
            return new DoorFactory(type);
        }
    };

    private final Set<Callback> heard;
    private final MethodHandle constructor;

    private DoorFactory(Class<?> strategyClass) {
        this.heard = heardBy(strategyClass);
        this.constructor = defineDoor();
    }

    static StrategyDoor open(Strategy strategy) {
        return FACTORIES.get(strategy.getClass()).create(strategy);
    }

    private StrategyDoor create(Strategy strategy) {
        try {
            return (StrategyDoor) constructor.invokeExact(strategy, heard);
        } catch (Throwable e) {
            throw new IllegalStateException(
                    "cannot open a door to " + strategy.getClass().getName(), e);
        }
    }

    private static MethodHandle defineDoor() {
        MethodType type = MethodType.methodType(void.class, Strategy.class, Set.class);
        try (InputStream in = requireNonNull(DirectDoor.class.getResourceAsStream("DirectDoor.class"))) {
            MethodHandles.Lookup door = MethodHandles.lookup().defineHiddenClass(in.readAllBytes(), true);
            return door.findConstructor(door.lookupClass(), type)
                    .asType(MethodType.methodType(StrategyDoor.class, Strategy.class, Set.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot define a strategy's door", e);
        }
    }

    private static Set<Callback> heardBy(Class<?> strategyClass) {
        Set<Callback> heard = EnumSet.noneOf(Callback.class);
        for (Class<?> c = strategyClass; c != null && c != Strategy.class; c = c.getSuperclass()) {
            for (Method method : c.getDeclaredMethods()) {
                Callback callback = CALLBACKS.get(method.getName());
                if (callback != null && method.getParameterCount() == 1) {
                    heard.add(callback);
                }
            }
        }
        return heard;
    }
}
