package io.ttquant.exchanges.okx.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ttquant.api.exchange.ExchangeConfig;
import io.ttquant.api.exchange.ExchangeProvider;
import io.ttquant.core.provider.Providers;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The settings of OKX and what is said of wrong ones. */
class OkxSettingsTest {
    private static OkxSettings read(String... namesAndValues) {
        Map<String, String> settings = new HashMap<>(Map.of("environment", "demo"));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            settings.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return OkxSettings.of(new ExchangeConfig(settings));
    }

    private static String refusal(String... namesAndValues) {
        return assertThrows(IllegalArgumentException.class, () -> read(namesAndValues))
                .getMessage();
    }

    @Test
    void isFoundUnderItsId() {
        ExchangeProvider found = Providers.exchanges().get("okx");
        assertEquals(OkxProvider.class, found.getClass());
    }

    @Test
    void hasMarketDataOnlyWithoutKeysAndNeedsAllThreeWithOne() {
        assertNull(read().credentials());
        assertNotNull(read("key", "a", "secret", "b", "passphrase", "c").credentials());
        assertTrue(refusal("key", "a", "secret", "b").contains("passphrase is missing"));
    }

    @Test
    void saysWhichSettingWasMeant() {
        assertTrue(refusal("pasphrase", "x").contains("did you mean 'passphrase'?"));
        assertTrue(refusal("enviroment", "x").contains("did you mean 'environment'?"));
    }

    @Test
    void refusesWhatIsNotSensible() {
        assertTrue(refusal("environment", "production").contains("none of live, demo and local"));
        assertTrue(refusal("order_deadline_ms", "99").contains("from 100 to 60000"));
        assertTrue(refusal("dead_man_seconds", "5").contains("from 10 to 120"));
        assertTrue(refusal("derivatives_mode", "cash").contains("neither cross nor isolated"));
        assertTrue(refusal("allow_unsafe_key", "true").contains("withdraw, any_address"));
        assertTrue(refusal("refresh_minutes", "0").contains("from 1 to 1440"));
        assertTrue(refusal("rest", "http://127.0.0.1:80").contains("for environment local only"));
        assertTrue(refusal("region", "mars").contains("no region"));
    }

    @Test
    void anotherAddressIsOneOfThisMachineOnly() {
        OkxSettings local =
                read("environment", "local", "rest", "http://127.0.0.1:9", "socket", "ws://127.0.0.1:9/ws/v5");
        assertFalse(local.environment().isLive());
        assertThrows(
                IllegalArgumentException.class,
                () -> read("environment", "local", "rest", "https://evil.example", "socket", "wss://evil.example"));
    }

    @Test
    void noTextShowsASecret() {
        String canary = "cAnArY0123456789";
        OkxSettings settings = read(
                "key",
                canary,
                "secret",
                canary,
                "passphrase",
                canary,
                "proxy",
                "http://127.0.0.1:1",
                "proxy_user",
                "u",
                "proxy_password",
                canary);
        assertFalse(settings.toString().contains(canary));
        assertFalse(String.valueOf(settings.credentials()).contains(canary));
        assertFalse(refusal("key", canary, "secret", canary, "wrong", "x").contains(canary));
        assertFalse(refusal("key", canary, "secret", canary).contains(canary));
    }
}
