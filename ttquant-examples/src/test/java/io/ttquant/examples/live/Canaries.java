package io.ttquant.examples.live;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Secrets that must come out nowhere, in each form in which they could. */
final class Canaries {
    /** So much of a secret is too much of it. */
    private static final int BEGINNING = 10;

    private final Map<String, String> forms = new LinkedHashMap<>();

    /** Each long enough that no text has it by chance. */
    static Canaries of(String... secrets) {
        Canaries all = new Canaries();
        for (String secret : secrets) {
            all.add(secret);
        }
        return all;
    }

    private void add(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        form(secret, "its beginning", secret.substring(0, BEGINNING));
        String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        form(secret, "URL-encoded", encoded);
        form(secret, "URL-encoded in lower case", lowerEscapes(encoded));
        form(secret, "as a JSON string", secret.replace("/", "\\/"));
        form(secret, "in hex", HexFormat.of().formatHex(bytes));
        form(secret, "in hex capitals", HexFormat.of().withUpperCase().formatHex(bytes));
        form(
                secret,
                "as a list of bytes",
                Arrays.toString(bytes).replace("[", "").replace("]", ""));
        // Without its first byte, which makes it the same in either order of bytes.
        String wide = new String(secret.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.ISO_8859_1);
        form(secret, "in UTF-16", wide.substring(1));
        for (int before = 0; before < 3; before++) {
            form(secret, "in base64, " + before + " bytes behind a start", base64(Base64.getEncoder(), bytes, before));
            form(secret, "in base64 for URLs, " + before, base64(Base64.getUrlEncoder(), bytes, before));
        }
    }

    private void form(String secret, String name, String text) {
        forms.put(secret.substring(0, BEGINNING) + "… " + name, text);
    }

    private static String lowerEscapes(String encoded) {
        StringBuilder text = new StringBuilder(encoded);
        for (int at = text.indexOf("%"); at >= 0; at = text.indexOf("%", at + 1)) {
            text.replace(at, at + 3, text.substring(at, at + 3).toLowerCase(Locale.ROOT));
        }
        return text.toString();
    }

    /** The digits that hold nothing but the secret, whatever stands around it. */
    private static String base64(Base64.Encoder encoder, byte[] secret, int before) {
        byte[] behind = new byte[before + secret.length];
        System.arraycopy(secret, 0, behind, before, secret.length);
        String digits = encoder.withoutPadding().encodeToString(behind);
        int first = (before * 8 + 5) / 6;
        return digits.substring(first, behind.length * 8 / 6);
    }

    /** Which of them a text shows. */
    List<String> in(String text) {
        return forms.entrySet().stream()
                .filter(form -> text.contains(form.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Which of them bytes hold. */
    List<String> in(byte[] bytes) {
        return in(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    /** What was looked at, and what was found. */
    record Search(long files, long bytes, List<String> found) {}

    /** Looks through every byte of the files of a folder. One that goes meanwhile is passed over. */
    Search search(Path folder, Predicate<Path> files) throws IOException {
        try (Stream<Path> inside = Files.walk(folder)) {
            long count = 0;
            long size = 0;
            List<String> found = new ArrayList<>();
            for (Path file : inside.filter(Files::isRegularFile).filter(files).toList()) {
                byte[] bytes;
                try {
                    bytes = Files.readAllBytes(file);
                } catch (NoSuchFileException e) {
                    continue;
                }
                count++;
                size += bytes.length;
                in(bytes).forEach(form -> found.add(folder.relativize(file) + ": " + form));
                in(file.getFileName().toString()).forEach(form -> found.add("the name of " + file + ": " + form));
            }
            return new Search(count, size, found);
        }
    }
}
