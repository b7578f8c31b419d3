package io.ttquant.core.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConversionTest {
    private static final Currency BTC = Currency.of("BTC", 8);
    private static final Currency ETH = Currency.of("ETH", 8);
    private static final Currency USDT = Currency.of("USDT", 6);
    private static final Currency EUR = Currency.of("EUR", 2);
    private static final Currency USDC = Currency.of("USDC", 6);
    private static final Instrument BTC_USDT = spot("BTCUSDT", BTC, USDT, "0.1");
    private static final Instrument ETH_BTC = spot("ETHBTC", ETH, BTC, "0.00001");
    private static final Instrument ETH_USDT = spot("ETHUSDT", ETH, USDT, "0.01");
    private static final Instrument EUR_USDT = spot("EURUSDT", EUR, USDT, "0.0001");
    private static final Instrument USDT_EUR = spot("USDTEUR", USDT, EUR, "0.0001");

    private static Instrument spot(String name, Currency base, Currency quote, String tick) {
        return Instrument.spot(InstrumentId.parse("x:" + name), base, quote)
                .tick(tick)
                .lot("0.01")
                .build();
    }

    private static Ledger ledger(Currency reporting, Map<Currency, Long> start, Instrument... instruments) {
        Ledger ledger = new Ledger(reporting, FundsPolicy.BORROW, start);
        for (Instrument instrument : instruments) {
            ledger.register(instrument);
        }
        return ledger;
    }

    @Test
    void aCurrencyIsValuedThroughAnotherAndRoundedOnce() {
        Ledger ledger = ledger(USDT, Map.of(ETH, 3_00000000L), ETH_BTC, BTC_USDT);
        ledger.mark(ETH_BTC, 3_333);
        ledger.mark(BTC_USDT, 30_000_7);

        assertThat(ledger.conversionPaths()).containsEntry(ETH, "x:ETHBTC, then x:BTCUSDT");
        // 3 × 0.03333 × 30000.7
        assertThat(ledger.rawEquity()).isEqualTo(2_999_769993L);
    }

    @Test
    void aPriceIsDividedByWhereThePathGoesAgainstIt() {
        Ledger ledger = ledger(EUR, Map.of(BTC, 2_00000000L), BTC_USDT, EUR_USDT);
        ledger.mark(BTC_USDT, 30_000_0);
        ledger.mark(EUR_USDT, 1_0900);

        assertThat(ledger.conversionPaths()).containsEntry(BTC, "x:BTCUSDT, then x:EURUSDT (inverted)");
        // 60000 ÷ 1.09 = 55045.871…
        assertThat(ledger.rawEquity()).isEqualTo(55_045_87L);
        assertThat(ledger.rawValue(EUR, 1_00L, BTC)).isEqualTo(3633L);
    }

    @Test
    void theShortestPathIsTakenAndAMultiplicationBeforeADivision() {
        Ledger ledger = ledger(USDT, Map.of(ETH, 1L, EUR, 1L), ETH_BTC, BTC_USDT, ETH_USDT, USDT_EUR, EUR_USDT);

        assertThat(ledger.conversionPaths())
                .containsEntry(ETH, "x:ETHUSDT")
                .containsEntry(EUR, "x:EURUSDT")
                .containsEntry(BTC, "x:BTCUSDT");
    }

    @Test
    void thePathStaysTheSameWhateverPricesAreKnownAndTheMissingOneIsNamed() {
        Ledger ledger = ledger(USDT, Map.of(ETH, 1_00000000L), ETH_BTC, BTC_USDT, ETH_USDT);
        ledger.mark(ETH_BTC, 3_333);
        ledger.mark(BTC_USDT, 30_000_0);

        assertThat(ledger.isValued()).isFalse();
        assertThat(ledger.rawEquity()).isEqualTo(Ledger.UNKNOWN);
        assertThat(ledger.equity()).isNaN();
        assertThat(ledger.rawStartEquity()).isEqualTo(Ledger.UNKNOWN);
        assertThat(ledger.missingPrice()).isEqualTo("no price of ETH in USDT is known, because x:ETHUSDT has had none");
    }

    @Test
    void aCurrencyThatNothingLeadsToMakesEquityUnavailableOnlyWhileItIsHeld() {
        Ledger ledger = ledger(USDT, Map.of(USDT, 5_000000L), BTC_USDT);
        ledger.mark(BTC_USDT, 30_000_0);
        assertThat(ledger.rawEquity()).isEqualTo(5_000000L);
        ledger.apply(ledger.position("s", BTC_USDT), Side.BUY, 30_000_0, 1, 7, USDC);

        assertThat(ledger.rawEquity()).isEqualTo(Ledger.UNKNOWN);
        assertThat(ledger.missingPrice())
                .isEqualTo("no price of USDC in USDT is known, because no instrument and no fixed rate leads from one"
                        + " to the other");
    }

    @Test
    void aFixedRateIsTakenBeforeInstrumentsAndNothingIsPeggedWithoutOne() {
        Ledger ledger = ledger(USDT, Map.of(USDC, 100_000000L));
        assertThat(ledger.rawEquity()).isEqualTo(Ledger.UNKNOWN);
        ledger.fixRate(USDC, USDT, new BigDecimal("0.9990"));

        assertThat(ledger.rawEquity()).isEqualTo(99_900000L);
        assertThat(ledger.fixedRates()).containsExactly("the fixed rate 0.999 USDT for a USDC");
        ledger.register(spot("USDCUSDT", USDC, USDT, "0.0001"));
        assertThat(ledger.rawEquity()).isEqualTo(99_900000L);
    }

    @Test
    void aFixedRateThatSaysNothingIsRefused() {
        Ledger ledger = ledger(USDT, Map.of());
        for (String rate : new String[] {"0", "-1", "0.0000000000000000001", "12345678901234567890"}) {
            assertThatThrownBy(() -> ledger.fixRate(USDC, USDT, new BigDecimal(rate)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("must be above zero, between two currencies, and have at most 18 digits");
        }
        assertThatThrownBy(() -> ledger.fixRate(USDT, USDT, BigDecimal.ONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a fixed rate of 1 USDT for one USDT");
    }

    @Test
    void thePriceOfASwapCountsOnlyWhereSpotLeadsNowhereAndThatOfADatedFutureNever() {
        Instrument swap = Instrument.inversePerpetual(InstrumentId.parse("x:BTCUSDTSWAP"), BTC, USDT)
                .tick("0.1")
                .lot("1")
                .build();
        Instrument future = Instrument.future(InstrumentId.parse("x:ETHUSDTDEC"), ETH, USDT)
                .tick("0.1")
                .lot("1")
                .expiry(Instant.parse("2026-12-25T08:00:00Z"))
                .build();
        Ledger ledger = ledger(USDT, Map.of(), swap, future);
        assertThat(ledger.conversionPaths()).containsEntry(BTC, "x:BTCUSDTSWAP").containsEntry(ETH, "");
        ledger.register(EUR_USDT);
        ledger.register(spot("BTCEUR", BTC, EUR, "0.1"));

        assertThat(ledger.conversionPaths()).containsEntry(BTC, "x:BTCEUR, then x:EURUSDT");
    }

    @Test
    void whatIsSettledInAnotherCurrencyIsAddedThereAndConvertedOnce() {
        Instrument inverse = Instrument.inversePerpetual(InstrumentId.parse("x:BTCUSD"), BTC, Currency.of("USD"))
                .tick("0.5")
                .lot("1")
                .build();
        Ledger ledger = ledger(USDT, Map.of(BTC, 1_00000000L), BTC_USDT, inverse);
        ledger.mark(BTC_USDT, 12_000_0);
        ledger.apply(ledger.position("s", inverse), Side.BUY, 10_000_0, 10_000, 0, BTC);
        ledger.mark(inverse, 12_500_0);

        assertThat(ledger.rawEquity()).isEqualTo(14_400_000000L);
        assertThat(ledger.rawProfit("s")).isEqualTo(2_400_000000L);
    }
}
