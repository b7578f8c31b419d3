package io.ttquant.core.config;

import java.lang.reflect.Type;

/** The text of a default as a value, as if it stood in the file, with or without its quotes. */
final class DefaultText {
    private DefaultText() {}

    static Node node(String path, Type type, String text, Position at) {
        Object value = type == String.class ? text : value(text);
        return new Node(path, value, at, at);
    }

    private static Object value(String text) {
        Section section = TomlTree.parse(ConfigText.of("default", "value = " + text), new Findings("default"));
        Node node = section == null ? null : section.get("value");
        return node == null ? text : node.value();
    }
}
