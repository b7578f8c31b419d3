package io.ttquant.exchanges.credentials;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;

/**
 * A secret text. It has no text form, two are equal only if they are the same object, it cannot be serialised, and it can be {@linkplain #wipe()
 * wiped}. What uses it gets a copy that is wiped when the use ends.
 */
public final class Secret {
    private static final int MOST_BYTES_OF_A_CHARACTER = 3;

    private final byte[] utf8;
    private boolean isWiped;

    private Secret(byte[] utf8) {
        this.utf8 = utf8;
    }

    /**
     * A secret of characters, which are wiped.
     *
     * @throws IllegalArgumentException if there are none
     */
    public static Secret of(char[] text) {
        // No buffer of the library's own is left behind with the text in it.
        ByteBuffer encoded = ByteBuffer.allocate(MOST_BYTES_OF_A_CHARACTER * text.length);
        CoderResult result = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text), encoded, true);
        byte[] bytes = Arrays.copyOf(encoded.array(), encoded.position());
        Arrays.fill(encoded.array(), (byte) 0);
        Arrays.fill(text, '\0');
        if (result.isError()) {
            Arrays.fill(bytes, (byte) 0);
            throw new IllegalArgumentException("a secret has characters that are none; check where it is read from");
        }
        if (bytes.length == 0) {
            throw new IllegalArgumentException("a secret must not be empty; check where it is read from");
        }
        return new Secret(bytes);
    }

    /** A secret of a text that already exists as one, such as an environment variable. */
    public static Secret of(String text) {
        return of(text.toCharArray());
    }

    /**
     * Uses the bytes of its text in UTF-8. They are a copy, wiped when the function returns or throws.
     *
     * @throws IllegalStateException if it was wiped
     */
    public <T> T use(Function<byte[], T> user) {
        if (isWiped) {
            throw new IllegalStateException("the secret was wiped; read the credentials again");
        }
        byte[] copy = utf8.clone();
        try {
            return user.apply(copy);
        } finally {
            Arrays.fill(copy, (byte) 0);
        }
    }

    /**
     * Its text, for the header or frame that must carry it; do not keep it.
     *
     * @throws IllegalStateException if it was wiped
     */
    public String reveal() {
        return use(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    boolean isWiped() {
        return isWiped;
    }

    /** Overwrites it. */
    public void wipe() {
        Arrays.fill(utf8, (byte) 0);
        isWiped = true;
    }

    /** The same for every secret. */
    @Override
    public String toString() {
        return "Secret";
    }
}
