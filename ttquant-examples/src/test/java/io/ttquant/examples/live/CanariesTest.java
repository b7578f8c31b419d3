package io.ttquant.examples.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That the search finds what it is for. */
class CanariesTest {
    private static final String SECRET = "CANARY+Secret/91bc&x=";

    private final Canaries canaries = Canaries.of(SECRET);

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "abc", "key:", "Basic "})
    void aSecretIsFoundInEveryForm(String before) {
        byte[] all = (before + SECRET + ":and more").getBytes(StandardCharsets.UTF_8);
        byte[] own = SECRET.getBytes(StandardCharsets.UTF_8);
        String encoded = URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
        List<String> shown = List.of(
                before + SECRET,
                before + SECRET.substring(0, 12) + "***",
                before + encoded,
                encoded.replace("%2B", "%2b").replace("%2F", "%2f").replace("%3D", "%3d"),
                before + SECRET.replace("/", "\\/"),
                HexFormat.of().formatHex(all),
                HexFormat.of().withUpperCase().formatHex(all),
                Arrays.toString(own),
                Base64.getEncoder().encodeToString(all),
                Base64.getUrlEncoder().encodeToString(all),
                new String(all, StandardCharsets.UTF_8));
        for (String text : shown) {
            assertThat(canaries.in(text)).as(text).isNotEmpty();
            assertThat(canaries.in(text.getBytes(StandardCharsets.UTF_8)))
                    .as(text)
                    .isNotEmpty();
        }
        assertThat(canaries.in((before + SECRET).getBytes(StandardCharsets.UTF_16LE)))
                .isNotEmpty();
        assertThat(canaries.in((before + SECRET).getBytes(StandardCharsets.UTF_16BE)))
                .isNotEmpty();
    }

    @Test
    void whatIsNoSecretIsNotTakenForOne() {
        assertThat(canaries.in("CANARY is the name of a bird; the secret is *** (9 characters)"))
                .isEmpty();
    }

    @Test
    void aFileIsLookedThroughToItsEndAndByItsName(@TempDir Path folder) throws Exception {
        byte[] large = new byte[1_000_000];
        byte[] own = SECRET.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(own, 0, large, large.length - own.length, own.length);
        Files.createDirectories(folder.resolve("inside"));
        Files.write(folder.resolve("inside/large.bin"), large);
        Files.writeString(folder.resolve("CANARY+Secret.txt"), "nothing");
        Files.writeString(folder.resolve("left-out"), SECRET);

        Canaries.Search search = canaries.search(folder, file -> !file.endsWith("left-out"));

        assertThat(search.files()).isEqualTo(2);
        assertThat(search.found())
                .hasSizeGreaterThanOrEqualTo(2)
                .anyMatch(found -> found.startsWith("inside"))
                .anyMatch(found -> found.startsWith("the name of "));
    }
}
