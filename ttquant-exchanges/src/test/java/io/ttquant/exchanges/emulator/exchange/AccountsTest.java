package io.ttquant.exchanges.emulator.exchange;

import static io.ttquant.exchanges.emulator.exchange.Floor.ALICE;
import static io.ttquant.exchanges.emulator.exchange.Floor.BOB;
import static io.ttquant.exchanges.emulator.exchange.Floor.SPOT;
import static io.ttquant.exchanges.emulator.exchange.Floor.buy;
import static io.ttquant.exchanges.emulator.exchange.Floor.number;
import static io.ttquant.exchanges.emulator.exchange.Floor.sell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Money in and out, fees, keys, and what is asked. */
class AccountsTest {
    private final Floor floor = Floor.binance();
    private final Accounts accounts = floor.exchange.accounts();

    @AfterEach
    void noMoneyIsMadeOrLost() {
        floor.exchange.assertConservation();
    }

    @Test
    void onlyWhatIsFreeCanLeave() {
        floor.submit(ALICE, buy("100", "999"));

        assertThat(accounts.withdraw(ALICE, "USDT", number("100.01")).reason())
                .isEqualTo(RefusalReason.INSUFFICIENT_BALANCE);
        assertThat(accounts.withdraw(ALICE, "USDT", number("100")).get().free()).isZero();
        assertThat(accounts.withdraw(ALICE, "USDT", number("-1")).reason()).isEqualTo(RefusalReason.BAD_REQUEST);
    }

    @Test
    void aTransferGoesFromOneAccountToTheOther() {
        accounts.transfer(ALICE, BOB, "BTC", number("3")).get();

        assertThat(floor.balance(ALICE, "BTC").total()).isEqualByComparingTo("7");
        assertThat(floor.balance(BOB, "BTC").total()).isEqualByComparingTo("13");
        assertThat(accounts.transfer(ALICE, "nobody", "BTC", number("3")).reason())
                .isEqualTo(RefusalReason.NO_ACCOUNT);
    }

    @Test
    void theFeeIsTakenFromWhatIsReceived() {
        accounts.settings().fees(ALICE, SPOT, FeeRates.of("0.001", "0.002"));
        accounts.settings().fees(BOB, SPOT, FeeRates.of("-0.0005", "0.002"));
        floor.submit(BOB, sell("100", "1"));
        floor.submit(ALICE, buy("100", "1"));

        assertThat(floor.balance(ALICE, "BTC").total()).isEqualByComparingTo("10.998");
        assertThat(floor.balance(BOB, "USDT").total()).isEqualByComparingTo("100100.05");
        Fill fill = accounts.fills(ALICE, 0).get(0);
        assertThat(fill.feeAsset()).isEqualTo("BTC");
        assertThat(fill.fee()).isEqualByComparingTo("0.002");
        assertThat(accounts.fills(BOB, 0).get(0).fee()).isEqualByComparingTo("-0.05");
    }

    @Test
    void theFeeIsPaidInACoinWhileThereIsEnoughOfIt() {
        floor.exchange
                .operator()
                .market(Market.spot("BNBUSDT", "BNB", "USDT", PriceRule.tick("0.01"), QuantityRule.lot("0.001")));
        OrderRequest bnb = OrderRequest.limit("BNBUSDT", Side.SELL, number("500"), number("0.001"));
        accounts.deposit(BOB, "BNB", number("1"));
        floor.submit(BOB, bnb);
        floor.submit(BOB, bnb.edit().side(Side.BUY).build());
        accounts.deposit(ALICE, "BNB", number("0.0004"));
        accounts.settings().fees(ALICE, SPOT, FeeRates.of("0.001", "0.001"));
        accounts.settings().feeCoin(ALICE, "BNB", number("0.75"));
        floor.submit(BOB, sell("100", "5"));

        floor.submit(ALICE, buy("100", "1"));
        floor.submit(ALICE, buy("100", "2"));

        // 0.075 USDT are 0.00015 BNB; twice that is not there any more after the second price.
        assertThat(accounts.fills(ALICE, 0)).extracting(Fill::feeAsset).containsExactly("BNB", "BTC");
        assertThat(floor.balance(ALICE, "BNB").total()).isEqualByComparingTo("0.00025");
    }

    @Test
    void fillsAndBillsAreAskedFromTheLastOneThatIsKnown() {
        floor.submit(BOB, sell("100", "5"));
        floor.submit(ALICE, buy("100", "1"));
        long known = accounts.fills(ALICE, 0).get(0).id();
        floor.submit(ALICE, buy("100", "2"));

        assertThat(accounts.fills(ALICE, known))
                .singleElement()
                .matches(fill -> fill.quantity().compareTo(number("2")) == 0);
        long bill = accounts.bills(ALICE, 0).get(0).id();
        assertThat(accounts.bills(ALICE, bill)).hasSize(accounts.bills(ALICE, 0).size() - 1);
    }

    @Test
    void anAccountIsFoundByItsKeyAndTheSecretHasNoText() {
        ApiKey key = ApiKey.trading("key-1", "c4n4ry-secret", "c4n4ry-phrase").with(Set.of(Permission.READ), false);
        accounts.open(AccountSpec.of("carol", key));

        AccountSpec found = accounts.byKey("key-1").orElseThrow();

        assertThat(found.id()).isEqualTo("carol");
        assertThat(found.toString()).doesNotContain("c4n4ry");
        assertThat(new String(found.keys().get(0).secret().bytes(), StandardCharsets.UTF_8))
                .isEqualTo("c4n4ry-secret");
        assertThat(accounts.byKey("key-2")).isEmpty();
    }

    @Test
    void anIdOrKeyIsUsedOnce() {
        assertThatThrownBy(() -> accounts.open(AccountSpec.of(ALICE))).isInstanceOf(IllegalArgumentException.class);
        ApiKey key = ApiKey.trading("key-1", "s", "");
        accounts.open(AccountSpec.of("carol", key));
        assertThatThrownBy(() -> accounts.open(AccountSpec.of("dave", key)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("key-1");
    }

    @Test
    void aRevokedKeySpeaksForNobody() {
        accounts.open(AccountSpec.of("carol", ApiKey.trading("key-1", "s", "")));

        accounts.keys("carol", List.of(ApiKey.trading("key-2", "s", "")));

        assertThat(accounts.byKey("key-1")).isEmpty();
        assertThat(accounts.byKey("key-2").orElseThrow().id()).isEqualTo("carol");
        assertThatThrownBy(() -> accounts.keys(ALICE, List.of(ApiKey.trading("key-2", "s", ""))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aQuestionAboutNobodyIsAMistake() {
        assertThatThrownBy(() -> accounts.balances("nobody")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> accounts.settings().leverage(ALICE, SPOT))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
