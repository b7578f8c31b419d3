package io.ttquant.exchanges.binance;

import io.ttquant.exchanges.credentials.Secret;
import io.ttquant.exchanges.request.WireBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/** Ed25519 (RFC 8032), or RSA with SHA-256 (PKCS #1 version 1.5), with Base64 as Binance wants it. */
final class PrivateKeySigner implements BinanceSigner {
    private static final byte[] BEGIN = "-----BEGIN PRIVATE KEY-----".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ANY = "-----BEGIN ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ENCRYPTED = "-----BEGIN ENCRYPTED".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PKCS1 = "-----BEGIN RSA PRIVATE KEY".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "-----END PRIVATE KEY-----".getBytes(StandardCharsets.US_ASCII);

    private final Signature signature;
    private final boolean isEd25519;

    private PrivateKeySigner(Signature signature, boolean isEd25519) {
        this.signature = signature;
        this.isEd25519 = isEd25519;
    }

    /** Whether it is a key in PEM, of whatever kind: as an HMAC secret it would sign, and every signature would be wrong. */
    static boolean isPem(Secret secret) {
        return secret.use(text -> startsWith(text, ANY));
    }

    static PrivateKeySigner of(Secret pem) {
        return pem.use(PrivateKeySigner::of);
    }

    private static PrivateKeySigner of(byte[] pem) {
        requirePlainKey(pem);
        byte[] der = der(pem);
        try {
            return of(der, "Ed25519", "Ed25519");
        } catch (GeneralSecurityException e) {
            return rsa(der);
        } finally {
            Arrays.fill(der, (byte) 0);
        }
    }

    private static PrivateKeySigner rsa(byte[] der) {
        try {
            return of(der, "RSA", "SHA256withRSA");
        } catch (GeneralSecurityException e) {
            // The cause could quote the key.
            throw new IllegalArgumentException(
                    "the private key of Binance is no Ed25519 or RSA key in PKCS#8; make one with"
                            + " openssl genpkey -algorithm ed25519");
        }
    }

    private static PrivateKeySigner of(byte[] der, String keys, String algorithm) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(KeyFactory.getInstance(keys).generatePrivate(new PKCS8EncodedKeySpec(der)));
        return new PrivateKeySigner(signature, keys.equals(algorithm));
    }

    /** Other kinds of PEM are refused with the way to make one of this kind; none of the key is quoted. */
    private static void requirePlainKey(byte[] pem) {
        if (startsWith(pem, BEGIN)) {
            if (new String(pem, StandardCharsets.ISO_8859_1).indexOf("\\n") >= 0) {
                throw new IllegalArgumentException(
                        "the private key of Binance has the two characters \\n in place of ends of lines;"
                                + " give it with real ones, or by BINANCE_API_SECRET_FILE");
            }
            return;
        }
        if (startsWith(pem, ENCRYPTED)) {
            throw new IllegalArgumentException(
                    "the private key of Binance is encrypted; write one without a password that only you can read:"
                            + " openssl pkcs8 -topk8 -nocrypt -in key.pem -out plain.pem && chmod 600 plain.pem");
        }
        if (startsWith(pem, PKCS1)) {
            throw new IllegalArgumentException("the private key of Binance is in PKCS#1; write it in PKCS#8:"
                    + " openssl pkcs8 -topk8 -nocrypt -in key.pem -out plain.pem && chmod 600 plain.pem");
        }
        throw new IllegalArgumentException(
                "the secret of Binance is a PEM text, but no private key of Binance, which begins with "
                        + new String(BEGIN, StandardCharsets.US_ASCII)
                        + " (PKCS#8); give the file that openssl genpkey -algorithm ed25519 wrote, not the public key");
    }

    private static boolean startsWith(byte[] text, byte[] start) {
        return text.length >= start.length && Arrays.equals(text, 0, start.length, start, 0, start.length);
    }

    /** What stands between the first and the last line. */
    private static byte[] der(byte[] pem) {
        int end = pem.length;
        while (end > 0 && pem[end - 1] <= ' ') {
            end--;
        }
        if (end < BEGIN.length + END.length || !Arrays.equals(pem, end - END.length, end, END, 0, END.length)) {
            throw new IllegalArgumentException("the private key of Binance has no last line "
                    + new String(END, StandardCharsets.US_ASCII) + "; copy the whole file");
        }
        byte[] base64 = Arrays.copyOfRange(pem, BEGIN.length, end - END.length);
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the private key of Binance is no Base64; copy the whole file");
        } finally {
            Arrays.fill(base64, (byte) 0);
        }
    }

    @Override
    public void sign(WireBuffer source, int from, int to, WireBuffer out, boolean isInUrl) {
        try {
            signature.update(source.array(), from, to - from);
            String text = Base64.getEncoder().encodeToString(signature.sign());
            if (isInUrl) {
                out.percent(text);
            } else {
                out.put(text);
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the private key does not sign", e);
        }
    }

    @Override
    public boolean mayLogOn() {
        return isEd25519;
    }
}
