package io.ttquant.exchanges.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets are read from variables, from a file of them, or from a file of one, and never from a file that others can read. */
class CredentialSourceTest {
    @TempDir
    private Path folder;

    private Path write(String name, String text, String permissions) throws IOException {
        assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
                "skipped: this file system knows no owner's permissions");
        Path file = Files.writeString(folder.resolve(name), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        return file;
    }

    @Test
    void variablesNameKeySecretAndPassphrase() {
        Map<String, String> variables = Map.of("OKX_API_KEY", "k", "OKX_SECRET_KEY", "s", "OKX_PASSPHRASE", "p");
        Credentials credentials = CredentialSource.of("a test", variables::get).okx();

        assertThat(credentials.key().reveal()).isEqualTo("k");
        assertThat(credentials.secret().reveal()).isEqualTo("s");
        assertThat(credentials.passphrase().reveal()).isEqualTo("p");
        assertThatThrownBy(() -> CredentialSource.of("a test", variables::get).binance())
                .hasMessage(
                        "BINANCE_API_KEY is not set in a test; set it, or set BINANCE_API_KEY_FILE to a file that only you can read");
    }

    @Test
    void aDotEnvFileIsReadWithQuotesCommentsAndExport() throws IOException {
        Path file = write(
                ".env",
                "# keys\n\nexport BINANCE_API_KEY = \"k\"\nBINANCE_API_SECRET='s=1'\nPEM=\"a\\nb\"\n",
                "rw-------");
        CredentialSource source = CredentialSource.file(file);

        assertThat(source.binance().key().reveal()).isEqualTo("k");
        assertThat(source.binance().secret().reveal()).isEqualTo("s=1");
        assertThat(source.secret("PEM").reveal()).isEqualTo("a\nb");
    }

    @Test
    void aProtectedFileHoldsOneSecret() throws IOException {
        Path file = write("secret", "  s3cret\n", "rw-------");
        Map<String, String> variables = Map.of("X_FILE", file.toString());

        assertThat(CredentialSource.of("a test", variables::get).secret("X").reveal())
                .isEqualTo("s3cret");
    }

    @Test
    void aFileThatOthersCanReadIsRefused() throws IOException {
        for (String permissions : new String[] {"rw-r-----", "rw----r--", "rw--w----", "rw-rw-rw-"}) {
            Path file = write("open" + permissions, "OKX_API_KEY=canary", permissions);
            assertThatThrownBy(() -> CredentialSource.file(file))
                    .hasMessageContaining(permissions)
                    .hasMessageContaining("chmod 600")
                    .hasMessageNotContaining("canary");
        }
    }

    @Test
    void mistakesNameLinesAndNeverValues() throws IOException {
        Path shapeless = write("shapeless", "A=1\ncanary\n", "rw-------");
        Path twice = write("twice", "A=canary\nA=canary\n", "rw-------");

        assertThatThrownBy(() -> CredentialSource.file(shapeless))
                .hasMessageContaining("line 2")
                .hasMessageNotContaining("canary");
        assertThatThrownBy(() -> CredentialSource.file(twice))
                .hasMessageContaining("A a second time")
                .hasMessageNotContaining("canary");
        assertThatThrownBy(() -> CredentialSource.file(folder.resolve("none"))).hasMessageContaining("cannot be read");
    }

    @Test
    void aSecretIsWipedNotCompleteAndNotSerialisable() {
        char[] text = "canary".toCharArray();
        Secret secret = Secret.of(text);

        assertThat(text).containsOnly('\0');
        assertThat(secret).isNotEqualTo(Secret.of("canary")).hasToString("Secret");
        assertThatThrownBy(() -> new ObjectOutputStream(java.io.OutputStream.nullOutputStream()).writeObject(secret))
                .isInstanceOf(NotSerializableException.class);
        byte[][] seen = new byte[1][];
        secret.use(bytes -> seen[0] = bytes);
        assertThat(seen[0]).as("what the user had is wiped after its use").containsOnly(0);
        secret.wipe();
        assertThatThrownBy(secret::reveal).hasMessageContaining("wiped");
        assertThatThrownBy(() -> Secret.of("")).hasMessageContaining("empty");
    }

    @Test
    void oneSourceStandsInForAnother() {
        CredentialSource both =
                CredentialSource.of("first", name -> null).orElse(CredentialSource.of("second", name -> "v"));

        assertThat(both.secret("X").reveal()).isEqualTo("v");
        assertThat(both).hasToString("first or second");
    }
}
