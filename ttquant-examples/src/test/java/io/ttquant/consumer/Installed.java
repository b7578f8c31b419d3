package io.ttquant.consumer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What this build made, and where: the poms and jars that users get. */
final class Installed {
    static final Path ROOT = Path.of("..");
    /** The modules with a jar that users may depend on. */
    static final List<String> MODULES = List.of("ttquant-api", "ttquant-core", "ttquant-exchanges", "ttquant-backtest");

    private static final Pattern VERSION = Pattern.compile("<version>([^<]+)</version>");

    private Installed() {}

    /** The version of all modules, from the BOM, whose first version is its own. */
    static String version() {
        Matcher first = VERSION.matcher(text(ROOT.resolve("ttquant-bom/pom.xml")));
        if (!first.find()) {
            throw new AssertionError("ttquant-bom/pom.xml has no version");
        }
        return first.group(1);
    }

    /** Puts poms and jars into a local repository, in the layout of {@code mvn install}. */
    static void into(Path repository) {
        install(repository, "ttquant-parent", ROOT.resolve("pom.xml"));
        install(repository, "ttquant-bom", ROOT.resolve("ttquant-bom/pom.xml"));
        for (String module : MODULES) {
            install(repository, module, ROOT.resolve(module).resolve("pom.xml"));
            Path jar = jars(ROOT, module).stream()
                    .filter(name -> name.endsWith(module + "-" + version() + ".jar"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(module + " has no jar: run ./mvnw verify on all modules"));
            copy(jar, folder(repository, module).resolve(jar.getFileName()));
        }
    }

    /** The jars in a module's target folder, by name. */
    static List<Path> jars(Path root, String module) {
        Path target = root.resolve(module).resolve("target");
        if (!Files.isDirectory(target)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies a folder's files with their paths, those that exist already too. */
    static void copyTree(Path from, Path to) {
        for (Path file : files(from)) {
            copy(file, to.resolve(from.relativize(file).toString()));
        }
    }

    /** All files below a folder, in the order of their paths. */
    static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes a folder of ours from an earlier build, if there is one. */
    static void remove(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void copy(Path from, Path to) {
        try {
            Files.createDirectories(to.getParent());
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void install(Path repository, String artifact, Path pom) {
        copy(pom, folder(repository, artifact).resolve(artifact + "-" + version() + ".pom"));
    }

    private static Path folder(Path repository, String artifact) {
        return repository.resolve("io/ttquant").resolve(artifact).resolve(version());
    }
}
