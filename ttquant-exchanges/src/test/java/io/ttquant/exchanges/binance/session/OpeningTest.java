package io.ttquant.exchanges.binance.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.account.Balance;
import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.exchange.Capability;
import io.ttquant.api.money.Currency;
import io.ttquant.core.provider.Providers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpeningTest {
    @Test
    void withoutKeysThereIsMarketDataOnly() {
        SessionHarness h = SessionHarness.open(true, Map.of("environment", "live"));
        assertThat(h.log.session).as("never before open returns").isEmpty();
        h.seconds(5);
        assertThat(h.log.session).containsExactly("ready");
        assertThat(h.session.instruments()).hasSize(1);
        assertThat(h.session.account()).isEqualTo(AccountSnapshot.NONE);
        h.attach();
        h.session.subscribe(h.btc(), Capability.TRADES);
        h.seconds(5);
        h.venue.sockets.trade(1, "100.5", "0.002");
        h.seconds(1);
        assertThat(h.log.market).containsExactly("trade 1005 2 SELLER");
        assertThat(h.log.session).contains("TRADES true");
        assertThat(h.venue.asked).noneMatch(line -> line.contains("account"));
    }

    @Test
    void theClockIsReadFirstThenInstrumentsThenTheKeyThenTheAccount() {
        SessionHarness h =
                SessionHarness.open(true, SessionHarness.keys("live")).seconds(5);
        assertThat(h.venue.asked.stream().distinct().toList())
                .containsExactly(
                        "GET /api/v3/time ",
                        "GET /api/v3/exchangeInfo ",
                        "GET /sapi/v1/account/apiRestrictions ",
                        "GET /api/v3/account ",
                        "GET /api/v3/openOrders ");
        assertThat(h.session.account().balances())
                .containsExactly(new Balance(Currency.of("USDT"), 100_000_000_000L, 10_000_000_000L));
    }

    @Test
    void anAccountOfFuturesIsReadWithItsPositionsAndConditionalOrders() {
        SessionHarness h = SessionHarness.open(false, SessionHarness.keys("live"), venue -> {
            venue.position =
                    "{\"symbol\":\"BTCUSDT\",\"positionSide\":\"BOTH\",\"positionAmt\":\"-0.500\",\"entryPrice\":\"101.25\",\"updateTime\":0}";
            venue.orders.add(new FakeOrder(
                    5,
                    Map.of(
                            "symbol",
                            "BTCUSDT",
                            "side",
                            "BUY",
                            "type",
                            "STOP_MARKET",
                            "quantity",
                            "0.5",
                            "triggerPrice",
                            "120",
                            "clientAlgoId",
                            "byhand"),
                    1_700_000_000_000L,
                    true));
        });
        h.seconds(5);
        AccountSnapshot account = h.session.account();
        assertThat(account.positions()).hasSize(1);
        assertThat(account.positions().get(0).rawQuantity()).isEqualTo(-500);
        assertThat(account.positions().get(0).entryPrice()).isEqualByComparingTo("101.25");
        assertThat(account.openOrders()).extracting(order -> order.clientId()).containsExactly("byhand");
        assertThat(account.openOrders().get(0).request().rawTrigger()).isEqualTo(1200);
    }

    @Test
    void aKeyThatMayWithdrawIsRefusedForMoneyUnlessAllowed() {
        Map<String, String> settings = SessionHarness.keys("live");
        SessionHarness h =
                SessionHarness.open(true, settings, OpeningTest::mayWithdraw).seconds(5);
        assertThat(h.log.session).hasSize(1);
        assertThat(h.log.session.get(0))
                .startsWith("failed")
                .contains("may withdraw", "allow_unsafe_key")
                .doesNotContain("CANARY");
        assertThat(h.venue.asked).noneMatch(line -> line.contains("openOrders"));

        settings.put("allow_unsafe_key", "withdraw,any_address");
        SessionHarness allowed =
                SessionHarness.open(true, settings, OpeningTest::mayWithdraw).seconds(5);
        assertThat(allowed.log.session).containsExactly("ready");
    }

    private static void mayWithdraw(FakeBinance venue) {
        venue.permissions = venue.permissions.replace("\"enableWithdrawals\":false", "\"enableWithdrawals\":true");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"enableWithdrawals\":false,', '', may withdraw",
        "'\"enableWithdrawals\":false', '\"enableWithdrawals\":\"no\"', may withdraw",
        "'\"enableInternalTransfer\":false', '\"enableInternalTransfer\":true', may transfer money to other accounts",
        "'\"permitsUniversalTransfer\":false', '\"permitsUniversalTransfer\":true', may transfer money to other accounts",
        "'\"ipRestrict\":true,', '', works from every address",
    })
    void aKeyOfWhichItIsNotSaidThatItMayNotIsRefusedForMoney(String before, String after, String why) {
        SessionHarness h = SessionHarness.open(true, SessionHarness.keys("live"), venue -> {
                    assertThat(venue.permissions).contains(before);
                    venue.permissions = venue.permissions.replace(before, after);
                })
                .seconds(5);
        assertThat(h.log.session).hasSize(1);
        assertThat(h.log.session.get(0)).startsWith("failed").contains(why);
    }

    @Test
    void aKeyThatWorksFromEverywhereIsRefusedForMoney() {
        SessionHarness h = SessionHarness.open(
                        false,
                        SessionHarness.keys("live"),
                        venue -> venue.permissions =
                                venue.permissions.replace("\"ipRestrict\":true", "\"ipRestrict\":false"))
                .seconds(5);
        assertThat(h.log.session.get(0)).startsWith("failed").contains("works from every address");
    }

    @Test
    void aClockThatIsFarOffEndsTheSession() {
        SessionHarness h = SessionHarness.open(true, SessionHarness.keys("live"), venue -> venue.aheadMillis = 60_000)
                .seconds(5);
        assertThat(h.log.session).hasSize(1);
        assertThat(h.log.session.get(0)).startsWith("failed").contains("NTP");
    }

    @Test
    void aWrongKeyEndsTheSessionAndAnErrorThatPassesDoesNot() {
        SessionHarness wrong = SessionHarness.open(
                        true,
                        SessionHarness.keys("testnet"),
                        venue -> venue.bend(
                                "GET /api/v3/openOrders",
                                answer -> FakeBinance.error(
                                        401, -2015, "Invalid API-key, IP, or permissions for action.")))
                .seconds(5);
        assertThat(wrong.log.session.get(0)).startsWith("failed").contains("-2015");
        SessionHarness busy = SessionHarness.open(
                        true,
                        SessionHarness.keys("testnet"),
                        venue -> venue.bend("GET /api/v3/openOrders", answer -> FakeBinance.error(503, -1008, "busy")))
                .seconds(10);
        assertThat(busy.log.session).hasSize(2);
        assertThat(busy.log.session.get(1)).isEqualTo("ready");
    }

    @Test
    void anAccountThatChangesWhileItIsReadIsReadAgain() {
        SessionHarness h = SessionHarness.open(true, SessionHarness.keys("testnet"), venue -> {
            venue.bend("GET /api/v3/account", answer -> {
                venue.orders.add(new FakeOrder(
                        9,
                        Map.of("symbol", "BTCUSDT", "side", "BUY", "type", "LIMIT", "quantity", "1", "price", "90"),
                        1_700_000_000_000L,
                        false));
                return answer;
            });
        });
        h.seconds(5);
        assertThat(h.venue.count("GET /api/v3/account")).isEqualTo(2);
        assertThat(h.session.account().openOrders()).hasSize(1);
    }

    @Test
    void bothAreFoundByTheirIds() {
        assertThat(Providers.exchanges().ids()).contains("binance", "binance-usdm");
        assertThat(new BinanceUsdmProvider().capabilities())
                .contains(Capability.AMEND, Capability.REDUCE_ONLY, Capability.HISTORY_TRADES);
        assertThat(new BinanceSpotProvider().capabilities())
                .contains(Capability.REDUCE_QUANTITY, Capability.HISTORY_TRADES)
                .doesNotContain(Capability.AMEND, Capability.FUNDING);
    }

    @Test
    void theTestNetworkReachesNoHostOfProduction() {
        for (boolean isSpot : new boolean[] {true, false}) {
            SessionHarness h =
                    SessionHarness.open(isSpot, SessionHarness.keys("testnet")).seconds(5);
            h.attach().seconds(5);
            h.session.subscribe(h.btc(), Capability.BOOKS);
            h.seconds(5);
            assertThat(h.log.isTrading).isTrue();
            assertThat(h.hosts).isNotEmpty().allMatch(host -> host.contains("testnet") || host.startsWith("demo-"));
            assertThat(h.venue.sockets.opened)
                    .isNotEmpty()
                    .allMatch(host -> host.contains("testnet") || host.startsWith("demo-"));
        }
    }
}
