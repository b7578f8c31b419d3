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
import io.ttquant.exchanges.request.HostKind;
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
        assertTrue(refusal("rest_host", "evil.example").contains("www.okx.com and openapi.okx.com"));
        assertTrue(refusal("rest_host", "www.okx.com@evil.example").contains("no REST host"));
        assertTrue(refusal("rest_host", "openapi.okx.com", "region", "eea").contains("eea.okx.com"));
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

    @Test
    void theRestHostIsOneOfTheRegion() {
        assertEquals("https://www.okx.com", rest(read()));
        assertEquals("https://openapi.okx.com", rest(read("rest_host", "OpenAPI.okx.com")));
        assertEquals("https://eea.okx.com", rest(read("region", "eea", "rest_host", "eea.okx.com")));
        OkxSettings live = read("environment", "live", "rest_host", "openapi.okx.com");
        assertEquals("https://openapi.okx.com", rest(live));
        assertTrue(live.environment().isLive());
        assertTrue(refusal(
                        "environment",
                        "local",
                        "rest",
                        "http://127.0.0.1:9",
                        "socket",
                        "ws://127.0.0.1:9",
                        "rest_host",
                        "www.okx.com")
                .contains("leave it out"));
    }

    private static String rest(OkxSettings settings) {
        return settings.environment().hosts().address(HostKind.REST);
    }
}
