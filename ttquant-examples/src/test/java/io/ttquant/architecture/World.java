package io.ttquant.architecture;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;

/** A piece of the outside world that only ports may touch, and how a class file shows that it is touched. */
enum World {
    CLOCK(
            Set.of(
                    "java.lang.System.nanoTime",
                    "java.lang.System.currentTimeMillis",
                    "java.util.Calendar.getInstance",
                    "java.util.Date.<init>",
                    "java.time.Clock.systemUTC",
                    "java.time.Clock.systemDefaultZone",
                    "java.time.Clock.system"),
            List.of(),
            Set.of("java.time")),
    THREAD(
            Set.of("java.lang.Thread.<init>", "java.lang.Thread.start", "java.lang.Thread.sleep"),
            List.of(
                    "java.util.concurrent.Executors",
                    "java.util.concurrent.ThreadPoolExecutor",
                    "java.util.concurrent.ScheduledThreadPoolExecutor",
                    "java.util.concurrent.ForkJoinPool",
                    "java.util.concurrent.CompletableFuture",
                    "java.util.Timer"),
            Set.of()),
    RANDOMNESS(
            Set.of(
                    "java.lang.Math.random",
                    "java.lang.StrictMath.random",
                    "java.util.UUID.randomUUID",
                    "java.util.random.RandomGenerator.of",
                    "java.util.random.RandomGenerator.getDefault"),
            List.of(
                    "java.util.Random",
                    "java.util.SplittableRandom",
                    "java.util.concurrent.ThreadLocalRandom",
                    "java.security.SecureRandom"),
            Set.of()),
    SOCKET(Set.of(), List.of("java.net.", "javax.net.", "java.nio.channels.SocketChannel"), Set.of()),
    FILE(
            Set.of(),
            List.of(
                    "java.nio.file.",
                    "java.nio.channels.FileChannel",
                    "java.util.zip.ZipFile",
                    "java.io.File",
                    "java.io.RandomAccessFile"),
            Set.of());

    /** Of {@code java.net}, but only texts. */
    private static final Set<String> TEXTS =
            Set.of("java.net.URI", "java.net.URISyntaxException", "java.net.URLEncoder", "java.net.URLDecoder");

    private final Set<String> calls;
    private final List<String> types;
    private final Set<String> packagesWithNow;

    World(Set<String> calls, List<String> types, Set<String> packagesWithNow) {
        this.calls = calls;
        this.types = types;
        this.packagesWithNow = packagesWithNow;
    }

    /** Whether a call reaches out, {@code Instant.now()} for one. */
    boolean isReachedBy(CodeUnitAccessTarget target) {
        JavaClass owner = target.getOwner();
        return calls.contains(owner.getName() + "." + target.getName())
                || target.getName().equals("now") && packagesWithNow.contains(owner.getPackageName());
    }

    /** Whether merely depending on a class reaches out; {@code java.io.File} stands for {@code FileInputStream} and the like too. */
    boolean contains(JavaClass type) {
        return !TEXTS.contains(type.getName()) && types.stream().anyMatch(type.getName()::startsWith);
    }
}
