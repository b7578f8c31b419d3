package io.ttquant.exchanges.binance.session;

import io.ttquant.api.account.Balance;
import io.ttquant.api.exchange.AccountSink;
import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.exchange.BarSink;
import io.ttquant.api.exchange.BookSink;
import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.ExternalOrder;
import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.exchange.MarketByOrderSink;
import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.api.exchange.SessionListener;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.market.TradingStatus;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.RejectReason;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Writes down what an engine would hear. */
final class EngineLog implements MarketDataSink, AccountSink, SessionListener {
    final List<String> market = new ArrayList<>();
    final List<String> orders = new ArrayList<>();
    final List<String> session = new ArrayList<>();
    private final Function<InstrumentId, Instrument> instruments;
    final List<TestOrder> adoptions = new ArrayList<>();
    boolean isTrading;

    EngineLog(Function<InstrumentId, Instrument> instruments) {
        this.instruments = instruments;
    }

    @Override
    public void ready() {
        session.add("ready");
    }

    @Override
    public void trading(boolean mayTrade, String why) {
        isTrading = mayTrade;
        session.add("trading " + mayTrade + " " + why);
    }

    @Override
    public void marketData(InstrumentId instrument, Capability kind, boolean isLive) {
        session.add(kind + " " + isLive);
    }

    @Override
    public void failed(String reason) {
        session.add("failed " + reason);
    }

    @Override
    public Order adopt(ExternalOrder order) {
        orders.add("adopt " + order.clientId());
        TestOrder adopted = new TestOrder(order.clientId(), order.request(), order.tsEvent());
        adopted.status = order.status();
        adopted.rawFilled = order.rawFilled();
        adoptions.add(adopted);
        return adopted;
    }

    @Override
    public void audited(AccountSnapshot account) {
        orders.add("audited");
    }

    @Override
    public void balance(Balance balance, long tsEvent) {
        orders.add("balance " + balance.currency().code() + " " + balance.rawTotal());
    }

    @Override
    public void fundingPaid(InstrumentId instrument, String id, Currency currency, long rawAmount, long tsEvent) {
        orders.add("funding " + id + " " + rawAmount);
    }

    private void end(Order order, OrderStatus status) {
        ((TestOrder) order).status = status;
    }

    @Override
    public void accepted(Order order, long tsEvent) {
        orders.add("accepted " + order.clientId());
        end(order, OrderStatus.ACCEPTED);
    }

    @Override
    public void rejected(Order order, RejectReason reason, String message, long tsEvent) {
        orders.add("rejected " + order.clientId() + " " + reason);
        end(order, OrderStatus.REJECTED);
    }

    @Override
    public void triggered(Order order, long tsEvent) {
        orders.add("triggered " + order.clientId());
    }

    @Override
    public void updated(Order order, long rawQuantity, long rawPrice, long rawTrigger, long tsEvent) {
        orders.add("updated " + order.clientId());
    }

    @Override
    public void repriced(Order order, long rawPrice, long rawTrigger, long tsEvent) {
        orders.add("repriced " + order.clientId());
    }

    @Override
    public void updateRejected(Order order, RejectReason reason, String message, long tsEvent) {
        orders.add("updateRejected " + order.clientId() + " " + reason);
    }

    @Override
    public void filled(
            Order order,
            long tradeId,
            long rawPrice,
            long rawQuantity,
            long rawFee,
            Currency feeCurrency,
            LiquiditySide liquidity,
            FillReason reason,
            long tsEvent) {
        orders.add("filled " + order.clientId() + " " + rawQuantity + " @" + rawPrice);
        TestOrder its = (TestOrder) order;
        its.rawFilled += rawQuantity;
        its.status = its.rawLeaves() == 0 ? OrderStatus.FILLED : OrderStatus.PARTIALLY_FILLED;
    }

    @Override
    public void canceled(Order order, String message, long tsEvent) {
        orders.add("canceled " + order.clientId());
        end(order, OrderStatus.CANCELED);
    }

    @Override
    public void cancelRejected(Order order, RejectReason reason, String message, long tsEvent) {
        orders.add("cancelRejected " + order.clientId());
    }

    @Override
    public void expired(Order order, long tsEvent) {
        orders.add("expired " + order.clientId());
        end(order, OrderStatus.EXPIRED);
    }

    @Override
    public void outcomeUnknown(Order order, String message, long tsEvent) {
        orders.add("unknown " + order.clientId());
    }

    @Override
    public void outcomeKnown(Order order, long tsEvent) {
        orders.add("known " + order.clientId());
    }

    @Override
    public InstrumentSink instrument(InstrumentId id) {
        return new Sink(instruments.apply(id));
    }

    private final class Sink implements InstrumentSink, BookSink {
        private final Instrument instrument;
        private final StringBuilder message = new StringBuilder();

        Sink(Instrument instrument) {
            this.instrument = instrument;
        }

        @Override
        public Instrument instrument() {
            return instrument;
        }

        @Override
        public void trade(long tsEvent, long tsInit, long rawPrice, long rawQuantity, AggressorSide aggressor) {
            market.add("trade " + rawPrice + " " + rawQuantity + " " + aggressor);
        }

        @Override
        public void quote(long tsEvent, long tsInit, long rawBid, long bidSize, long rawAsk, long askSize) {
            market.add("quote " + rawBid + " " + rawAsk);
        }

        @Override
        public BookSink book() {
            return this;
        }

        @Override
        public MarketByOrderSink marketByOrder() {
            throw new UnsupportedOperationException();
        }

        @Override
        public BarSink bars(BarSpec spec) {
            return new BarSink() {
                @Override
                public void open(long tsOpen, long rawOpen) {}

                @Override
                public void bar(
                        long tsOpen,
                        long tsEvent,
                        long tsInit,
                        long rawOpen,
                        long rawHigh,
                        long rawLow,
                        long rawClose,
                        long rawVolume) {
                    market.add("bar " + spec + " " + tsOpen / 1_000_000_000L + " " + rawClose);
                }
            };
        }

        @Override
        public void funding(long tsEvent, long tsInit, BigDecimal rate, long settlementNanos) {
            market.add("funding " + rate);
        }

        @Override
        public void markPrice(long tsEvent, long tsInit, long rawPrice) {
            market.add("mark " + rawPrice);
        }

        @Override
        public void indexPrice(long tsEvent, long tsInit, long rawPrice) {}

        @Override
        public void status(long tsEvent, long tsInit, TradingStatus status) {
            market.add("status " + status);
        }

        @Override
        public void snapshot(long tsEvent, long tsInit) {
            message.append("snapshot");
        }

        @Override
        public void increment(long tsEvent, long tsInit) {
            message.append("increment");
        }

        @Override
        public void ids(long first, long last, long previous) {}

        @Override
        public void checksum(int value) {}

        @Override
        public void bid(long rawPrice, long rawQuantity) {
            message.append(" b").append(rawPrice).append('x').append(rawQuantity);
        }

        @Override
        public void ask(long rawPrice, long rawQuantity) {
            message.append(" a").append(rawPrice).append('x').append(rawQuantity);
        }

        @Override
        public void end() {
            market.add(message.toString());
            message.setLength(0);
        }

        @Override
        public void lost(long tsEvent, long tsInit) {
            market.add("lost");
        }

        @Override
        public boolean needsSnapshot() {
            return false;
        }
    }
}
