package io.ttquant.backtest.data;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The first lines of a file, split into columns.
 *
 * @param file how messages call it
 * @param delimiter what stands between two columns
 * @param header names of the columns in lower-case letters and digits; empty if the first line is data
 * @param titles the same as they are written
 * @param rows the first rows of data
 */
record Head(String file, char delimiter, List<String> header, List<String> titles, List<List<String>> rows) {
    private static final int LINES = 64;
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};

    static Head read(InputFile file) {
        List<String> lines = new ArrayList<>();
        try (TextChunks text = file.open()) {
            if (text.next()) {
                collect(text, lines);
            }
        }
        if (lines.isEmpty()) {
            throw new DataException(file.name(), 0, "has no rows; download it again, or leave it out");
        }
        return of(file.name(), lines);
    }

    private static void collect(TextChunks text, List<String> lines) {
        int from = text.start();
        for (int i = from; i < text.end() && lines.size() < LINES; i++) {
            if (text.bytes[i] == '\n') {
                String line = new String(text.bytes, from, i - from, StandardCharsets.UTF_8);
                lines.add(line.startsWith("\uFEFF") ? line.substring(1) : line);
                from = i + 1;
            }
        }
        while (!lines.isEmpty() && lines.get(lines.size() - 1).isBlank()) {
            lines.remove(lines.size() - 1);
        }
    }

    static Head of(String file, List<String> lines) {
        char delimiter = delimiter(lines.get(0));
        List<List<String>> rows = new ArrayList<>();
        for (String line : lines) {
            rows.add(split(line, delimiter));
        }
        List<String> first = rows.get(0);
        if (isData(first)) {
            return new Head(file, delimiter, List.of(), List.of(), rows);
        }
        rows.remove(0);
        if (rows.isEmpty()) {
            throw new DataException(file, 0, "has a header and no rows; download it again, or leave it out");
        }
        List<String> header = first.stream().map(Head::normalised).toList();
        return new Head(file, delimiter, header, titles(first), rows);
    }

    private static char delimiter(String line) {
        char best = ',';
        long most = 0;
        for (char c : DELIMITERS) {
            long count = line.chars().filter(x -> x == c).count();
            if (count > most) {
                most = count;
                best = c;
            }
        }
        return best;
    }

    private static List<String> split(String line, char delimiter) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean isQuoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                isQuoted = !isQuoted;
            } else if (c == delimiter && !isQuoted) {
                fields.add(field.toString().strip());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString().strip());
        return fields;
    }

    /** A row of data has a number or a date in it; a header has neither. */
    private static boolean isData(List<String> fields) {
        return fields.stream().anyMatch(Head::isNumberOrDate);
    }

    static boolean isNumberOrDate(String field) {
        if (field.isEmpty()) {
            return false;
        }
        char c = field.charAt(0);
        boolean startsAsNumber = Character.isDigit(c) || ((c == '-' || c == '.') && field.length() > 1);
        return startsAsNumber && field.chars().allMatch(x -> Character.isDigit(x) || "+-.:/ eETZ".indexOf(x) >= 0);
    }

    private static List<String> titles(List<String> first) {
        return first.stream()
                .map(name -> name.isEmpty() ? "unnamed" : FieldText.shown(name))
                .toList();
    }

    /** Lower-case letters and digits up to a slash, behind which OKX puts a second language. */
    private static String normalised(String name) {
        int slash = name.indexOf('/');
        String kept = slash > 0 ? name.substring(0, slash) : name;
        return DataFormatBuilder.normalised(kept);
    }

    int columns() {
        return header.isEmpty() ? rows.get(0).size() : header.size();
    }

    boolean hasHeader() {
        return !header.isEmpty();
    }

    /** What can be seen of the file, for messages about unknown formats. */
    String describe() {
        return columns() + " columns, " + (hasHeader() ? "header " + titles : "no header, first row " + rows.get(0));
    }
}
