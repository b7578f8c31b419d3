package io.ttquant.exchanges.request;

import io.ttquant.exchanges.credentials.Secret;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC with SHA-256 (RFC 2104) over a part of a buffer, with one {@link Mac} that is reused. For one thread. */
public final class HmacSha256 {
    private static final int SIZE = 32;

    private final Mac mac;
    private final byte[] digest = new byte[SIZE];
    private final Base64.Encoder base64 = Base64.getEncoder();
    private final byte[] text = new byte[44];

    private HmacSha256(Mac mac) {
        this.mac = mac;
    }

    /** The function under a secret; the secret is used as the bytes of its text. */
    public static HmacSha256 of(Secret secret) {
        return secret.use(HmacSha256::of);
    }

    private static HmacSha256 of(byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return new HmacSha256(mac);
        } catch (InvalidKeyException e) {
            throw new IllegalArgumentException("the secret cannot be used as a key; check that it is not empty");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HmacSHA256, which every Java must have", e);
        }
    }

    /** Writes the hexadecimal digest of the buffer's bytes from {@code from} to {@code to} at the end of {@code out}. */
    public void hex(WireBuffer source, int from, int to, WireBuffer out) {
        digest(source, from, to);
        out.hex(digest, SIZE);
    }

    /** The Base64 text of the digest of the buffer's bytes from {@code from} to {@code to}. */
    @SuppressWarnings("deprecation") // The fast constructor, exact for ASCII.
    public String base64(WireBuffer source, int from, int to) {
        digest(source, from, to);
        int n = base64.encode(digest, text);
        return new String(text, 0, 0, n);
    }

    private void digest(WireBuffer source, int from, int to) {
        mac.update(source.array(), from, to - from);
        try {
            mac.doFinal(digest, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a digest of " + SIZE + " bytes did not fit", e);
        }
    }

    @Override
    public String toString() {
        return "HmacSha256";
    }
}
