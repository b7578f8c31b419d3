package io.ttquant.backtest.data;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the files that a user names: files, directories with all that is below them, and patterns such as {@code data/BTC*.zip}. */
final class FileFinder {
    private static final Pattern ROWS = Pattern.compile(".*\\.(csv|txt|gz|zip)");
    private static final Pattern MESSAGES = Pattern.compile(".*\\.(csv|txt|log|json|jsonl|data|gz|zip)");
    private static final int MOST_NAMES = 8;

    private FileFinder() {}

    /**
     * Files of rows, each once, in the order of the arguments and by name within one. A directory may hold others, such as the JSON of a report,
     * which are passed over.
     *
     * @throws DataException if an argument leads to no file, saying where it looked
     */
    static List<Path> find(List<Path> places) {
        return find(places, ROWS);
    }

    /** As {@link #find(List)}, also files whose names say that they hold messages. */
    static List<Path> findMessages(List<Path> places) {
        return find(places, MESSAGES);
    }

    private static List<Path> find(List<Path> places, Pattern names) {
        if (places.isEmpty()) {
            throw new DataException(
                    "no data", 0, "no file was named; give files, directories or patterns such as data/*.zip");
        }
        Set<Path> found = new LinkedHashSet<>();
        for (Path place : places) {
            found.addAll(findOne(place, names));
        }
        return List.copyOf(found);
    }

    private static List<Path> findOne(Path place, Pattern names) {
        if (Files.isDirectory(place)) {
            return inDirectory(place, names);
        }
        if (Files.exists(place)) {
            return List.of(place);
        }
        if (isPattern(place)) {
            return matching(place);
        }
        throw new DataException(
                place.toString(),
                0,
                "does not exist; looked for " + place.toAbsolutePath().normalize() + neighbours(place));
    }

    private static List<Path> inDirectory(Path directory, Pattern names) {
        List<Path> files = walk(directory, path -> isNamed(path, names));
        if (files.isEmpty()) {
            throw new DataException(
                    directory.toString(),
                    0,
                    "has no data: looked for " + endings(names) + " in " + absolute(directory) + " and below");
        }
        return files;
    }

    private static boolean isPattern(Path place) {
        return place.toString().chars().anyMatch(c -> "*?[{".indexOf(c) >= 0);
    }

    private static List<Path> matching(Path pattern) {
        Path root = pattern;
        while (root != null && isPattern(root)) {
            root = root.getParent();
        }
        Path base = root == null ? Path.of("") : root;
        if (!Files.isDirectory(base.toAbsolutePath())) {
            throw new DataException(pattern.toString(), 0, "matches no file: there is no directory " + absolute(base));
        }
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        List<Path> files = walk(base, matcher::matches);
        if (files.isEmpty()) {
            throw new DataException(
                    pattern.toString(), 0, "matches no file: looked in " + absolute(base) + " and below" + names(base));
        }
        return files;
    }

    private static List<Path> walk(Path directory, Predicate<Path> filter) {
        try (Stream<Path> paths = Files.walk(directory)) {
            return paths.filter(Files::isRegularFile).filter(filter).sorted().toList();
        } catch (IOException e) {
            throw InputFile.unreadable(directory.toString(), e);
        }
    }

    private static boolean isNamed(Path path, Pattern names) {
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && names.matcher(name).matches();
    }

    private static String endings(Pattern names) {
        return names == ROWS
                ? "*.csv, *.txt, *.gz and *.zip"
                : "*.csv, *.txt, *.log, *.json, *.jsonl, *.data, *.gz and *.zip";
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    private static String neighbours(Path missing) {
        Path parent = missing.toAbsolutePath().normalize().getParent();
        while (parent != null && !Files.isDirectory(parent)) {
            parent = parent.getParent();
        }
        return parent == null ? "" : "; the nearest directory that exists is " + parent + names(parent);
    }

    private static String names(Path directory) {
        List<String> names = new ArrayList<>();
        try (Stream<Path> paths = Files.list(directory.toAbsolutePath())) {
            paths.map(path -> String.valueOf(path.getFileName()))
                    .sorted()
                    .limit(MOST_NAMES + 1)
                    .forEach(names::add);
        } catch (IOException e) {
            return "";
        }
        if (names.isEmpty()) {
            return ", which is empty";
        }
        boolean isMore = names.size() > MOST_NAMES;
        return ", which holds " + String.join(", ", isMore ? names.subList(0, MOST_NAMES) : names)
                + (isMore ? ", ..." : "");
    }
}
