package io.ttquant.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.market.Trade;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.data.TradeColumns;
import io.ttquant.core.margin.AccountConfig;
import io.ttquant.core.margin.BorrowTerms;
import io.ttquant.core.matching.RateFees;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.core.portfolio.FundsPolicy;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Spot on borrowed money as a user sees it: in a backtest, its result and its report. */
class BorrowingBacktestTest {
    private static final Instrument SPOT = Instrument.spot(
                    InstrumentId.parse("sim:BTCUSDT"), Currency.of("BTC"), Currency.of("USDT"))
            .tick("1")
            .lot("0.1")
            .build();
    private static final AccountConfig LIMITED = AccountConfig.DEFAULT.withBorrowing(BorrowTerms.DEFAULT);

    /** Buys a quantity at the first trade. */
    private static final class BuyOnce extends Strategy {
        private final String quantity;
        private boolean isDone;

        BuyOnce(String quantity) {
            this.quantity = quantity;
        }

        @Override
        protected void onStart(StrategyContext ctx) {
            ctx.subscribeTrades(SPOT.id());
        }

        @Override
        protected void onTrade(Trade trade) {
            if (!isDone) {
                isDone = true;
                orders().buy(SPOT.id()).quantity(quantity).market().submit();
            }
        }
    }

    private static BacktestResult run(AccountConfig account, String quantity, long... prices) {
        TradeColumns.Builder trades = TradeColumns.builder(SPOT);
        for (int i = 0; i < prices.length; i++) {
            trades.add(i * EpochNanos.SECOND, prices[i], 1_000, AggressorSide.NONE);
        }
        return Backtest.of(trades.build())
                .cash("1000 USDT")
                .simulation(SimulationConfig.DEFAULT.withFees(RateFees.of("0", "0")))
                .funds(FundsPolicy.BORROW)
                .account(account)
                .strategy("s", new BuyOnce(quantity))
                .run();
    }

    @Test
    void whatWouldOweTooMuchIsRefusedWithItsNumbers() {
        BacktestResult result = run(LIMITED, "6.1", 500, 500);
        assertThat(result.fills()).isEmpty();
        assertThat(result.refusals()).singleElement().satisfies(r -> {
            assertThat(r.reason()).isEqualTo(RejectReason.INSUFFICIENT_MARGIN);
            assertThat(r.message()).contains("owe 2050.00000000 USDT", "more than the 2000.00000000 USDT");
        });
    }

    @Test
    void aLiquidationIsInTheResultAndInItsReport() {
        BacktestResult result = run(LIMITED.withLiquidationFee(new BigDecimal("0.01")), "6", 500, 400, 360, 300);
        // 2,000 owed; 6 at 360 are 2,160, a level of 1.08.
        assertThat(result.fills()).last().satisfies(f -> {
            assertThat(f.reason()).isEqualTo(FillReason.LIQUIDATION);
            assertThat(f.rawPrice()).isEqualTo(360);
        });
        assertThat(result.finalEquity()).isEqualTo(160 - 21.6);
        assertThat(result.report().summary()).contains("liquidation of the account: its margin level of 1.0800");
        assertThat(Assumptions.of(result))
                .hasEntrySatisfying(
                        "Funds",
                        text -> assertThat(text)
                                .contains(
                                        "at most equity x 2 (leverage 3)",
                                        "a margin level of 1.1 or below",
                                        "a fee of 1%"));
    }

    @Test
    void anAccountWithoutALimitSaysSo() {
        BacktestResult result = run(AccountConfig.DEFAULT, "100", 500, 10);
        assertThat(result.finalEquity()).isEqualTo(1_000 - 100 * 490);
        assertThat(Assumptions.of(result))
                .hasEntrySatisfying(
                        "Funds",
                        text -> assertThat(text)
                                .startsWith("balances may go below zero, without a limit")
                                .contains("spot is never liquidated"));
    }
}
