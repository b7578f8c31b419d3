package io.ttquant.exchanges.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.exchanges.credentials.Credentials;
import io.ttquant.exchanges.credentials.Secret;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A key that cannot sign is refused with the way to make one that can, and never taken for an HMAC secret. */
class PemKindsTest {
    private static BinanceSigner signer(String secret) {
        return BinanceSigner.of(Credentials.of(Secret.of("key"), Secret.of(secret)));
    }

    @ParameterizedTest
    @CsvSource({
        "RSA PRIVATE KEY, PKCS#1",
        "ENCRYPTED PRIVATE KEY, is encrypted",
        "EC PRIVATE KEY, no private key of Binance",
        "OPENSSH PRIVATE KEY, no private key of Binance",
        "PUBLIC KEY, not the public key",
        "CERTIFICATE, no private key of Binance"
    })
    void otherKindsOfPemAreRefusedWithTheRemedy(String kind, String why) {
        String pem = "-----BEGIN " + kind + "-----\nQ0FOQVJZ\n-----END " + kind + "-----";
        assertThatThrownBy(() -> signer(pem))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why)
                .hasMessageContaining("openssl")
                .hasMessageNotContaining("Q0FOQVJZ");
    }

    @Test
    void endsOfLinesThatWereWrittenOutAreNamed() {
        assertThatThrownBy(() -> signer("-----BEGIN PRIVATE KEY-----\\nQ0FOQVJZ\\n-----END PRIVATE KEY-----"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\\n in place of ends of lines")
                .hasMessageNotContaining("Q0FOQVJZ");
    }

    @Test
    void ed25519AndRsaInPkcs8Sign() throws Exception {
        assertThat(signer(pem(KeyPairGenerator.getInstance("Ed25519"))).mayLogOn())
                .isTrue();
        KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(2048);
        assertThat(signer(pem(rsa)).mayLogOn()).isFalse();
    }

    private static String pem(KeyPairGenerator keys) {
        byte[] der = keys.generateKeyPair().getPrivate().getEncoded();
        return "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(der)
                + "\n-----END PRIVATE KEY-----\n";
    }
}
