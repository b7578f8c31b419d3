package io.ttquant.exchanges.binance.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.exchanges.transport.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Leverage and modes that settings ask for are seen to before the account is read. */
class UsdmSetupTest {
    private static final String LEVERAGE = "POST /fapi/v1/leverage BTCUSDT";
    private static final String MARGIN = "POST /fapi/v1/marginType BTCUSDT";
    private static final String MODE = "POST /fapi/v1/positionSide/dual ";

    private boolean isDual;
    private String margin = "CROSSED";
    private String leverage = "20";

    private static Map<String, String> settings(String... namesAndValues) {
        Map<String, String> settings = SessionHarness.keys("live");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            settings.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return settings;
    }

    private void answers(FakeBinance venue) {
        Map<String, HttpResponse> done = new HashMap<>();
        done.put("ok", FakeBinance.ok("{\"code\":200,\"msg\":\"success\"}"));
        venue.own.put("GET dual", p -> FakeBinance.ok("{\"dualSidePosition\":" + isDual + "}"));
        venue.own.put(
                "GET symbolConfig",
                p -> FakeBinance.ok("[{\"symbol\":\"" + p.get("symbol") + "\",\"marginType\":\"" + margin
                        + "\",\"isAutoAddMargin\":false,\"leverage\":" + leverage
                        + ",\"maxNotionalValue\":\"1000\"}]"));
        venue.own.put("POST dual", p -> {
            isDual = Boolean.parseBoolean(p.get("dualSidePosition"));
            return done.get("ok");
        });
        venue.own.put("POST marginType", p -> {
            margin = p.get("marginType");
            return done.get("ok");
        });
        venue.own.put("POST leverage", p -> {
            leverage = p.get("leverage");
            return FakeBinance.ok(
                    "{\"leverage\":" + leverage + ",\"maxNotionalValue\":\"1000\",\"symbol\":\"BTCUSDT\"}");
        });
    }

    private SessionHarness open(Map<String, String> settings) {
        return SessionHarness.open(false, settings, this::answers).seconds(60);
    }

    private static List<String> changes(SessionHarness h) {
        return h.venue.asked.stream().filter(line -> line.startsWith("POST ")).toList();
    }

    @Test
    void nothingIsAskedOrChangedWithoutASetting() {
        SessionHarness h = open(settings());
        assertThat(h.log.session).containsExactly("ready");
        assertThat(changes(h)).isEmpty();
        assertThat(h.venue.count("GET /fapi/v1/symbolConfig")).isZero();
    }

    @Test
    void modesAreChangedFirstThenLeverageAndAllIsReadAgainBeforeTheAccount() {
        isDual = true;
        SessionHarness h =
                open(settings("leverage", "BTCUSDT=5", "derivatives_mode", "isolated", "position_mode", "netting"));
        assertThat(h.log.session).containsExactly("ready");
        assertThat(changes(h)).containsExactly(MODE, MARGIN, LEVERAGE);
        assertThat(List.of(isDual, margin, leverage)).containsExactly(false, "ISOLATED", "5");
        List<String> after = h.venue.asked.subList(h.venue.asked.indexOf(LEVERAGE), h.venue.asked.size());
        assertThat(after.subList(1, 4))
                .containsExactly(
                        "GET /fapi/v1/positionSide/dual ",
                        "GET /fapi/v1/symbolConfig BTCUSDT",
                        "GET /fapi/v1/symbolConfig BTCUSDT");
        assertThat(h.venue.asked.stream().filter(line -> line.contains("/account ")))
                .isNotEmpty()
                .allMatch(after::contains);
    }

    @Test
    void whatIsAsWantedIsNotChanged() {
        SessionHarness h = open(
                settings("leverage", "BTCUSDT=20", "derivatives_mode", "BTCUSDT=cross", "position_mode", "netting"));
        assertThat(h.log.session).containsExactly("ready");
        assertThat(changes(h)).isEmpty();
    }

    @Test
    void noNeedToChangeIsNoRefusal() {
        SessionHarness h = SessionHarness.open(
                        false, settings("derivatives_mode", "BTCUSDT=isolated", "position_mode", "hedging"), venue -> {
                            answers(venue);
                            venue.bend(
                                    "POST /fapi/v1/marginType",
                                    a -> FakeBinance.error(400, -4046, "No need to change margin type."));
                            venue.bend(
                                    "POST /fapi/v1/positionSide/dual",
                                    a -> FakeBinance.error(400, -4059, "No need to change position side."));
                        })
                .seconds(60);
        assertThat(h.log.session).containsExactly("ready");
        assertThat(changes(h)).containsExactly(MODE, MARGIN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "leverage | BTCUSDT=100 | /fapi/v1/leverage | -4028 | Leverage 100 is not valid | the leverage of BTCUSDT is 20 at"
                        + " binance-usdm, which refuses to make it 100 | leave BTCUSDT out of leverage",
                "derivatives_mode | BTCUSDT=isolated | /fapi/v1/marginType | -4047 | there exists open orders | the margin mode of"
                        + " BTCUSDT is cross at binance-usdm, which refuses to make it isolated | cancel the orders",
                "position_mode | hedging | /fapi/v1/positionSide/dual | -4068 | there exists position | the position mode is"
                        + " netting at binance-usdm, which refuses to make it hedging | close the positions"
            })
    void aRefusalEndsTheSessionBeforeTheAccountIsRead(
            String name, String value, String path, int code, String said, String words, String remedy) {
        SessionHarness h = SessionHarness.open(false, settings(name, value), venue -> {
                    answers(venue);
                    venue.own.put(
                            "POST " + path.substring(path.lastIndexOf('/') + 1),
                            p -> FakeBinance.error(400, code, said));
                })
                .seconds(60);
        assertThat(h.log.session).hasSize(1);
        assertThat(h.log.session.get(0))
                .startsWith("failed " + words)
                .contains(code + " " + said, remedy)
                .doesNotContain("CANARY");
        assertThat(h.venue.count("GET /fapi/v3/account")).isZero();
    }

    @Test
    void anOutcomeThatIsNotKnownIsSettledByReading() {
        SessionHarness h = SessionHarness.open(false, settings("leverage", "BTCUSDT=5"), venue -> {
                    answers(venue);
                    venue.bend("POST /fapi/v1/leverage", answer -> FakeBinance.error(503, -1000, "Unknown error"));
                })
                .seconds(60);
        assertThat(h.log.session).containsExactly("ready");
        assertThat(changes(h)).as("it had its effect").containsExactly(LEVERAGE);
    }

    @Test
    void aSymbolThatIsNotListedEndsTheSessionBeforeAnythingIsSent() {
        SessionHarness h = open(settings("leverage", "BTCUSD=5"));
        assertThat(h.log.session).hasSize(1);
        assertThat(h.log.session.get(0)).contains("leverage names 'BTCUSD'", "binance-usdm lists no derivative");
        assertThat(changes(h)).isEmpty();
    }

    @Test
    void withoutKeysNothingIsAskedOfAnAccount() {
        Map<String, String> settings = settings("leverage", "BTCUSDT=5");
        settings.keySet().removeAll(List.of("key", "secret"));
        SessionHarness h = open(settings);
        assertThat(h.log.session).containsExactly("ready");
        assertThat(changes(h)).isEmpty();
    }

    @Test
    void spotHasNone() {
        for (String name : List.of("leverage", "derivatives_mode", "position_mode")) {
            assertThatThrownBy(() -> SessionHarness.open(true, settings(name, "x")))
                    .hasMessage(name + " has no effect on Binance Spot, which has no derivatives; leave it out");
        }
    }

    @Test
    void aValueOutOfRangeIsRefusedBeforeAnythingIsSent() {
        assertThatThrownBy(() -> SessionHarness.open(false, settings("leverage", "BTCUSDT=126")))
                .hasMessageContaining("1 to 125");
    }
}
