package io.ttquant.core.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other processes are in {@code FolderDiskTest}. */
class HeldFileTest {
    @TempDir
    Path folder;

    @Test
    void hasOneHolderUntilItIsClosed() throws IOException {
        Path file = folder.resolve("lock");
        Optional<HeldFile> first = HeldFile.tryHold(file);

        assertThat(first).isPresent();
        assertThat(HeldFile.tryHold(file)).isEmpty();
        assertThat(HeldFile.tryHold(folder.resolve("other").resolveSibling("lock")))
                .isEmpty();
        first.orElseThrow().close();
        Optional<HeldFile> second = HeldFile.tryHold(file);
        assertThat(second).isPresent();
        first.orElseThrow().close();
        assertThat(HeldFile.tryHold(file))
                .as("who closes twice does not give away what is another's")
                .isEmpty();
        second.orElseThrow().close();
        assertThat(file).exists();
    }

    @Test
    void twoNamesOfItsFolderAreOne() throws IOException {
        Path real = Files.createDirectory(folder.resolve("real"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);
        try (HeldFile held = HeldFile.tryHold(real.resolve("lock")).orElseThrow()) {
            assertThat(HeldFile.tryHold(link.resolve("lock"))).isEmpty();
            assertThat(held).hasToString(real.toRealPath().resolve("lock").toString());
        }
    }

    @Test
    void needsAFolder() {
        assertThatThrownBy(() -> HeldFile.tryHold(folder.resolve("gone").resolve("lock")))
                .isInstanceOf(NoSuchFileException.class);
    }
}
