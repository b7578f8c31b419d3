package io.ttquant.exchanges.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Changes one place of an answer as venues and gateways do: gone, null, empty, another type, a new word, an absurd number, a new field. */
final class Strange {
    private Strange() {}

    static JsonNode of(JsonNode answer, Random random) {
        List<JsonNode> containers = new ArrayList<>();
        collect(answer, containers);
        if (containers.isEmpty()) {
            return answer;
        }
        JsonNode place = containers.get(random.nextInt(containers.size()));
        if (place instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            change(object, names.get(random.nextInt(names.size())), random.nextInt(9));
        } else if (place instanceof ArrayNode array && !array.isEmpty()) {
            int at = random.nextInt(array.size());
            switch (random.nextInt(4)) {
                case 0 -> array.remove(at);
                case 1 -> array.set(at, array.nullNode());
                case 2 -> array.set(at, array.textNode("1e999999999"));
                default -> array.set(at, array.objectNode());
            }
        }
        return answer;
    }

    private static void change(ObjectNode object, String name, int how) {
        switch (how) {
            case 0 -> object.remove(name);
            case 1 -> object.putNull(name);
            case 2 -> object.put(name, "");
            case 3 -> object.put(name, "NEW_WORD");
            case 4 -> object.put(name, "1e10000000");
            case 5 -> object.putObject(name).put("x", 1);
            case 6 -> object.putArray(name);
            case 7 -> object.put("field of tomorrow", "x");
            default -> object.put(name, "99999999999999999999999999999999");
        }
    }

    private static void collect(JsonNode node, List<JsonNode> into) {
        if (node.isContainerNode()) {
            into.add(node);
            node.forEach(child -> collect(child, into));
        }
    }
}
