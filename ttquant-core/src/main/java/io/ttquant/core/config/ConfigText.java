package io.ttquant.core.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The text of a configuration and the name under which messages speak of it.
 *
 * @param name name of the file
 * @param text its content, TOML
 */
public record ConfigText(String name, String text) {
    /** Takes a byte order mark off. */
    public ConfigText {
        text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** A text with a name for messages. */
    public static ConfigText of(String name, String text) {
        return new ConfigText(name, text);
    }

    /**
     * Reads a file of UTF-8 text.
     *
     * @throws ConfigurationException if it cannot be read; the message says where it was looked for
     */
    public static ConfigText read(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            return new ConfigText(name, Files.readString(file));
        } catch (CharacterCodingException e) {
            throw unreadable(name, file.toAbsolutePath() + " is not UTF-8 text; save it in that encoding");
        } catch (IOException e) {
            String why = Files.exists(file) ? "cannot be read: " + e.getMessage() : "does not exist";
            throw unreadable(name, file.toAbsolutePath() + " " + why);
        }
    }

    /**
     * Reads UTF-8 text from a stream, such as that of a resource, and closes it.
     *
     * @throws ConfigurationException if it cannot be read
     */
    public static ConfigText read(String name, InputStream stream) {
        try (stream) {
            return new ConfigText(name, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw unreadable(name, "cannot be read: " + e.getMessage());
        }
    }

    private static ConfigurationException unreadable(String name, String message) {
        return new ConfigurationException(name, List.of(new Finding(name, 1, 1, "", message)));
    }

    /** The literal that starts at a place and ends at white space, a comma, a bracket or a comment. */
    String literalAt(Position at) {
        String line = text.split("\n", -1)[at.line() - 1];
        int start = line.offsetByCodePoints(0, at.column() - 1);
        int end = start;
        while (end < line.length() && " \t\r,]}#".indexOf(line.charAt(end)) < 0) {
            end++;
        }
        return line.substring(start, end);
    }
}
