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
    private static final byte[] END = "-----END PRIVATE KEY-----".getBytes(StandardCharsets.US_ASCII);

    private final Signature signature;
    private final boolean isEd25519;

    private PrivateKeySigner(Signature signature, boolean isEd25519) {
        this.signature = signature;
        this.isEd25519 = isEd25519;
    }

    static boolean isPrivateKey(Secret secret) {
        return secret.use(
                pem -> pem.length > BEGIN.length && Arrays.equals(pem, 0, BEGIN.length, BEGIN, 0, BEGIN.length));
    }

    static PrivateKeySigner of(Secret pem) {
        return pem.use(PrivateKeySigner::of);
    }

    private static PrivateKeySigner of(byte[] pem) {
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
