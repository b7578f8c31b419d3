package io.ttquant.exchanges.emulator.server;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

/** Notes which methods of a sink were called, with what. */
public final class Calls {
    private final List<String> names = new ArrayList<>();
    private final List<Object> arguments = new ArrayList<>();

    /** None so far. */
    public Calls() {}

    /** A sink that notes. */
    public <T> T sink(Class<T> type) {
        InvocationHandler note = (proxy, method, values) -> {
            names.add(method.getName());
            arguments.add(values[0]);
            return null;
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, note));
    }

    /** Names of the methods in the order of their calls. */
    public List<String> names() {
        return names;
    }

    /** First arguments of a type, in the order of the calls. */
    public <T> List<T> all(Class<T> type) {
        return arguments.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
