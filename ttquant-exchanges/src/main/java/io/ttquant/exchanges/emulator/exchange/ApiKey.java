package io.ttquant.exchanges.emulator.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * A key of an account. Its secret and passphrase have no text form.
 *
 * @param key the public part, unique over the exchange
 * @param secret what signs, in UTF-8
 * @param passphrase what some venues ask besides, empty for none
 * @param permissions what it may do
 * @param ipBound whether it is tied to addresses
 */
public record ApiKey(String key, Hidden secret, Hidden passphrase, Set<Permission> permissions, boolean ipBound) {
    /** Copies the permissions. */
    public ApiKey {
        permissions = Set.copyOf(permissions);
    }

    /** One that may read and trade and is tied to addresses. */
    public static ApiKey trading(String key, String secret, String passphrase) {
        return new ApiKey(
                key, new Hidden(secret), new Hidden(passphrase), Set.of(Permission.READ, Permission.TRADE), true);
    }

    /** The same with these rights. */
    public ApiKey with(Set<Permission> rights, boolean isIpBound) {
        return new ApiKey(key, secret, passphrase, rights, isIpBound);
    }

    /** A text that shows itself to nobody by chance. */
    public static final class Hidden {
        private final byte[] utf8;

        /** Hides a text. */
        public Hidden(String text) {
            utf8 = text.getBytes(StandardCharsets.UTF_8);
        }

        /** A copy of the bytes. */
        public byte[] bytes() {
            return utf8.clone();
        }

        /** Says nothing. */
        @Override
        public String toString() {
            return "hidden";
        }
    }
}
