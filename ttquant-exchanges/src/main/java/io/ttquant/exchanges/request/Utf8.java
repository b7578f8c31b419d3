package io.ttquant.exchanges.request;

import java.nio.charset.StandardCharsets;

/** Text beyond ASCII, which is rare: symbols in other scripts. */
final class Utf8 {
    private Utf8() {}

    static void put(WireBuffer out, String text, int from) {
        byte[] rest = text.substring(from).getBytes(StandardCharsets.UTF_8);
        out.put(rest, 0, rest.length);
    }
}
