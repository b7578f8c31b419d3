package io.ttquant.exchanges.emulator.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/** JSON of fronts: they build trees, since they are there to be right and to be read. */
public final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /** An empty object, whose fields stay in the order in which they are put. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** An empty array. */
    public static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    /** Collects into an array. */
    public static Collector<JsonNode, ?, ArrayNode> toArray() {
        return Collector.of(Json::array, ArrayNode::add, ArrayNode::addAll);
    }

    /** The text of a tree. */
    public static String text(JsonNode tree) {
        return tree.toString();
    }

    /** A tree from a text; null if it is no JSON. */
    public static @Nullable JsonNode parse(String text) {
        try {
            JsonNode tree = MAPPER.readTree(text);
            return tree == null || tree.isMissingNode() ? null : tree;
        } catch (JsonProcessingException notJson) {
            return null;
        }
    }
}
