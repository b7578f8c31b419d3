import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Fetches the Maven that maven-wrapper.properties pins, once, into ~/.m2/wrapper, and prints the path of its launcher.
 *
 * <p>A plain source file for {@code java FindMaven.java}, so that a JDK is all it takes. MVNW_REPOURL names the root of a Maven
 * repository to fetch from instead of the Apache archive. The archive's SHA-512 must be the pinned one wherever it came from.
 */
public final class FindMaven {
    private final Properties pinned;

    private FindMaven(Properties pinned) {
        this.pinned = pinned;
    }

    public static void main(String[] args) throws Exception {
        Properties pinned = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(args[0]))) {
            pinned.load(reader);
        }
        useProxyOf(System.getenv("https_proxy"));
        try {
            System.out.println(new FindMaven(pinned).launcher());
        } catch (IOException refused) {
            System.err.println("mvnw: " + refused.getMessage());
            System.exit(1);
        }
    }

    private Path launcher() throws IOException, GeneralSecurityException {
        String version = pinned.getProperty("version");
        Path wrapper = Path.of(System.getProperty("user.home"), ".m2", "wrapper");
        Path home = wrapper.resolve("apache-maven-" + version);
        if (!Files.isDirectory(home)) {
            Files.createDirectories(wrapper);
            Path work = Files.createTempDirectory(wrapper, "fetch");
            try {
                install(version, work, home);
            } finally {
                deleteTree(work);
            }
        }
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        return home.resolve("bin").resolve(windows ? "mvn.cmd" : "mvn");
    }

    private void install(String version, Path work, Path home) throws IOException, GeneralSecurityException {
        Path archive = work.resolve("maven.zip");
        fetch(source(version), archive);
        unzip(archive, work);
        Path unpacked = work.resolve("apache-maven-" + version);
        if (!unpacked.resolve("bin/mvn").toFile().setExecutable(true, false)) {
            throw new IOException("cannot make " + unpacked.resolve("bin/mvn") + " executable");
        }
        try {
            Files.move(unpacked, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException raced) {
            // Another build may have installed the same version meanwhile, which is as good.
            if (!Files.isDirectory(home)) {
                throw raced;
            }
        }
    }

    private URI source(String version) {
        String repository = System.getenv("MVNW_REPOURL");
        if (repository == null || repository.isBlank()) {
            return URI.create(pinned.getProperty("distributionUrl"));
        }
        String root = repository.endsWith("/") ? repository.substring(0, repository.length() - 1) : repository;
        return URI.create(root + "/org/apache/maven/apache-maven/" + version + "/apache-maven-" + version + "-bin.zip");
    }

    private void fetch(URI source, Path archive) throws IOException, GeneralSecurityException {
        System.err.println("mvnw: no Maven " + pinned.getProperty("minimumVersion") + " or newer on the PATH, fetching " + source);
        MessageDigest sha512 = MessageDigest.getInstance("SHA-512");
        try (InputStream in = new DigestInputStream(open(source), sha512);
                OutputStream out = Files.newOutputStream(archive)) {
            in.transferTo(out);
        } catch (IOException failed) {
            throw new IOException(
                    "cannot fetch " + source + " (" + failed + "); install Maven, or set MVNW_REPOURL to a Maven repository", failed);
        }
        String found = HexFormat.of().formatHex(sha512.digest());
        if (!found.equals(pinned.getProperty("sha512"))) {
            throw new IOException("the SHA-512 of " + source + " is " + found + ", not the pinned one; nothing was installed");
        }
    }

    private static InputStream open(URI source) throws IOException {
        URLConnection connection = source.toURL().openConnection();
        connection.setConnectTimeout(20_000);
        connection.setReadTimeout(60_000);
        return connection.getInputStream();
    }

    private static void unzip(Path archive, Path target) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("the archive wants to write outside its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(zip, file);
                }
            }
        } catch (FileAlreadyExistsException twice) {
            throw new IOException("the archive holds a file twice: " + twice.getMessage(), twice);
        }
    }

    private static void useProxyOf(String proxy) {
        if (proxy == null || proxy.isBlank() || System.getProperty("https.proxyHost") != null) {
            return;
        }
        URI uri = URI.create(proxy.contains("://") ? proxy : "http://" + proxy);
        if (uri.getHost() != null) {
            System.setProperty("https.proxyHost", uri.getHost());
            System.setProperty("https.proxyPort", uri.getPort() < 0 ? "80" : String.valueOf(uri.getPort()));
        }
    }

    private static void deleteTree(Path root) throws IOException {
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path path : (Iterable<Path>) tree.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(path);
            }
        }
    }
}
