package io.ttquant.core.config;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;

/** Finds constructors: public ones of exported packages, and any of a package that is open to this module. */
final class Access {
    private Access() {}

    /**
     * A constructor.
     *
     * @throws IllegalArgumentException if there is none, or it cannot be reached; the message says what to change
     */
    static MethodHandle constructor(Class<?> type, MethodType signature) {
        try {
            return MethodHandles.publicLookup().findConstructor(type, signature);
        } catch (NoSuchMethodException | IllegalAccessException notPublic) {
            try {
                return MethodHandles.privateLookupIn(type, MethodHandles.lookup())
                        .findConstructor(type, signature);
            } catch (NoSuchMethodException e) {
                throw new IllegalArgumentException(
                        "class " + type.getName() + " has no constructor that takes "
                                + signature.parameterList().stream()
                                        .map(Class::getSimpleName)
                                        .toList(),
                        e);
            } catch (IllegalAccessException e) {
                throw new IllegalArgumentException(
                        type.getName() + " cannot be reached: make it and its constructor public in a package that "
                                + type.getModule() + " exports, or write 'opens " + type.getPackageName()
                                + " to io.ttquant.core' in its module-info",
                        e);
            }
        }
    }

    /** An accessor of a record, which is as reachable as the record's constructor. */
    static MethodHandle method(Method accessor) throws IllegalAccessException {
        try {
            return MethodHandles.publicLookup().unreflect(accessor);
        } catch (IllegalAccessException notPublic) {
            return MethodHandles.privateLookupIn(accessor.getDeclaringClass(), MethodHandles.lookup())
                    .unreflect(accessor);
        }
    }
}
