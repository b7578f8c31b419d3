package io.ttquant.exchanges.emulator.okx;

import io.ttquant.exchanges.emulator.exchange.ApiKey;
import io.ttquant.exchanges.emulator.exchange.Permission;
import io.ttquant.exchanges.emulator.server.Call;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Who may ask: keys, passphrases, signatures, times. */
final class Door {
    private static final long SKEW = 30_000;

    private final OkxVenue venue;

    Door(OkxVenue venue) {
        this.venue = venue;
    }

    /** Lets a signed request in, or refuses. */
    OkxVenue.Caller enter(Call call, Permission needed) {
        String key = header(call, "OK-ACCESS-KEY", "50103");
        String passphrase = header(call, "OK-ACCESS-PASSPHRASE", "50104");
        String sign = header(call, "OK-ACCESS-SIGN", "50106");
        String timestamp = header(call, "OK-ACCESS-TIMESTAMP", "50107");
        timed(timestamp);
        OkxVenue.Caller caller =
                venue.caller(key).orElseThrow(() -> OkxError.unauthorized("50111", "Invalid OK-ACCESS-KEY."));
        if (!isPassphrase(caller.key(), passphrase)) {
            throw OkxError.unauthorized("50105", "Request header \"OK-ACCESS-PASSPHRASE\" incorrect.");
        }
        if (!isSigned(caller.key(), timestamp + call.method() + call.target() + call.text(), sign)) {
            throw OkxError.unauthorized("50113", "Invalid signature.");
        }
        if (!caller.key().permissions().contains(needed)) {
            throw OkxError.of("50120", "This API key doesn't have permission to use this function");
        }
        return caller;
    }

    private static String header(Call call, String name, String code) {
        String value = call.header(name);
        if (value == null || value.isEmpty()) {
            throw OkxError.unauthorized(code, "Request header \"" + name + "\" cannot be empty.");
        }
        return value;
    }

    private void timed(String timestamp) {
        long sent;
        try {
            sent = Instant.parse(timestamp).toEpochMilli();
        } catch (DateTimeException unreadable) {
            throw OkxError.unauthorized("50112", "Invalid OK-ACCESS-TIMESTAMP.");
        }
        if (Math.abs(venue.millis() - sent) > SKEW) {
            throw OkxError.unauthorized("50102", "Timestamp request expired.");
        }
    }

    /** Whether a login of a socket is in time: its timestamp is in seconds. */
    boolean isInTime(long seconds) {
        return Math.abs(venue.millis() - seconds * 1000) <= SKEW;
    }

    static boolean isPassphrase(ApiKey key, String passphrase) {
        return MessageDigest.isEqual(key.passphrase().bytes(), passphrase.getBytes(StandardCharsets.UTF_8));
    }

    static boolean isSigned(ApiKey key, String text, String sign) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.secret().bytes(), "HmacSHA256"));
            byte[] due = Base64.getEncoder().encode(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
            return MessageDigest.isEqual(due, sign.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC-SHA256 is missing in this Java", impossible);
        }
    }
}
