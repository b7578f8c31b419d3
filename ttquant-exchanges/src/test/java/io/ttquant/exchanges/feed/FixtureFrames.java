package io.ttquant.exchanges.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.exchanges.Fixtures;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Every frame that a server sent, of all files of a folder of WebSocket fixtures, whatever their form. */
public final class FixtureFrames {
    /**
     * A frame and where it is from.
     *
     * @param file name of the file
     * @param text the frame
     */
    public record Frame(String file, String text) {
        public byte[] bytes() {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    private FixtureFrames() {}

    public static List<Frame> of(String folder) {
        List<Frame> frames = new ArrayList<>();
        for (Path file : Fixtures.files(folder, "(?!manifest).*\\.(json|jsonl|tsv)(\\.gz)?")) {
            String name = file.getFileName().toString();
            String text = new String(Fixtures.bytes(file), StandardCharsets.UTF_8);
            List<String> found = new ArrayList<>();
            if (name.contains(".tsv")) {
                recorded(text, found);
            } else if (name.contains(".jsonl")) {
                text.lines().filter(l -> !l.isBlank()).forEach(line -> line(line, found));
            } else {
                document(Fixtures.json(file), found);
            }
            found.forEach(frame -> frames.add(new Frame(name, frame)));
        }
        return frames;
    }

    private static void recorded(String text, List<String> found) {
        text.lines().forEach(line -> {
            int first = line.indexOf('\t');
            int second = line.indexOf('\t', first + 1);
            if (line.startsWith("in\t", first + 1)) {
                found.add(line.substring(second + 1));
            }
        });
    }

    private static void line(String line, List<String> found) {
        JsonNode json = Fixtures.json(line.getBytes(StandardCharsets.UTF_8));
        JsonNode message = json.has("raw") ? json.get("raw") : json.path("message");
        if (message.isMissingNode()) {
            found.add(line);
        } else {
            add(message, found);
        }
    }

    private static void add(JsonNode message, List<String> found) {
        if (message.isTextual()) {
            found.add(message.asText());
        } else if (message.isArray() && message.path(0).isTextual()) {
            message.forEach(one -> found.add(one.asText()));
        } else {
            found.add(message.toString());
        }
    }

    private static void document(JsonNode json, List<String> found) {
        if (json.has("steps")) {
            for (JsonNode step : json.get("steps")) {
                if (step.path("dir").asText().equals("in")) {
                    String text = step.has("json")
                            ? step.get("json").toString()
                            : step.get("text").asText();
                    found.add(text.replaceAll("\\|\\d\\|", "1"));
                }
            }
        } else if (json.has("received")) {
            json.get("received").forEach(message -> add(message, found));
        } else if (json.isArray() && json.path(0).has("section")) {
            json.forEach(example -> found.add(example.get("json").toString()));
        } else if (json.isArray() && json.path(0).has("arg")) {
            json.forEach(message -> found.add(message.toString()));
        } else {
            found.add(json.toString());
        }
    }
}
