package io.ttquant.exchanges.binance;

import io.ttquant.exchanges.credentials.Credentials;
import io.ttquant.exchanges.request.HmacSha256;
import io.ttquant.exchanges.request.WireBuffer;

/** Signs for Binance. For one thread. */
interface BinanceSigner {
    /**
     * Signs bytes of one buffer and writes the signature at the end of another, which may be the same.
     *
     * @param isInUrl whether it stands in a query or form, where Base64 must be percent-encoded
     */
    void sign(WireBuffer source, int from, int to, WireBuffer out, boolean isInUrl);

    /** True if the key may log on to a WebSocket session. */
    boolean mayLogOn();

    /** HMAC-SHA256, or Ed25519 or RSA if the secret is a private key in PEM. */
    static BinanceSigner of(Credentials credentials) {
        if (PrivateKeySigner.isPem(credentials.secret())) {
            return PrivateKeySigner.of(credentials.secret());
        }
        HmacSha256 hmac = HmacSha256.of(credentials.secret());
        return new BinanceSigner() {
            @Override
            public void sign(WireBuffer source, int from, int to, WireBuffer out, boolean isInUrl) {
                hmac.hex(source, from, to, out);
            }

            @Override
            public boolean mayLogOn() {
                return false;
            }
        };
    }
}
