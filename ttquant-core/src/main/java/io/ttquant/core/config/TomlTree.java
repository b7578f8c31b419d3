package io.ttquant.core.config;

import io.ttquant.api.money.Decimals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlEntry;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;
import org.tomlj.TomlValue;

/** Reads TOML into sections and nodes. The only class that knows the TOML library. */
final class TomlTree {
    private final ConfigText source;
    private final Findings findings;

    private TomlTree(ConfigText source, Findings findings) {
        this.source = source;
        this.findings = findings;
    }

    /** The file's root; null if it is no TOML, with every syntax error reported. */
    static @Nullable Section parse(ConfigText source, Findings findings) {
        return new TomlTree(source, findings).parse();
    }

    private @Nullable Section parse() {
        TomlParseResult result;
        try {
            result = Toml.parse(source.text());
        } catch (Throwable e) {
            findings.mistake(
                    firstLineThatFails(),
                    "",
                    "cannot be parsed as TOML (" + e + "); look for a malformed header or value here");
            return null;
        }
        for (TomlParseError error : result.errors()) {
            findings.mistake(position(error.position()), "", "not TOML: " + error.getMessage());
        }
        return result.hasErrors() ? null : section("", Position.START, result);
    }

    /** The parser died on the text, so the first line up to which it still does is the place to show. */
    private Position firstLineThatFails() {
        String[] lines = source.text().split("\n", -1);
        StringBuilder head = new StringBuilder();
        for (int i = 0; i < lines.length; i++) {
            head.append(lines[i]).append('\n');
            try {
                Toml.parse(head.toString());
            } catch (Throwable e) {
                return new Position(i + 1, 1);
            }
        }
        return Position.START;
    }

    private Section section(String path, Position at, TomlTable table) {
        Map<String, Node> nodes = new LinkedHashMap<>();
        for (String key : table.keySet()) {
            TomlEntry entry = table.entry(List.of(key));
            Position keyAt = entry == null ? at : position(table.inputPositionOf(List.of(key)));
            if (entry != null) {
                nodes.put(key, node(Section.join(path, key), entry, keyAt));
            }
        }
        return new Section(path, at, nodes);
    }

    private Node node(String path, TomlEntry entry, Position keyAt) {
        TomlValue value = entry.value();
        Position valueAt = value.position() == null ? keyAt : position(value.position());
        Object content = value.get();
        if (content instanceof TomlTable table) {
            return new Node(path, section(path, keyAt, table), keyAt, valueAt);
        } else if (content instanceof TomlArray array) {
            return new Node(path, elements(path, array, valueAt), keyAt, valueAt);
        }
        return new Node(
                path, content instanceof Double number ? exact(path, number, valueAt) : content, keyAt, valueAt);
    }

    private List<Node> elements(String path, TomlArray array, Position at) {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            TomlPosition position = array.inputPositionOf(i);
            nodes.add(node(path + "[" + (i + 1) + "]", array.entry(i), position == null ? at : position(position)));
        }
        return nodes;
    }

    /** A float exactly as it is written; the library keeps only the nearest double. */
    private Object exact(String path, Double number, Position at) {
        if (!Double.isFinite(number)) {
            return number;
        }
        try {
            return Decimals.parse(source.literalAt(at).replace("_", ""));
        } catch (IllegalArgumentException e) {
            findings.mistake(at, path, String.valueOf(e.getMessage()));
            return BigDecimal.ZERO;
        }
    }

    private static Position position(TomlPosition position) {
        return new Position(position.line(), position.column());
    }
}
