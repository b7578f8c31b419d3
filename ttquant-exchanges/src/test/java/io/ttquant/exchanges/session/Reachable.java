package io.ttquant.exchanges.session;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All objects that the fields of ours, collections and arrays lead to. */
final class Reachable {
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> todo = new ArrayDeque<>();

    private Reachable() {}

    static Set<Object> from(Object root) throws IllegalAccessException {
        Reachable all = new Reachable();
        all.push(root);
        while (!all.todo.isEmpty()) {
            all.visit(all.todo.pop());
        }
        return all.seen;
    }

    private void push(Object value) {
        if (value != null && seen.add(value)) {
            todo.push(value);
        }
    }

    private void visit(Object each) throws IllegalAccessException {
        Class<?> type = each.getClass();
        if (type.isArray() && !type.getComponentType().isPrimitive()) {
            for (int i = 0; i < Array.getLength(each); i++) {
                push(Array.get(each, i));
            }
        } else if (each instanceof Map<?, ?> map) {
            List.copyOf(map.keySet()).forEach(this::push);
            map.values().forEach(this::push);
        } else if (each instanceof Collection<?> collection) {
            collection.forEach(this::push);
        }
        for (Class<?> c = type; c != null && c.getName().startsWith("io.ttquant"); c = c.getSuperclass()) {
            fields(each, c);
        }
    }

    private void fields(Object each, Class<?> of) throws IllegalAccessException {
        for (Field field : of.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                field.setAccessible(true);
                push(field.get(each));
            }
        }
    }
}
