package io.ttquant.backtest.junit.conformance;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.ExchangeConfig;
import io.ttquant.api.exchange.ExchangeProvider;
import io.ttquant.api.exchange.ExchangeSession;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.Side;
import io.ttquant.api.order.TimeInForce;
import io.ttquant.api.time.EpochNanos;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Trades by hand through a session, while all that comes of it is noted and checked. */
final class ExchangeDesk {
    final ExchangeSession session;
    final Instrument instrument;
    final AccountLog reports = new AccountLog();
    final SessionLog life = new SessionLog();
    final MarketLog market = new MarketLog(this::known);

    private final LongUnaryOperator world;
    private final String prefix;
    private final int patience;
    private final DeskThread thread;
    private long sequence;
    private @Nullable Instrument known;
    private boolean isClosed;

    ExchangeDesk(
            ExchangeProvider provider,
            ExchangeConfig config,
            InstrumentId id,
            String prefix,
            long startNanos,
            LongUnaryOperator world,
            int patience) {
        this.world = world;
        this.prefix = prefix;
        this.patience = patience;
        this.thread = new DeskThread(startNanos);
        this.session = provider.open(config, thread, life);
        begin();
        this.instrument = session.instruments().stream()
                .filter(listed -> listed.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the exchange does not list " + id
                        + ", which instrument() names; it lists " + session.instruments()));
        this.known = instrument;
        session.attach(market, reports);
        check();
    }

    /** Waits until the session is ready; one that fails is closed, since nobody else has it. */
    private void begin() {
        try {
            until(() -> life.isReady() || !life.failure().isEmpty(), "the session to call ready() or failed()");
            Expect.that(life.failure().isEmpty(), "the session could not begin: " + life.failure());
        } catch (AssertionError e) {
            session.close();
            throw e;
        }
    }

    private Instrument known() {
        return Objects.requireNonNull(known, "market data came before attach()");
    }

    /** Closes the session, unless a case did. */
    void close() {
        if (!isClosed) {
            isClosed = true;
            session.close();
        }
    }

    boolean can(Capability capability) {
        return session.execution().capabilities().contains(capability);
    }

    /** An order that is not sent yet. */
    ConformanceOrder order(
            Side side, OrderType type, long rawQuantity, long rawPrice, TimeInForce tif, boolean isPostOnly) {
        OrderRequest request = new OrderRequest(
                instrument, side, type, rawQuantity, rawPrice, 0, tif, EpochNanos.NEVER, isPostOnly, false, "");
        return order(prefix + sequence, request);
    }

    ConformanceOrder order(String clientId, OrderRequest request) {
        return new ConformanceOrder(clientId, sequence++, request, thread.nanos());
    }

    ConformanceOrder send(ConformanceOrder order) {
        session.execution().submit(order);
        check();
        return order;
    }

    void cancel(ConformanceOrder order) {
        session.execution().cancel(order);
        check();
    }

    /** Lets the world go on so many times. */
    void proceed(int rounds) {
        for (int i = 0; i < rounds; i++) {
            take(true);
            long next = world.applyAsLong(thread.nanos());
            Expect.that(next >= thread.nanos(), "proceed() went back from " + EpochNanos.format(thread.nanos()));
            thread.advanceTo(next);
            take(false);
        }
        check();
    }

    private void take(boolean isTaken) {
        reports.isTaken = isTaken;
        market.isTaken = isTaken;
        life.isTaken = isTaken;
    }

    /** Lets the world go on until something is so. */
    void until(BooleanSupplier isSo, String what) {
        for (int i = 0; i < patience && !isSo.getAsBoolean(); i++) {
            proceed(1);
        }
        check();
        that(
                isSo.getAsBoolean(),
                "expected " + what + " within " + patience + " times of proceed(), but it did not come");
    }

    void that(boolean isSo, String otherwise) {
        Expect.that(isSo, otherwise + story());
    }

    /** Fails if something came that may not. */
    void check() {
        for (List<String> wrong : List.of(life.wrong, market.wrong, reports.wrong)) {
            that(wrong.isEmpty(), wrong.isEmpty() ? "" : wrong.get(0));
        }
    }

    private String story() {
        return "\nWhat the exchange reported, in order:"
                + (reports.lines.isEmpty() ? " nothing" : "\n  " + String.join("\n  ", reports.lines))
                + "\nMarket data: " + market.summary();
    }
}
