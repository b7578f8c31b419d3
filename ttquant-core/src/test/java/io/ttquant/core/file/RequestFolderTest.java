package io.ttquant.core.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestFolderTest {
    @TempDir
    Path root;

    private Path folder;
    private RequestFolder requests;

    @BeforeEach
    void at() {
        folder = root.resolve("okx-live.requests");
        requests = RequestFolder.at(folder);
    }

    @Test
    void aRequestIsTakenOnceAndAnswered() throws IOException {
        requests.make();
        requests.post("2-b", "second\nline");
        requests.post("1-a", "first");

        assertThat(requests.pending()).containsExactly("1-a", "2-b");
        assertThat(requests.read("2-b")).isEqualTo("second\nline");
        assertThat(requests.answer("2-b")).isEmpty();
        assertThat(requests.take("2-b")).isTrue();
        assertThat(requests.take("2-b")).isFalse();
        requests.answer("2-b", "done");
        assertThat(requests.answer("2-b")).contains("done");
        requests.forget("2-b");
        requests.forget("2-b");
        assertThat(requests.answer("2-b")).isEmpty();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(folder.resolve("1-a.request"));
        }
    }

    @Test
    void anUnusedFolderHasNoRequests() {
        assertThat(requests.pending()).isEmpty();
        assertThatThrownBy(() -> requests.post("1", "x")).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> RequestFolder.at(folder.resolve("deeper")).make())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cannot be made");
    }

    @Test
    void onlyItsOwnerMayEnterIt() throws IOException {
        assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"), "no such permissions here");
        requests.make();
        assertThat(mode(folder)).isEqualTo("rwx------");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        requests.make();
        assertThat(mode(folder)).isEqualTo("rwx------");
        requests.post("1", "x");
        requests.answer("1", "y");
        assertThat(mode(folder.resolve("1.request"))).isEqualTo("rw-------");
        assertThat(mode(folder.resolve("1.answer"))).isEqualTo("rw-------");
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void whatIsStillBeingWrittenOrIsNoRequestIsNotSeen() throws IOException {
        requests.make();
        Files.writeString(folder.resolve("1.request.part"), "half");
        Files.writeString(folder.resolve("Notes of Ann.request"), "x");
        Files.writeString(folder.resolve("1.answer"), "x");
        assertThat(requests.pending()).isEmpty();
    }

    @Test
    void whatCannotBeReadIsToldAndNotWaitedFor() throws IOException {
        requests.make();
        Files.createDirectory(folder.resolve("1.request"));
        Files.write(folder.resolve("2.request"), new byte[] {(byte) 0xc3, 0x28});
        Files.write(folder.resolve("3.request"), "x".repeat(70_000).getBytes(StandardCharsets.UTF_8));
        Files.createSymbolicLink(folder.resolve("4.request"), Files.writeString(root.resolve("elsewhere"), "x"));
        assertThat(requests.pending()).containsExactly("1", "2", "3", "4");
        for (String id : requests.pending()) {
            assertThatThrownBy(() -> requests.read(id))
                    .as(id)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(id + ".request cannot be read");
            assertThat(requests.take(id)).isTrue();
        }
    }

    @Test
    void whatMayBeReadLaterIsNotTakenForWhatNeverCan() {
        requests.make();
        assertThatThrownBy(() -> requests.read("1"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("1.request cannot be read");
    }

    @Test
    void answersOfBeforeAreFoundAndRequestsAreNone() throws IOException {
        assertThat(requests.answered()).isEmpty();
        requests.make();
        requests.post("1", "x");
        requests.post("2", "x");
        requests.answer("2", "y");
        Files.writeString(folder.resolve("3.answer.part"), "half");
        assertThat(requests.answered()).containsExactlyInAnyOrder("2", "3");
        requests.answered().forEach(requests::forget);
        assertThat(requests.answered()).isEmpty();
        assertThat(requests.pending()).containsExactly("1", "2");
    }

    @Test
    void anAnswerTakesThePlaceOfOneThatWasBeingWrittenWhenItsProcessEnded() throws IOException {
        requests.make();
        Files.writeString(folder.resolve("1.answer.part"), "half");
        requests.answer("1", "whole");
        assertThat(requests.answer("1")).contains("whole");
    }

    @Test
    void aNameThatWouldLeaveTheFolderIsNone() {
        requests.make();
        assertThatThrownBy(() -> requests.post("../x", "y"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'../x' is no id of a request");
    }

    @Test
    void oneTakesTheRequests() {
        requests.make();
        try (HeldFile held = requests.tryHold().orElseThrow()) {
            assertThat(requests.tryHold()).as("beside " + held).isEmpty();
        }
        requests.tryHold().orElseThrow().close();
    }
}
