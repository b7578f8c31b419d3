package io.ttquant.exchanges.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ttquant.exchanges.Fixtures;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Makes messages from templates as a venue might send them one day: figures at random, fields in any order, unknown ones between, white space, escapes. In a
 * template {@code #p} is a price, {@code #q} a quantity, {@code #0} one that may be zero, {@code #t} a time, {@code #i} an id, {@code #w} a word of those
 * after it, {@code #l} levels, {@code #m} the same with four columns; {@code #T} and {@code #I} are texts of a time and an id.
 */
public final class Scrambler {
    private static final String[] SPACES = {"", "", "", " ", "\n ", "\t"};

    private final Random random;

    public Scrambler(long seed) {
        random = new Random(seed);
    }

    public byte[] message(String template) {
        JsonNode filled = filled(Fixtures.json(template.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
        StringBuilder text = new StringBuilder();
        write(filled, text, 0);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A message as venues send them today: in the order of the template, without white space. */
    public String plain(String template) {
        return filled(Fixtures.json(template.replace('\'', '"').getBytes(StandardCharsets.UTF_8)))
                .toString();
    }

    private JsonNode filled(JsonNode node) {
        if (node.isObject()) {
            var object = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(e -> object.set(e.getKey(), filled(e.getValue())));
            return object;
        }
        if (node.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> array.add(filled(element)));
            return array;
        }
        return node.isTextual() && node.asText().startsWith("#") ? figure(node.asText()) : node;
    }

    private JsonNode figure(String mark) {
        return switch (mark.charAt(1)) {
            case 'p' -> TextNode.valueOf(decimal(1));
            case 'q' -> TextNode.valueOf(decimal(1));
            case '0' -> TextNode.valueOf(random.nextInt(3) == 0 ? "0.00000000" : decimal(0));
            case 't' -> BigIntegerNode.valueOf(time());
            case 'T' -> TextNode.valueOf(time().toString());
            case 'i' -> BigIntegerNode.valueOf(BigInteger.valueOf(id()));
            case 'I' -> TextNode.valueOf(Long.toString(id()));
            case 'w' -> {
                String[] words = mark.substring(3).split("\\|", -1);
                yield TextNode.valueOf(words[random.nextInt(words.length)]);
            }
            case 'l' -> levels(0);
            default -> levels(2);
        };
    }

    private long id() {
        return 1 + (random.nextLong() >>> (2 + random.nextInt(50)));
    }

    private BigInteger time() {
        long millis = 1_500_000_000_000L + random.nextInt(Integer.MAX_VALUE);
        return BigInteger.valueOf(random.nextInt(4) == 0 ? (millis * 1000) + random.nextInt(1000) : millis);
    }

    private String decimal(int least) {
        BigDecimal value =
                BigDecimal.valueOf(least + (random.nextLong() >>> (34 + random.nextInt(30))), random.nextInt(9));
        return random.nextBoolean() ? value.toPlainString() : value.setScale(8).toPlainString();
    }

    private ArrayNode levels(int more) {
        ArrayNode levels = JsonNodeFactory.instance.arrayNode();
        int size = random.nextInt(4) == 0 ? random.nextInt(100) : random.nextInt(4);
        for (int i = 0; i < size; i++) {
            ArrayNode level = levels.addArray().add(decimal(1)).add(random.nextBoolean() ? decimal(0) : "0.000");
            for (int k = 0; k < more; k++) {
                level.add("3");
            }
        }
        return levels;
    }

    private void write(JsonNode node, StringBuilder text, int depth) {
        space(text);
        if (node.isObject()) {
            object(node, text, depth);
        } else if (node.isArray()) {
            text.append('[');
            for (int i = 0; i < node.size(); i++) {
                text.append(i == 0 ? "" : ",");
                write(node.get(i), text, depth + 1);
            }
            text.append(']');
        } else if (node.isTextual()) {
            string(node.asText(), text);
        } else {
            text.append(node);
        }
        space(text);
    }

    private void object(JsonNode node, StringBuilder text, int depth) {
        List<Map.Entry<String, JsonNode>> fields = new ArrayList<>();
        node.properties().forEach(fields::add);
        if (random.nextBoolean()) {
            Collections.shuffle(fields, random);
        }
        text.append('{');
        for (int i = 0; i < fields.size(); i++) {
            text.append(i == 0 ? "" : ",");
            if (random.nextInt(8) == 0) {
                text.append("\"unknown")
                        .append(i)
                        .append("\":")
                        .append(new RandomJson(random.nextLong()).document())
                        .append(',');
            }
            space(text);
            string(fields.get(i).getKey(), text);
            space(text);
            text.append(':');
            write(fields.get(i).getValue(), text, depth + 1);
        }
        text.append('}');
    }

    private void string(String value, StringBuilder text) {
        text.append('"');
        boolean isEscaped = random.nextInt(10) == 0;
        value.chars().forEach(c -> {
            if (isEscaped && random.nextInt(3) == 0) {
                text.append(String.format(java.util.Locale.ROOT, "\\u%04x", c));
            } else {
                text.append((char) c);
            }
        });
        text.append('"');
    }

    private void space(StringBuilder text) {
        text.append(SPACES[random.nextInt(SPACES.length)]);
    }
}
