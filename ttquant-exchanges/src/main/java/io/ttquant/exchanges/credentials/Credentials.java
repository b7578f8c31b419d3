package io.ttquant.exchanges.credentials;

import org.jspecify.annotations.Nullable;

/**
 * What an account at a venue is reached with: key, secret and, at OKX, a passphrase. The key counts as a secret too: with it a log line can be
 * tied to an account. Not serialisable, without a text form.
 */
public final class Credentials {
    private static final String STARS = "***";

    private final Secret key;
    private final Secret secret;
    private final @Nullable Secret passphrase;

    private Credentials(Secret key, Secret secret, @Nullable Secret passphrase) {
        this.key = key;
        this.secret = secret;
        this.passphrase = passphrase;
    }

    /** Key and secret, as Binance has them. The secret is an HMAC secret, or an Ed25519 private key in PEM. */
    public static Credentials of(Secret key, Secret secret) {
        return new Credentials(key, secret, null);
    }

    /** Key, secret and passphrase, as OKX has them. */
    public static Credentials of(Secret key, Secret secret, Secret passphrase) {
        return new Credentials(key, secret, passphrase);
    }

    /** The key. */
    public Secret key() {
        return key;
    }

    /** The secret or private key. */
    public Secret secret() {
        return secret;
    }

    /**
     * The passphrase.
     *
     * @throws IllegalStateException if there is none
     */
    public Secret passphrase() {
        if (passphrase == null) {
            throw new IllegalStateException(
                    "the credentials have no passphrase, which OKX needs; set OKX_PASSPHRASE beside key and secret");
        }
        return passphrase;
    }

    /**
     * A text with stars in the place of what it quotes of them: what a venue says when it refuses a key goes into lines and logs. Once they were
     * wiped nothing is left to look for, and there are only stars.
     */
    public String hiddenIn(String text) {
        if (text.isEmpty() || key.isWiped()) {
            return text.isEmpty() ? text : STARS;
        }
        String hidden = hide(secret, hide(key, text));
        return passphrase == null ? hidden : hide(passphrase, hidden);
    }

    private static String hide(Secret value, String text) {
        return text.replace(value.reveal(), STARS);
    }

    /** Overwrites all of it. Signers made before keep working; make new ones to end them. */
    public void wipe() {
        key.wipe();
        secret.wipe();
        if (passphrase != null) {
            passphrase.wipe();
        }
    }

    /** The same for all credentials. */
    @Override
    public String toString() {
        return "Credentials";
    }
}
