package io.ttquant.exchanges.binance.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.exchange.ExchangeConfig;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretsStayTest {
    @Test
    void nothingThatIsSaidHoldsAKey() {
        SessionHarness h = SessionHarness.trading(true);
        h.venue.bend("POST /api/v3/order", answer -> null);
        h.session.execution().submit(h.limit("a1", 1_000, 1000));
        h.network.link("ws-api.binance.com").cut().refuse(true);
        h.network.link("api.binance.com").refuse(true);
        h.seconds(60);
        String all =
                h.log.session + " " + h.log.orders + " " + h.log.market + " " + h.session + " " + h.session.execution();
        assertThat(all).doesNotContain("CANARY").doesNotContain("signature");
        ExchangeConfig config = new ExchangeConfig(SessionHarness.keys("live"));
        assertThat(BinanceSettings.of(config, true).toString() + config).doesNotContain("CANARY");
    }

    @Test
    void aWrongSettingIsRefusedWithoutItsValue() {
        Map<String, String> settings = SessionHarness.keys("live");
        settings.put("secert", SessionHarness.SECRET);
        assertThatThrownBy(() -> SessionHarness.open(true, settings))
                .hasMessageContaining("'secert' is no setting of binance")
                .hasMessageContaining("did you mean 'secret'?")
                .hasMessageNotContaining("CANARY");
        settings.remove("secert");
        settings.put("private_key", "CANARYPEM");
        assertThatThrownBy(() -> SessionHarness.open(true, settings)).hasMessageNotContaining("CANARY");
        settings.remove("secret");
        assertThatThrownBy(() -> SessionHarness.open(true, settings))
                .hasMessageContaining("PEM")
                .hasMessageNotContaining("CANARY");
    }

    @Test
    void settingsThatHaveNoSenseAreRefused() {
        Map<String, String> settings = SessionHarness.keys("live");
        settings.put("recv_window_ms", "60001");
        assertThatThrownBy(() -> SessionHarness.open(true, settings)).hasMessageContaining("1 to 60000");
        settings.put("recv_window_ms", "5000");
        settings.put("dead_man_seconds", "30");
        assertThatThrownBy(() -> SessionHarness.open(true, settings)).hasMessageContaining("no such timer");
        settings.put("dead_man_seconds", "3");
        assertThatThrownBy(() -> SessionHarness.open(false, settings)).hasMessageContaining("10 to 3600");
        assertThatThrownBy(() -> SessionHarness.open(true, Map.of("environment", "prod")))
                .hasMessageContaining("none of live, testnet, demo and local");
        assertThatThrownBy(() -> SessionHarness.open(true, Map.of("environment", "live", "key", "x")))
                .hasMessageContaining("give both parts");
    }
}
