package io.ttquant.core.journal;

import io.ttquant.api.account.Balance;
import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.exchange.BarSink;
import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.ExternalOrder;
import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.market.TradingStatus;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.RejectReason;
import io.ttquant.core.engine.Engine;
import io.ttquant.core.engine.EngineCall;
import io.ttquant.core.engine.LiveAccount;
import io.ttquant.core.risk.TradingStage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Gives inputs that were written down to an engine. */
final class ReplayInputs {
    private final Engine engine;
    private final Map<Long, Order> orders;

    ReplayInputs(Engine engine, Map<Long, Order> orders) {
        this.engine = engine;
        this.orders = orders;
    }

    void give(Entry e) {
        switch (e.kind()) {
            case BARS_DECLARED,
                    BAR_OPEN,
                    BAR,
                    WHOLE_BAR,
                    BOOK_DECLARED,
                    ORDERS_DECLARED,
                    BOOK,
                    BOOK_LOST,
                    ORDER_BOOK,
                    ORDER_BOOK_LOST,
                    TRADE,
                    QUOTE,
                    FUNDING_RATE,
                    MARK_PRICE,
                    INDEX_PRICE,
                    STATUS -> market(e, engine);
            case ACCEPTED,
                    REJECTED,
                    TRIGGERED,
                    UPDATED,
                    REPRICED,
                    UPDATE_REJECTED,
                    FILLED,
                    CANCELED,
                    CANCEL_REJECTED,
                    EXPIRED,
                    UNKNOWN,
                    KNOWN -> report(e, order(e));
            case ADOPTED, AUDITED, BALANCE, FUNDING_PAID -> account(e);
            case ADVANCED -> engine.advanceTo(e.number(0));
            case STARTED,
                    STOPPED,
                    STRATEGIES_STOPPED,
                    TRIPPED,
                    RESET,
                    HELD,
                    RESUMED,
                    FLATTENED,
                    TRADING,
                    KEEPING,
                    MARKET_DATA -> call(e).on(engine);
            case INSTRUMENT,
                    CLOSED,
                    THREW,
                    CREATED,
                    COMMANDED,
                    EVENT,
                    NOTICE,
                    RISK,
                    STRATEGY,
                    SUBMIT,
                    SUBMIT_LEG,
                    SUBMIT_ALL,
                    CANCEL,
                    CANCEL_LEG,
                    CANCEL_ALL,
                    AMEND,
                    WANTED,
                    WANTED_BARS -> throw new JournalException("a " + e.kind() + " is no input");
        }
    }

    /** Gives market data to an engine. */
    static void market(Entry e, MarketDataSink to) {
        InstrumentSink sink = to.instrument(((Instrument) e.values().get(0)).id());
        switch (e.kind()) {
            case BARS_DECLARED, BAR_OPEN, BAR, WHOLE_BAR -> bar(e, sink.bars(BarSpec.parse(e.text(1))));
            case BOOK_DECLARED -> sink.book();
            case ORDERS_DECLARED -> sink.marketByOrder();
            case BOOK -> RecordedBook.replay(message(e), sink.book());
            case BOOK_LOST -> sink.book().lost(e.number(1), e.number(2));
            case ORDER_BOOK -> RecordedOrders.replay(message(e), sink.marketByOrder());
            case ORDER_BOOK_LOST -> sink.marketByOrder().lost(e.number(1), e.number(2));
            default -> price(e, sink);
        }
    }

    private static FrameInput message(Entry e) {
        return new FrameInput((byte[]) e.values().get(1), new Instruments(List.of()));
    }

    private static void bar(Entry e, BarSink bars) {
        switch (e.kind()) {
            case BAR_OPEN -> bars.open(e.number(2), e.number(3));
            case BAR ->
                bars.bar(
                        e.number(2),
                        e.number(3),
                        e.number(4),
                        e.number(5),
                        e.number(6),
                        e.number(7),
                        e.number(8),
                        e.number(9));
            case WHOLE_BAR ->
                bars.whole(
                        e.number(2),
                        e.number(3),
                        e.number(4),
                        e.number(5),
                        e.number(6),
                        e.number(7),
                        e.number(8),
                        e.number(9));
            default -> {
                // It was only declared.
            }
        }
    }

    private static void price(Entry e, InstrumentSink sink) {
        long tsEvent = e.number(1);
        long tsInit = e.number(2);
        switch (e.kind()) {
            case TRADE -> sink.trade(tsEvent, tsInit, e.number(3), e.number(4), AggressorSide.valueOf(e.text(5)));
            case QUOTE -> sink.quote(tsEvent, tsInit, e.number(3), e.number(4), e.number(5), e.number(6));
            case FUNDING_RATE -> sink.funding(tsEvent, tsInit, new BigDecimal(e.text(3)), e.number(4));
            case MARK_PRICE -> sink.markPrice(tsEvent, tsInit, e.number(3));
            case INDEX_PRICE -> sink.indexPrice(tsEvent, tsInit, e.number(3));
            default -> sink.status(tsEvent, tsInit, TradingStatus.valueOf(e.text(3)));
        }
    }

    private Order order(Entry e) {
        Order order = orders.get(e.number(0));
        if (order == null) {
            throw new JournalException("the report at byte " + e.offset() + " is of order #" + e.number(0)
                    + ", which the replay does not have");
        }
        return order;
    }

    private void report(Entry e, Order order) {
        LiveAccount to = engine.live();
        switch (e.kind()) {
            case ACCEPTED -> to.accepted(order, e.number(1));
            case REJECTED -> to.rejected(order, reason(e), e.text(2), e.number(3));
            case TRIGGERED -> to.triggered(order, e.number(1));
            case UPDATED -> to.updated(order, e.number(1), e.number(2), e.number(3), e.number(4));
            case REPRICED -> to.repriced(order, e.number(1), e.number(2), e.number(3));
            case UPDATE_REJECTED -> to.updateRejected(order, reason(e), e.text(2), e.number(3));
            case CANCELED -> to.canceled(order, e.text(1), e.number(2));
            case CANCEL_REJECTED -> to.cancelRejected(order, reason(e), e.text(2), e.number(3));
            case EXPIRED -> to.expired(order, e.number(1));
            case UNKNOWN -> to.outcomeUnknown(order, e.text(1), e.number(2));
            case KNOWN -> to.outcomeKnown(order, e.number(1));
            default ->
                to.filled(
                        order,
                        e.number(1),
                        e.number(2),
                        e.number(3),
                        e.number(4),
                        (Currency) e.values().get(5),
                        LiquiditySide.valueOf(e.text(6)),
                        FillReason.valueOf(e.text(7)),
                        e.number(8));
        }
    }

    private static RejectReason reason(Entry e) {
        return RejectReason.valueOf(e.text(1));
    }

    private void account(Entry e) {
        LiveAccount to = engine.live();
        Object first = e.values().get(0);
        switch (e.kind()) {
            case ADOPTED -> to.adopt((ExternalOrder) first);
            case AUDITED -> to.audited((AccountSnapshot) first);
            case BALANCE -> to.balance((Balance) first, e.number(1));
            default ->
                to.fundingPaid(
                        InstrumentId.parse(e.text(0)),
                        e.text(1),
                        (Currency) e.values().get(2),
                        e.number(3),
                        e.number(4));
        }
    }

    private static EngineCall call(Entry e) {
        return switch (e.kind()) {
            case STARTED -> new EngineCall.Start(e.number(0));
            case STRATEGIES_STOPPED -> new EngineCall.StopStrategies(e.text(0));
            case TRIPPED -> new EngineCall.Trip(e.text(0), e.text(1), e.flag(2));
            case RESET -> new EngineCall.Reset(e.text(0), e.text(1));
            case HELD -> new EngineCall.Hold(e.text(0), TradingStage.valueOf(e.text(1)), e.text(2), e.text(3));
            case FLATTENED -> new EngineCall.Flatten(e.text(0), e.text(1), e.text(2));
            case RESUMED -> new EngineCall.Resume(e.text(0), e.text(1), e.text(2));
            case TRADING -> new EngineCall.Trading(e.flag(0), e.text(1));
            case KEEPING -> new EngineCall.Keeping(e.flag(0), e.text(1));
            case MARKET_DATA ->
                new EngineCall.MarketData(InstrumentId.parse(e.text(0)), Capability.valueOf(e.text(1)), e.flag(2));
            default -> new EngineCall.Stop();
        };
    }
}
