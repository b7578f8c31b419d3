package io.ttquant.backtest.junit.conformance;

import io.ttquant.api.exchange.AccountSink;
import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.EngineThread;
import io.ttquant.api.exchange.ExchangeSession;
import io.ttquant.api.exchange.ExecutionSession;
import io.ttquant.api.exchange.ExecutionSink;
import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.api.exchange.SessionListener;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.order.TimeInForce;
import io.ttquant.core.matching.SimulatedExchange;
import io.ttquant.core.matching.SimulationConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A session with the simulated exchange as a paper account has it: what the engine keeps away from that exchange, orders off the tick or lot and second orders under
 * one id, is refused here. It can be broken on purpose.
 */
final class SimulatedSession implements ExchangeSession, ExecutionSession {
    private final Instrument instrument;
    private final EngineThread thread;
    private final SessionListener listener;
    private final ExchangeFlaw flaw;
    private final Set<Capability> capabilities;
    private final SpoiltReports spoilt;
    private final ExecutionSink reports;
    private final SimulatedFeed feed;
    private final SimulatedExchange exchange;
    private final List<Runnable> later = new ArrayList<>();
    private final List<Runnable> onceThere = new ArrayList<>();
    private final Set<Order> sent = new HashSet<>();
    private boolean isReady;
    private boolean isClosed;
    private boolean wasCut;
    boolean isCut;
    private int steps;

    SimulatedSession(
            Instrument instrument,
            Set<Capability> capabilities,
            EngineThread thread,
            SessionListener listener,
            ExchangeFlaw flaw) {
        this.instrument = instrument;
        this.capabilities = capabilities;
        this.thread = thread;
        this.listener = listener;
        this.flaw = flaw;
        this.spoilt = new SpoiltReports(flaw);
        this.reports = spoilt.sink();
        this.feed = new SimulatedFeed(instrument.id(), flaw);
        this.exchange = new SimulatedExchange(
                SimulationConfig.DEFAULT, thread, this.reports, new FreeAccount(), () -> {}, due -> {});
        this.exchange.market(instrument).quote(thread.nanos(), 10_000, 1000, 10_010, 1000);
        if (flaw == ExchangeFlaw.READY_INSIDE_OPEN) {
            begin();
        } else {
            thread.schedule(Duration.ofSeconds(1), this::begin);
        }
    }

    private void begin() {
        isReady = true;
        switch (flaw) {
            case TRADES_BEFORE_READY -> listener.trading(true, "all is up");
            case FAILS_TO_BEGIN -> listener.failed("the key is wrong");
            case GOES_ON_AFTER_FAILURE ->
                thread.schedule(Duration.ofSeconds(1), () -> listener.failed("the key is wrong"));
            case READY_TWICE -> listener.ready();
            default -> {}
        }
        if (flaw != ExchangeFlaw.FAILS_TO_BEGIN) {
            listener.ready();
        }
        if (flaw == ExchangeFlaw.GOES_ON_AFTER_FAILURE) {
            thread.schedule(Duration.ofSeconds(2), () -> listener.trading(true, "all is up"));
        }
    }

    @Override
    public AccountSnapshot account() {
        return AccountSnapshot.NONE;
    }

    @Override
    public void attach(MarketDataSink market, AccountSink account) {
        feed.attach(market);
        spoilt.attach(account);
        thread.execute(() -> listener.trading(true, "all is up"));
    }

    Set<String> open() {
        return spoilt.open;
    }

    /** The world goes on a second. */
    void step() {
        long now = thread.nanos();
        long rawBid = 10_000 + 5 * (7 - steps++ % 7);
        exchange.market(instrument).quote(now, rawBid, 1000, rawBid + 10, 1000);
        if (isClosed && flaw != ExchangeFlaw.DATA_AFTER_CLOSE) {
            return;
        }
        List<Runnable> due = List.copyOf(later);
        later.clear();
        due.forEach(Runnable::run);
        if (!isCut) {
            onceThere.forEach(Runnable::run);
            onceThere.clear();
            settle();
        }
        if (!isCut && !(wasCut && flaw == ExchangeFlaw.SILENT_AFTER_CUT)) {
            feed.step(now, rawBid);
        }
    }

    private void settle() {
        while (exchange.settle()) {
            // Each call does one thing.
        }
    }

    void cut(boolean now) {
        isCut = now;
        wasCut = true;
        spoilt.wasCut = true;
        if ((now && flaw != ExchangeFlaw.TRADES_WHILE_CUT) || (!now && flaw != ExchangeFlaw.HALTS_FOR_EVER)) {
            later.add(() -> listener.trading(!now, now ? "the connection is cut" : "it is there again"));
        }
        if (!now && flaw == ExchangeFlaw.CANCELED_AFTER_CUT) {
            sent.stream()
                    .filter(Order::isOpen)
                    .forEach(order -> later.add(() -> reports.canceled(order, "cut", thread.nanos())));
        }
    }

    @Override
    public List<Instrument> instruments() {
        return !isReady
                ? List.of()
                : switch (flaw) {
                    case LISTED_TWICE -> List.of(instrument, instrument);
                    case OTHER_VENUE ->
                        List.of(
                                instrument,
                                Instrument.spot("elsewhere:BTCUSDT", "BTC", "USDT")
                                        .tick("1")
                                        .lot("1")
                                        .build());
                    default -> List.of(instrument);
                };
    }

    @Override
    public void subscribe(InstrumentId id, Capability kind) {
        feed.subscribe(id, kind);
    }

    @Override
    public void subscribeBars(InstrumentId id, BarSpec spec) {
        throw new IllegalArgumentException("no BARS of " + id);
    }

    @Override
    public void requestBars(InstrumentId id, BarSpec spec, int count, Completion done) {
        throw new IllegalArgumentException("no BARS of " + id);
    }

    @Override
    public ExecutionSession execution() {
        return this;
    }

    @Override
    public Set<Capability> capabilities() {
        Set<Capability> able = EnumSet.copyOf(capabilities);
        if (flaw == ExchangeFlaw.SESSION_CAN_MORE) {
            able.add(Capability.FUNDING);
        }
        return able;
    }

    @Override
    public void submit(Order order) {
        if (isClosed && flaw != ExchangeFlaw.SILENT_AFTER_CLOSE) {
            throw new IllegalStateException("the session is closed; open another one");
        }
        if (isCut) {
            submitCut(order);
            return;
        }
        String wrong = refusal(order);
        if (!wrong.isEmpty()) {
            later.add(() -> reports.rejected(order, RejectReason.EXCHANGE, wrong, thread.nanos()));
        } else if (isMistaken(order)) {
            later.add(() -> mistake(order));
        } else {
            sent.add(order);
            exchange.submit(order);
        }
        if (flaw == ExchangeFlaw.ANSWERS_INSIDE) {
            settle();
        }
    }

    private void submitCut(Order order) {
        later.add(() -> {
            if (flaw == ExchangeFlaw.REJECTED_WHEN_CUT) {
                reports.rejected(order, RejectReason.EXCHANGE, "not connected", thread.nanos());
            } else {
                reports.outcomeUnknown(order, "the connection is cut; asked again once it is there", thread.nanos());
            }
        });
        if (flaw == ExchangeFlaw.LIES_ABOUT_FATE) {
            onceThere.add(() -> {
                reports.canceled(order, "lost", thread.nanos());
                spoilt.open.add(order.clientId());
            });
        } else if (flaw != ExchangeFlaw.FATE_STAYS_UNKNOWN) {
            onceThere.add(() -> submit(order));
        }
    }

    private String refusal(Order order) {
        OrderRequest asked = order.request();
        for (Order known : sent) {
            boolean isSecond = known.isOpen() && known.clientId().equals(order.clientId());
            if (isSecond && flaw == ExchangeFlaw.REFUSES_BOTH_DUPLICATES) {
                later.add(() -> reports.rejected(known, RejectReason.EXCHANGE, "a second one came", thread.nanos()));
            }
            if (isSecond && flaw != ExchangeFlaw.TAKES_DUPLICATES) {
                return "an order " + order.clientId() + " is open already";
            }
        }
        if (asked.rawPrice() % instrument.rawTick() != 0 && flaw != ExchangeFlaw.TAKES_ANY_PRICE) {
            return "the price is not on the tick";
        }
        if (asked.rawQuantity() % instrument.rawLot() != 0 && flaw != ExchangeFlaw.TAKES_ANY_QUANTITY) {
            return "the quantity is not on the lot";
        }
        boolean isLittle = asked.rawQuantity() < instrument.filters().rawMinQuantity();
        return isLittle && flaw != ExchangeFlaw.NO_MINIMUM ? "the quantity is below the minimum" : "";
    }

    private boolean isMistaken(Order order) {
        OrderRequest asked = order.request();
        return (flaw == ExchangeFlaw.POST_ONLY_TAKES && asked.isPostOnly())
                || (flaw == ExchangeFlaw.IOC_RESTS && asked.timeInForce() == TimeInForce.IOC)
                || (flaw == ExchangeFlaw.FOK_RESTS && asked.timeInForce() == TimeInForce.FOK);
    }

    private void mistake(Order order) {
        reports.accepted(order, thread.nanos());
        if (flaw == ExchangeFlaw.POST_ONLY_TAKES) {
            reports.filled(
                    order,
                    77,
                    order.rawPrice(),
                    order.rawQuantity(),
                    0,
                    instrument.quote(),
                    LiquiditySide.TAKER,
                    FillReason.EXCHANGE,
                    thread.nanos());
        }
    }

    @Override
    public void submitAll(List<? extends Order> orders) {
        (flaw == ExchangeFlaw.ONE_OF_A_BATCH ? orders.subList(0, 1) : orders).forEach(this::submit);
    }

    @Override
    public void cancel(Order order) {
        boolean isKnown = sent.contains(order);
        if (flaw == ExchangeFlaw.CANCELS_CLOSED_AGAIN && order.isClosed()) {
            later.add(() -> reports.canceled(order, "", thread.nanos()));
            return;
        }
        boolean isLost = (flaw == ExchangeFlaw.SILENT_CANCEL_OF_CLOSED && order.isClosed())
                || (flaw == ExchangeFlaw.SILENT_CANCEL_OF_UNKNOWN && !isKnown)
                || (flaw == ExchangeFlaw.LOSES_EARLY_CANCELS && !spoilt.open.contains(order.clientId()));
        if (!isLost) {
            exchange.cancel(order);
        }
        if (flaw == ExchangeFlaw.ANSWERS_INSIDE) {
            settle();
        }
    }

    @Override
    public void amend(Order order, Amendment amendment) {
        if (flaw != ExchangeFlaw.SILENT_AMENDMENT_OF_CLOSED || order.isOpen()) {
            exchange.amend(order, amendment);
        }
    }

    @Override
    public void close() {
        if (isClosed && flaw == ExchangeFlaw.CLOSE_TWICE_THROWS) {
            throw new IllegalStateException("closed already");
        }
        if (flaw == ExchangeFlaw.CLOSE_CANCELS) {
            spoilt.open.clear();
        }
        isClosed = true;
    }
}
