package io.ttquant.backtest.junit.conformance;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.Bar;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.FundingRate;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.Quote;
import io.ttquant.api.market.Trade;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.Side;
import io.ttquant.api.order.TimeInForce;
import io.ttquant.api.storage.BookLevel;
import io.ttquant.api.storage.BookSnapshot;
import io.ttquant.api.storage.RunEntry;
import io.ttquant.api.storage.RunKind;
import io.ttquant.api.storage.RunRecord;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the storage suite writes: awkward on purpose. */
final class StorageSamples {
    static final Instrument BTC = Instrument.spot("test:BTCUSDT", "BTC", "USDT")
            .tick("0.01")
            .lot("0.00001")
            .build();
    static final Instrument OTHER = Instrument.spot("test:BTC-USDT'; --", "BTC", "USDT")
            .tick("0.01")
            .lot("0.00001")
            .build();
    /** 2024-01-01T00:00:00.000000001Z: no whole microsecond. */
    static final long T = 1_704_067_200_000_000_001L;
    /** The largest price of a book, which no double holds. */
    static final long LARGE = (1L << 62) - 1;

    private static final BigDecimal FINE = new BigDecimal("123456789012.123456789012345678");
    private static final String TEXT = "it's \"odd\"; \\ DROP TABLE -- \u00e9\u4e2d\ud83d\ude80\n\ttab";

    private StorageSamples() {}

    static Trade trade(Instrument instrument, long nanos, long rawPrice) {
        return new Trade(instrument, nanos, nanos + 7, rawPrice, LARGE, AggressorSide.SELLER);
    }

    static Quote quote(long nanos, long rawBid) {
        return new Quote(BTC, nanos, nanos + 1, rawBid, 3, LARGE, 0);
    }

    static Bar bar(BarSpec spec, long close, long rawClose) {
        return new Bar(BTC, spec, close - 60_000_000_000L, close, close + 5, 1, LARGE, 1, rawClose, LARGE - 1);
    }

    static BookSnapshot book(long nanos, long rawQuantity) {
        return new BookSnapshot(
                BTC,
                nanos,
                nanos + 2,
                List.of(new BookLevel(100, rawQuantity), new BookLevel(99, LARGE)),
                List.of(new BookLevel(LARGE, 1)));
    }

    static FundingRate funding(long nanos, String rate) {
        return new FundingRate(BTC, nanos, nanos, new BigDecimal(rate), nanos + 1);
    }

    static RunRecord run(String id) {
        return new RunRecord(id, RunKind.LIVE, T, Map.of("fast", "10", TEXT, ""), "sha256:0");
    }

    static RunEntry equity(long number, String amount) {
        return new RunEntry.EquityAt(number, T, Currency.of("USDT"), new BigDecimal(amount));
    }

    static RunEntry fill(long number, long tradeId) {
        return fill(number, tradeId, FINE, Currency.of("BTC", 18));
    }

    private static RunEntry fill(
            long number, long tradeId, @Nullable BigDecimal notional, @Nullable Currency notionalCurrency) {
        return new RunEntry.Filled(
                number,
                T,
                T + number,
                "tt1",
                "cross",
                BTC.id(),
                tradeId,
                Side.SELL,
                FINE,
                new BigDecimal("0.00001"),
                new BigDecimal("-0.000000000000000001"),
                Currency.of("BNB", 18),
                LiquiditySide.MAKER,
                FillReason.EXCHANGE,
                notional,
                notionalCurrency);
    }

    /** An entry of each kind, all at one time. */
    static List<RunEntry> oneOfEach() {
        Currency usdt = Currency.of("USDT");
        return List.of(
                order(0, null, null, ""),
                order(1, FINE, BigDecimal.ONE, TEXT),
                fill(2, Long.MAX_VALUE),
                new RunEntry.PositionAt(
                        3, T, "cross", BTC.id(), PositionSide.SHORT, FINE.negate(), FINE, BigDecimal.ZERO, usdt),
                new RunEntry.PositionAt(4, T, "", BTC.id(), PositionSide.NET, BigDecimal.ZERO, null, FINE, usdt),
                new RunEntry.BalanceAt(5, T, usdt, FINE, new BigDecimal("0.1")),
                equity(6, "-0.00000001"),
                new RunEntry.Payment(7, T, "FUNDING", "cross", BTC.id(), usdt, FINE.negate(), TEXT),
                new RunEntry.Payment(8, T, "INTEREST", "", null, usdt, BigDecimal.ONE, ""),
                new RunEntry.StrategyState(9, T, "cross", "last", TEXT),
                new RunEntry.RiskAct(10, T, "", "Tripped", "DRAWDOWN", TEXT),
                new RunEntry.Ended(11, T, Map.of("sharpe", 1.0 / 3, "sortino", Double.NaN)),
                fill(12, 1, null, null));
    }

    private static RunEntry order(
            long number, @Nullable BigDecimal price, @Nullable BigDecimal trigger, String message) {
        return new RunEntry.OrderChange(
                number,
                T,
                T,
                "tt1",
                "cross",
                BTC.id(),
                Side.BUY,
                OrderType.STOP_LIMIT,
                TimeInForce.GTD,
                OrderStatus.PENDING_CANCEL,
                FINE,
                BigDecimal.ZERO,
                price,
                trigger,
                "Accepted",
                message);
    }
}
