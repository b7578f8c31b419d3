package io.ttquant.exchanges.binance.session;

import io.ttquant.api.exchange.ExchangeConfig;
import io.ttquant.exchanges.binance.BinanceEnvironment;
import io.ttquant.exchanges.credentials.Credentials;
import io.ttquant.exchanges.credentials.Secret;
import io.ttquant.exchanges.session.KeyDangers;
import io.ttquant.exchanges.session.SettingNames;
import io.ttquant.exchanges.session.setup.AccountSetup;
import io.ttquant.exchanges.transport.ProxySettings;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a session with Binance, checked. It has no text form that shows a secret.
 *
 * @param environment where it goes
 * @param credentials null for market data only
 * @param proxy the way there
 * @param recvWindowMillis how late the venue may get a signed request, 1 to 60000 ms
 * @param accepted what a key may do although it should not
 * @param setup how the account of futures is wanted
 * @param deadMan after how long without this program the venue cancels its orders, on futures; zero for never
 */
record BinanceSettings(
        BinanceEnvironment environment,
        @Nullable Credentials credentials,
        ProxySettings proxy,
        int recvWindowMillis,
        KeyDangers accepted,
        AccountSetup setup,
        Duration deadMan) {
    private static final String PEM = "-----BEGIN ";
    private static final String DEFAULT_WINDOW = "5000";
    private static final String DEFAULT_DEAD_MAN = "120";
    private static final SettingNames NAMES = SettingNames.of(
            "environment",
            "rest",
            "socket",
            "key",
            "secret",
            "private_key",
            "proxy",
            "proxy_user",
            "proxy_password",
            "recv_window_ms",
            KeyDangers.SETTING,
            AccountSetup.LEVERAGE,
            AccountSetup.POSITION_MODE,
            AccountSetup.MARGIN,
            "dead_man_seconds");

    static BinanceSettings of(ExchangeConfig config, boolean isSpot) {
        Map<String, String> settings = config.settings();
        NAMES.check(isSpot ? "binance" : "binance-usdm", settings);
        if (isSpot && settings.containsKey("dead_man_seconds")) {
            throw new IllegalArgumentException(
                    "dead_man_seconds has no effect on Binance Spot, which has no such timer; leave it out");
        }
        if (isSpot) {
            AccountSetup.requireNone(settings, "Binance Spot");
        }
        return new BinanceSettings(
                isSpot ? BinanceEnvironment.spot(settings) : BinanceEnvironment.usdm(settings),
                credentials(settings),
                ProxySettings.from(config),
                number(settings, "recv_window_ms", DEFAULT_WINDOW, 1, 60_000),
                KeyDangers.of(settings),
                AccountSetup.withMarginBySymbol(settings),
                Duration.ofSeconds(isSpot ? 0 : deadManSeconds(settings)));
    }

    private static int deadManSeconds(Map<String, String> settings) {
        int seconds = number(settings, "dead_man_seconds", DEFAULT_DEAD_MAN, 0, 3_600);
        if (seconds > 0 && seconds < 10) {
            throw new IllegalArgumentException("dead_man_seconds is " + seconds
                    + ", which a short pause of the network would exceed; write 0 for none, or 10 to 3600");
        }
        return seconds;
    }

    private static @Nullable Credentials credentials(Map<String, String> settings) {
        String key = settings.getOrDefault("key", "").strip();
        String secret = settings.getOrDefault("secret", "").strip();
        String privateKey = settings.getOrDefault("private_key", "").strip();
        if (key.isEmpty() && secret.isEmpty() && privateKey.isEmpty()) {
            return null;
        }
        if (key.isEmpty() || secret.isEmpty() == privateKey.isEmpty()) {
            throw new IllegalArgumentException(
                    "an account needs key, and either secret (HMAC) or private_key (Ed25519 or RSA in PEM); give both parts,"
                            + " or none for market data only");
        }
        if (!privateKey.isEmpty() && !privateKey.startsWith(PEM)) {
            throw new IllegalArgumentException(
                    "private_key is no PEM text, which begins with " + PEM
                            + "PRIVATE KEY-----; give it in PEM (PKCS#8), line breaks and all, or use secret for an HMAC secret");
        }
        return Credentials.of(Secret.of(key), Secret.of(secret.isEmpty() ? privateKey : secret));
    }

    private static int number(Map<String, String> settings, String name, String absent, int least, int most) {
        String text = settings.getOrDefault(name, absent).strip();
        boolean isNumber = !text.isEmpty() && text.length() < 8 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        int value = isNumber ? Integer.parseInt(text) : -1;
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    name + " '" + text + "' is no whole number from " + least + " to " + most + "; write such a one");
        }
        return value;
    }

    /** Whether there is an account, or market data only. */
    boolean hasAccount() {
        return credentials != null;
    }
}
