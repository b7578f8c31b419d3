package io.ttquant.exchanges.emulator.binance;

import io.ttquant.exchanges.emulator.exchange.ApiKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Checks signatures: of a secret by HMAC-SHA256, of a public key in PEM form by Ed25519 or RSA. */
final class Signatures {
    private static final String PEM = "-----BEGIN PUBLIC KEY-----";
    private static final String PEM_END = "-----END PUBLIC KEY-----";

    private Signatures() {}

    static boolean isValid(ApiKey key, String payload, String signature) {
        byte[] signed = payload.getBytes(StandardCharsets.UTF_8);
        byte[] secret = key.secret().bytes();
        try {
            String text = new String(secret, StandardCharsets.UTF_8);
            return text.startsWith(PEM) ? isSigned(text, signed, signature) : isHashed(secret, signed, signature);
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            return false;
        }
    }

    /** Whether the holder of a key may log a session on. */
    static boolean mayLogOn(ApiKey key) {
        try {
            String text = new String(key.secret().bytes(), StandardCharsets.UTF_8);
            return text.startsWith(PEM) && publicKey(text).getAlgorithm().startsWith("Ed");
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static boolean isHashed(byte[] secret, byte[] signed, String signature) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        byte[] given = HexFormat.of().parseHex(signature.toLowerCase(Locale.ROOT));
        return MessageDigest.isEqual(mac.doFinal(signed), given);
    }

    private static boolean isSigned(String pem, byte[] signed, String signature) throws GeneralSecurityException {
        PublicKey key = publicKey(pem);
        Signature check = Signature.getInstance(key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "Ed25519");
        check.initVerify(key);
        check.update(signed);
        return check.verify(Base64.getDecoder().decode(signature));
    }

    private static PublicKey publicKey(String pem) throws GeneralSecurityException {
        String body = pem.substring(pem.indexOf(PEM) + PEM.length(), pem.indexOf(PEM_END));
        X509EncodedKeySpec spec = new X509EncodedKeySpec(Base64.getMimeDecoder().decode(body));
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(spec);
        } catch (GeneralSecurityException other) {
            return KeyFactory.getInstance("RSA").generatePublic(spec);
        }
    }
}
