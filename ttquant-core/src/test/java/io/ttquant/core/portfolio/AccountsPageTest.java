package io.ttquant.core.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.account.PositionMode;
import io.ttquant.api.market.ContractType;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentBuilder;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.Side;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The examples of docs/concepts/accounts.md, and that it names what there is. */
class AccountsPageTest {
    private static final Currency BTC = Currency.of("BTC");
    private static final Currency ETH = Currency.of("ETH");
    private static final Currency USD = Currency.of("USD");
    private static String page = "";

    @BeforeAll
    static void read() throws IOException {
        page = Files.readString(Path.of("..", "docs", "concepts", "accounts.md"));
    }

    @Test
    void describesEveryContractAndEveryPositionMode() {
        for (ContractType type : ContractType.values()) {
            assertThat(page).contains("| `" + type + "` |");
        }
        for (PositionMode mode : PositionMode.values()) {
            assertThat(page).contains("| `" + mode + "` |");
        }
    }

    @Test
    void theInverseSwapOfTheExampleIsWorthWhatItSays() {
        Instrument swap = Instrument.inversePerpetual(InstrumentId.parse("okx:BTC-USD-SWAP"), BTC, USD)
                .tick("0.1")
                .lot("1")
                .multiplier(new BigDecimal("100"))
                .build();

        assertThat(page)
                .contains("swap.rawNotional(500_000, 10);   // " + swap.rawNotional(500_000, 10)
                        + ": 10 contracts of 100 USD at 50000.0 are 0.02 BTC");
    }

    @Test
    void theProfitsOfTheExamplesAreThoseOfTheLedger() {
        Instrument inverse = build(Instrument.inversePerpetual(InstrumentId.parse("x:A"), BTC, USD), "100");
        Instrument linear = build(Instrument.perpetual(InstrumentId.parse("x:B"), BTC, Currency.of("USDT")), "0.001");
        Instrument quanto = build(Instrument.quantoPerpetual(InstrumentId.parse("x:C"), ETH, USD, BTC), "0.000001");

        assertThat(page)
                .contains("2 contracts of 0.001 BTC, long from 30000 to 31000: " + profit(linear, 2, 30_000, 31_000))
                .contains("100 contracts of 100 USD, long from 10000 to 12500: " + profit(inverse, 100, 10_000, 12_500))
                .contains("100 contracts of 0.000001 BTC, long from 200 to 250: " + profit(quanto, 100, 200, 250));
    }

    private static Instrument build(InstrumentBuilder builder, String multiplier) {
        return builder.tick("1").lot("1").multiplier(new BigDecimal(multiplier)).build();
    }

    private static String profit(Instrument instrument, long quantity, long entry, long exit) {
        Ledger ledger = new Ledger(instrument.settlement(), FundsPolicy.STRICT, Map.of());
        ledger.register(instrument);
        PositionState p = ledger.position("s", instrument);
        ledger.apply(p, Side.BUY, entry, quantity, 0, instrument.settlement());
        ledger.apply(p, Side.SELL, exit, quantity, 0, instrument.settlement());
        return FixedPoint.toDecimal(p.rawRealized(), instrument.settlement().scale())
                        .stripTrailingZeros()
                        .toPlainString()
                + " " + instrument.settlement();
    }
}
