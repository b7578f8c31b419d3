package io.ttquant.exchanges.okx.session;

import io.ttquant.api.exchange.ExchangeConfig;
import io.ttquant.exchanges.credentials.Credentials;
import io.ttquant.exchanges.credentials.Secret;
import io.ttquant.exchanges.okx.OkxEnvironment;
import io.ttquant.exchanges.okx.TradeMode;
import io.ttquant.exchanges.session.KeyDangers;
import io.ttquant.exchanges.session.SettingNames;
import io.ttquant.exchanges.session.setup.AccountSetup;
import io.ttquant.exchanges.transport.ProxySettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a session with OKX. {@link #toString()} shows the environment only.
 *
 * @param environment where it goes
 * @param credentials key, secret and passphrase; null for market data only
 * @param proxy the way there
 * @param deadlineMillis how late a new order or an amendment may reach the venue
 * @param accepted what a live key may do although it should not
 * @param derivativesMode how derivatives are margined
 * @param setup how the account is wanted, but for how derivatives are margined
 * @param deadManSeconds the timer of cancel-all-after; 0 for none
 * @param refresh how often the instruments are read again
 */
record OkxSettings(
        OkxEnvironment environment,
        @Nullable Credentials credentials,
        ProxySettings proxy,
        int deadlineMillis,
        KeyDangers accepted,
        TradeMode derivativesMode,
        AccountSetup setup,
        int deadManSeconds,
        Duration refresh) {
    private static final SettingNames NAMES = SettingNames.of(
            "environment",
            "region",
            "rest_host",
            "rest",
            "socket",
            "key",
            "secret",
            "passphrase",
            "proxy",
            "proxy_user",
            "proxy_password",
            "order_deadline_ms",
            KeyDangers.SETTING,
            AccountSetup.MARGIN,
            AccountSetup.LEVERAGE,
            AccountSetup.POSITION_MODE,
            "dead_man_seconds",
            "refresh_minutes");

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException if one is not known, missing or not sensible; no message shows a secret
     */
    static OkxSettings of(ExchangeConfig config) {
        Map<String, String> s = config.settings();
        NAMES.check("okx", s);
        return new OkxSettings(
                OkxEnvironment.of(s),
                credentials(s),
                ProxySettings.from(config),
                number(s, "order_deadline_ms", 5_000, 100, 60_000),
                KeyDangers.of(s),
                mode(s.getOrDefault(AccountSetup.MARGIN, "cross")),
                AccountSetup.of(s),
                deadMan(s),
                Duration.ofMinutes(number(s, "refresh_minutes", 60, 1, 1_440)));
    }

    private static @Nullable Credentials credentials(Map<String, String> s) {
        List<String> names = List.of("key", "secret", "passphrase");
        List<String> missing =
                names.stream().filter(name -> text(s, name).isEmpty()).toList();
        if (missing.size() == names.size()) {
            return null;
        }
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("okx needs key, secret and passphrase together, and "
                    + String.join(" and ", missing) + " is missing; set all three, or none for market data only");
        }
        return Credentials.of(
                Secret.of(text(s, "key")), Secret.of(text(s, "secret")), Secret.of(text(s, "passphrase")));
    }

    private static TradeMode mode(String word) {
        return switch (word) {
            case "cross" -> TradeMode.CROSS;
            case "isolated" -> TradeMode.ISOLATED;
            default ->
                throw new IllegalArgumentException(
                        "derivatives_mode '" + word + "' is neither cross nor isolated; take one of them");
        };
    }

    private static int deadMan(Map<String, String> s) {
        int seconds = number(s, "dead_man_seconds", 0, 0, 120);
        if (seconds != 0 && seconds < 10) {
            throw new IllegalArgumentException(
                    "dead_man_seconds " + seconds + " is not 0 or from 10 to 120, which OKX takes; 30 is a good start");
        }
        return seconds;
    }

    private static int number(Map<String, String> s, String name, int otherwise, int least, int most) {
        String text = text(s, name);
        if (text.isEmpty()) {
            return otherwise;
        }
        int value = text.length() < 7 && text.chars().allMatch(c -> c >= '0' && c <= '9') ? Integer.parseInt(text) : -1;
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " '" + text + "' is no whole number from " + least + " to " + most
                    + "; " + otherwise + " is usual");
        }
        return value;
    }

    private static String text(Map<String, String> s, String name) {
        return s.getOrDefault(name, "").strip();
    }

    @Override
    public String toString() {
        return "OkxSettings " + environment;
    }
}
