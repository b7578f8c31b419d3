package io.ttquant.exchanges.okx.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.account.PositionMode;
import io.ttquant.exchanges.transport.HttpRequest;
import io.ttquant.exchanges.transport.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Leverage and position mode that settings ask for are seen to before the account is read. */
class OkxSetupTest {
    private static final String SET_LEVERAGE = "/api/v5/account/set-leverage";
    private static final String SET_MODE = "/api/v5/account/set-position-mode";
    private static final String SWAP = "BTC-USDT-SWAP";

    private final Session s = Session.withKeys();
    private final Map<String, String> leverage = new HashMap<>(Map.of("net", "20", "long", "20", "short", "20"));
    private String mode = "net_mode";

    OkxSetupTest() {
        s.venue.on(
                "/api/v5/account/config", r -> OkxVenue.data(OkxVenue.config("read_only,trade", "1.2.3.4", "2", mode)));
        s.venue.on("/api/v5/account/leverage-info", this::leverageInfo);
        s.venue.on(SET_LEVERAGE, r -> {
            String side = field(r, "posSide");
            leverage.put(side.isEmpty() ? "net" : side, field(r, "lever"));
            return OkxVenue.data(
                    "{\"instId\":\"" + SWAP + "\",\"lever\":\"5\",\"mgnMode\":\"cross\",\"posSide\":\"\"}");
        });
        s.venue.on(SET_MODE, r -> {
            mode = field(r, "posMode");
            return OkxVenue.data("{\"posMode\":\"" + mode + "\"}");
        });
    }

    /** Each side has its own where it has margin of its own. */
    private HttpResponse leverageInfo(HttpRequest r) {
        boolean isBySide = mode.equals("long_short_mode") && r.uri().getQuery().contains("isolated");
        return OkxVenue.data(isBySide ? row("long") + "," + row("short") : row("net"));
    }

    private String row(String side) {
        return "{\"instId\":\"" + SWAP + "\",\"ccy\":\"\",\"mgnMode\":\"x\",\"posSide\":\"" + side + "\",\"lever\":\""
                + leverage.get(side) + "\"}";
    }

    private static String field(HttpRequest request, String name) {
        Matcher found = Pattern.compile("\"" + name + "\":\"([^\"]*)\"")
                .matcher(new String(request.body(), StandardCharsets.UTF_8));
        return found.find() ? found.group(1) : "";
    }

    private List<String> bodies(String path) {
        return s.venue.requests.stream()
                .filter(r -> r.uri().getPath().equals(path))
                .map(r -> new String(r.body(), StandardCharsets.UTF_8))
                .toList();
    }

    private int at(String path) {
        for (int i = 0; i < s.venue.requests.size(); i++) {
            if (s.venue.requests.get(i).uri().getPath().equals(path)) {
                return i;
            }
        }
        return -1;
    }

    @Test
    void nothingIsAskedOrChangedWithoutASetting() {
        s.open();
        assertThat(s.heard).containsExactly("ready");
        assertThat(s.venue.asked("/api/v5/account/leverage-info")).isZero();
        assertThat(bodies(SET_LEVERAGE)).isEmpty();
        assertThat(bodies(SET_MODE)).isEmpty();
        assertThat(s.venue.asked("/api/v5/account/config"))
                .as("at first, and with what the account holds")
                .isEqualTo(2);
    }

    @Test
    void theModeIsChangedFirstAndTheAccountIsReadInIt() {
        s.with("position_mode", "hedging").with("leverage", SWAP + "=5").open();
        assertThat(s.heard).containsExactly("ready");
        assertThat(bodies(SET_MODE)).containsExactly("{\"posMode\":\"long_short_mode\"}");
        assertThat(bodies(SET_LEVERAGE))
                .containsExactly("{\"instId\":\"" + SWAP + "\",\"lever\":\"5\",\"mgnMode\":\"cross\"}");
        assertThat(at(SET_MODE)).isLessThan(at(SET_LEVERAGE));
        assertThat(at(SET_LEVERAGE)).isLessThan(at("/api/v5/account/balance"));
        assertThat(s.session.account().positionMode()).isEqualTo(PositionMode.HEDGING);
    }

    @Test
    void isolatedLongAndShortHaveTheirOwnLeverage() {
        mode = "long_short_mode";
        leverage.put("long", "5");
        s.with("derivatives_mode", "isolated").with("leverage", SWAP + "=5").open();
        assertThat(s.heard).containsExactly("ready");
        assertThat(bodies(SET_LEVERAGE))
                .containsExactly(
                        "{\"instId\":\"" + SWAP + "\",\"lever\":\"5\",\"mgnMode\":\"isolated\",\"posSide\":\"short\"}");
        assertThat(leverage).containsEntry("short", "5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "5.0", "5.00"})
    void whatIsAsWantedIsNotChanged(String told) {
        leverage.put("net", told);
        s.with("leverage", SWAP + "=5").with("position_mode", "netting").open();
        assertThat(s.heard).containsExactly("ready");
        assertThat(bodies(SET_LEVERAGE)).isEmpty();
        assertThat(bodies(SET_MODE)).isEmpty();
    }

    @Test
    void aRefusalOfTheModeEndsTheSession() {
        s.venue.on(
                SET_MODE,
                r -> OkxVenue.error(
                        200,
                        "59000",
                        "Settings failed. Close any open positions or orders before modifying settings."));
        s.with("position_mode", "hedging").open();
        assertThat(s.heard)
                .containsExactly("failed the position mode is netting at okx, which refuses to make it hedging: 59000"
                        + " Settings failed. Close any open positions or orders before modifying settings.; it can be"
                        + " changed while nothing is open in any derivative: cancel the orders and close the positions, or"
                        + " leave position_mode out");
        assertThat(s.venue.asked("/api/v5/account/balance")).isZero();
    }

    @Test
    void aRefusalOfLeverageEndsTheSession() {
        s.venue.on(SET_LEVERAGE, r -> OkxVenue.error(200, "59102", "Leverage exceeds the maximum limit"));
        s.with("leverage", SWAP + "=125").open();
        assertThat(s.heard).hasSize(1);
        assertThat(s.heard.get(0))
                .startsWith("failed the leverage of BTC-USDT-SWAP is 20 at okx, which refuses to make it 125: 59102")
                .endsWith("or leave BTC-USDT-SWAP out of leverage");
    }

    @Test
    void anOutcomeThatIsNotKnownIsSettledByReading() {
        s.venue.on(SET_LEVERAGE, r -> {
            leverage.put("net", field(r, "lever"));
            return OkxVenue.error(502, "50001", "Service temporarily unavailable");
        });
        s.with("leverage", SWAP + "=5").open();
        assertThat(s.heard).containsExactly("ready");
        assertThat(bodies(SET_LEVERAGE)).hasSize(1);
    }

    @Test
    void whatCannotBeReadNowIsReadLater() {
        int[] left = {2};
        s.venue.on(
                "/api/v5/account/leverage-info",
                r -> left[0]-- > 0 ? OkxVenue.error(503, "50001", "busy") : leverageInfo(r));
        s.with("leverage", SWAP + "=5").open();
        assertThat(s.heard).containsExactly("ready");
        assertThat(bodies(SET_LEVERAGE)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BTC-USDT", "BTCUSDT", "btc-usdt-swap"})
    void aSymbolThatIsNoDerivativeEndsTheSessionBeforeAnythingIsSent(String symbol) {
        s.with("leverage", symbol + "=5").with("position_mode", "hedging").open();
        assertThat(s.heard).hasSize(1);
        assertThat(s.heard.get(0)).contains("leverage names '" + symbol + "'", "okx lists no derivative of that name");
        assertThat(bodies(SET_MODE)).isEmpty();
    }

    @Test
    void aValueOutOfRangeIsRefusedBeforeAnythingIsSent() {
        assertThatThrownBy(
                        () -> Session.withKeys().with("leverage", SWAP + "=0").open())
                .hasMessageContaining("1 to 125");
        assertThatThrownBy(() -> Session.withKeys().with("position_mode", "net").open())
                .hasMessageContaining("neither netting nor hedging");
    }

    @Test
    void withoutKeysNothingIsAskedOfAnAccount() {
        Session open = new Session()
                .with("leverage", SWAP + "=5")
                .with("position_mode", "hedging")
                .open();
        assertThat(open.heard).containsExactly("ready");
        assertThat(open.venue.asked("/api/v5/account/leverage-info")).isZero();
    }
}
