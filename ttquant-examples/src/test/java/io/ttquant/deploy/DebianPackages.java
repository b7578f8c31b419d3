package io.ttquant.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Packages of a release of Debian, unpacked into {@code target/}, as whoever runs the tests. */
final class DebianPackages {
    private static final Path PROGRAMS = Path.of("target", "programs").toAbsolutePath();
    private static final Path APT = Path.of("/etc/apt");
    private static final List<String> PLACES = List.of("/usr/bin", "/usr/local/bin", "/usr/sbin");
    private static final Pattern CODENAME = Pattern.compile("(?m)^VERSION_CODENAME=(\\w+)$");

    /** Of the release that this machine has, which may be another distribution with such packages. */
    static final DebianPackages OF_THIS_MACHINE = new DebianPackages("");
    /** Of a release with the versions that compose.yaml runs, from where this machine has its own. */
    static final DebianPackages NEWER = new DebianPackages("trixie");

    private final String release;
    private final Path root;
    /** What became of each package, so that one that cannot be had is asked for once. */
    private final Map<String, Boolean> fetched = new HashMap<>();

    private DebianPackages(String release) {
        this.release = release;
        root = PROGRAMS.resolve(release);
    }

    /** A program of a package; empty if either is not to be had, or the package has no name. */
    Optional<Path> file(String name, String program) {
        Path file = root.resolve("usr/bin").resolve(program);
        boolean isThere = Files.isExecutable(file) || (!name.isEmpty() && fetch(name));
        return Optional.of(file).filter(each -> isThere && Files.isExecutable(each));
    }

    private synchronized boolean fetch(String name) {
        return fetched.computeIfAbsent(name, this::download);
    }

    private boolean download(String name) {
        if (Stream.of("apt-get", "dpkg-deb")
                .anyMatch(needed -> PLACES.stream().noneMatch(bin -> Files.isExecutable(Path.of(bin, needed))))) {
            return false;
        }
        try {
            Path folder = Files.createDirectories(root.resolve("packages/" + name));
            // The lists of the machine may be missing or old, and only root may renew those; ours are our own.
            if (!(release.isEmpty() && apt(folder, "download", name).status() == 0) && !withOwnLists(folder, name)) {
                return false;
            }
            for (Path file : Deployment.files(folder, ".deb")) {
                if (Ended.run(folder, List.of("dpkg-deb", "-x", file.toString(), root.toString()))
                                .status()
                        != 0) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean withOwnLists(Path folder, String name) throws IOException {
        List<String> options = options();
        // A place of packages that others made may lack this release; what counts is whether the package comes.
        apt(folder, with(options, "update"));
        return apt(folder, with(options, "download", name)).status() == 0;
    }

    private List<String> options() throws IOException {
        Path lists = root.resolve("apt/lists");
        Path cache = root.resolve("apt/cache");
        Files.createDirectories(lists.resolve("partial"));
        Files.createDirectories(cache.resolve("archives/partial"));
        List<String> all = new ArrayList<>(List.of("-o", "Dir::State::Lists=" + lists, "-o", "Dir::Cache=" + cache));
        if (!release.isEmpty()) {
            Path sources = sourcesOfRelease();
            all.addAll(List.of("-o", "Dir::Etc::SourceList=" + sources.resolve("sources.list")));
            all.addAll(List.of("-o", "Dir::Etc::SourceParts=" + sources.resolve("sources.list.d")));
        }
        return all;
    }

    /** Where this machine has its packages from, for the other release. */
    private Path sourcesOfRelease() throws IOException {
        Path sources = root.resolve("apt/sources");
        Files.createDirectories(sources.resolve("sources.list.d"));
        Matcher codename = CODENAME.matcher(Deployment.text(Path.of("/etc/os-release")));
        if (codename.find()) {
            for (Path file : sourcesOfThisMachine()) {
                Files.writeString(
                        sources.resolve(APT.relativize(file)),
                        Deployment.text(file).replace(codename.group(1), release));
            }
        }
        return sources;
    }

    private static List<Path> sourcesOfThisMachine() {
        Path list = APT.resolve("sources.list");
        Path folder = APT.resolve("sources.list.d");
        return Stream.of(
                        Files.isRegularFile(list) ? List.of(list) : List.<Path>of(),
                        Files.isDirectory(folder) ? Deployment.files(folder, ".list") : List.<Path>of(),
                        Files.isDirectory(folder) ? Deployment.files(folder, ".sources") : List.<Path>of())
                .flatMap(List::stream)
                .toList();
    }

    private static String[] with(List<String> options, String... args) {
        return Stream.concat(options.stream(), Arrays.stream(args)).toArray(String[]::new);
    }

    private static Ended apt(Path folder, String... args) {
        List<String> command = new ArrayList<>(List.of("apt-get", "-q", "-o", "APT::Sandbox::User="));
        command.addAll(Arrays.asList(args));
        return Ended.run(folder, command);
    }
}
