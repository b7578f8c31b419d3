package io.ttquant.exchanges.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ttquant.exchanges.Fixtures;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** One thing about a message changed, as a venue might change it one day, or as a broken one would come. */
public final class Mutations {
    /** Changes the text of a message by chance. */
    private interface Mutation extends BiFunction<String, Random, String> {}

    private static final String[] UNKNOWN = {
        "\"zz\":1,",
        "\"e9\":\"x\",",
        "\"ab\":{\"px\":\"1\",\"b\":[[]]},",
        "\"q2\":[1,{\"s\":null}],",
        "\"n\":null,",
        "\"k1\":-1.5e3,"
    };

    private static final Pattern NUMBER = Pattern.compile("(?<=[:\"-])\\d+(\\.\\d+)?(?=[\",}])");

    private final Random random;
    private final List<Mutation> clear = List.of(
            Mutations::reordered,
            Mutations::withUnknown,
            Mutations::spaced,
            Mutations::escaped,
            Mutations::unquoted,
            Mutations::quoted,
            (text, by) -> number(text, by, "e0", "e2", "E-1", "e+1"),
            (text, by) ->
                    number(text, by, "0000000000", "000000000000000000000", "1", ".0", "00000000000.000000000000"),
            (text, by) -> number(text, by, "123456789012345678", "99999999999999999999999999"),
            (text, by) -> text.substring(0, by.nextInt(text.length())),
            Mutations::emptied,
            Mutations::repeated,
            Mutations::nulled,
            (text, by) -> text + " {},x\u0000".charAt(by.nextInt(6)));
    private final List<Mutation> unclear = List.of(
            Mutations::doubled,
            (text, by) -> new String(new RandomJson(by.nextLong()).damaged(text), StandardCharsets.ISO_8859_1));

    public Mutations(long seed) {
        random = new Random(seed);
    }

    /**
     * A message with something changed.
     *
     * @param isClear whether all who read it should take it for the same: not where a name may be there twice, or be
     *     another
     */
    public record Mutated(String text, boolean isClear) {}

    public Mutated mutated(String text) {
        int which = random.nextInt(clear.size() + unclear.size());
        boolean isClear = which < clear.size();
        Mutation mutation = isClear ? clear.get(which) : unclear.get(which - clear.size());
        return new Mutated(mutation.apply(text, random), isClear);
    }

    private static List<JsonNode> containers(JsonNode root, boolean areObjects) {
        List<JsonNode> found = new ArrayList<>();
        if (root.size() > 0 && (areObjects ? root.isObject() : root.isArray())) {
            found.add(root);
        }
        root.forEach(child -> found.addAll(containers(child, areObjects)));
        return found;
    }

    private static JsonNode tree(String text) {
        return Fixtures.json(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String reordered(String text, Random by) {
        JsonNode root = tree(text);
        List<JsonNode> objects = containers(root, true);
        ObjectNode object = (ObjectNode) objects.get(by.nextInt(objects.size()));
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        Collections.shuffle(names, by);
        names.forEach(name -> object.set(name, object.remove(name)));
        return root.toString();
    }

    /** A place behind a character, at random. */
    private static int behind(String text, Random by, String characters) {
        int at = by.nextInt(text.length());
        for (int i = 0; i < text.length(); i++) {
            int place = (at + i) % text.length();
            if (characters.indexOf(text.charAt(place)) >= 0) {
                return place + 1;
            }
        }
        return at;
    }

    private static String with(String text, int at, String more) {
        return text.substring(0, at) + more + text.substring(at);
    }

    private static String withUnknown(String text, Random by) {
        return with(text, behind(text, by, "{"), UNKNOWN[by.nextInt(UNKNOWN.length)]);
    }

    private static String spaced(String text, Random by) {
        return with(text, behind(text, by, "{}[],:"), by.nextBoolean() ? " " : "\r\n\t");
    }

    private static String escaped(String text, Random by) {
        int at = behind(text, by, "\"");
        if (at >= text.length() || !Character.isLetterOrDigit(text.charAt(at))) {
            return text;
        }
        return text.substring(0, at)
                + String.format(Locale.ROOT, "\\u%04x", (int) text.charAt(at))
                + text.substring(at + 1);
    }

    private static String unquoted(String text, Random by) {
        return text.replaceAll("\"(\\d+(\\.\\d+)?)\"", by.nextBoolean() ? "$1" : " $1");
    }

    private static String quoted(String text, Random by) {
        return text.replaceAll(":(\\d+|true|false)", by.nextBoolean() ? ":\"$1\"" : ": \"$1\"");
    }

    private static String number(String text, Random by, String... tails) {
        List<MatchResult> numbers = NUMBER.matcher(text).results().toList();
        int at = numbers.get(by.nextInt(numbers.size())).end();
        return with(text, at, tails[by.nextInt(tails.length)]);
    }

    private static ArrayNode array(JsonNode root, Random by) {
        List<JsonNode> arrays = containers(root, false);
        return arrays.isEmpty() ? Fixtures.JSON.createArrayNode() : (ArrayNode) arrays.get(by.nextInt(arrays.size()));
    }

    private static String emptied(String text, Random by) {
        JsonNode root = tree(text);
        array(root, by).removeAll();
        return root.toString();
    }

    private static String repeated(String text, Random by) {
        JsonNode root = tree(text);
        ArrayNode array = array(root, by);
        if (array.size() > 0) {
            array.insert(
                    by.nextInt(array.size()),
                    array.get(by.nextInt(array.size())).deepCopy());
        }
        return root.toString();
    }

    private static String nulled(String text, Random by) {
        JsonNode root = tree(text);
        List<JsonNode> objects = containers(root, true);
        ObjectNode object = (ObjectNode) objects.get(by.nextInt(objects.size()));
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        object.putNull(names.get(by.nextInt(names.size())));
        return root.toString();
    }

    /** The same field twice, the second time with another's value. */
    private static String doubled(String text, Random by) {
        String[] fields = text.split("(?=\"[A-Za-z]+\":)");
        String one = fields[1 + by.nextInt(fields.length - 1)];
        String name = fields[1 + by.nextInt(fields.length - 1)].replaceAll(":.*", ":");
        return text.replace(one, name + "\"1\"," + one);
    }
}
