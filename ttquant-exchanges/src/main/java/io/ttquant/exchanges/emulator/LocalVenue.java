package io.ttquant.exchanges.emulator;

import io.ttquant.exchanges.emulator.exchange.Exchange;
import io.ttquant.exchanges.emulator.exchange.FlowSettings;
import io.ttquant.exchanges.emulator.exchange.Market;
import io.ttquant.exchanges.emulator.exchange.OrderFlow;
import io.ttquant.exchanges.emulator.fault.Faults;
import io.ttquant.exchanges.emulator.fault.FaultyFront;
import io.ttquant.exchanges.emulator.server.ExchangeThread;
import io.ttquant.exchanges.emulator.server.Front;
import io.ttquant.exchanges.emulator.server.LoopbackServer;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** One venue of a {@link LocalExchange}: an exchange with its own ledger behind its own port. May be used from any thread. */
public final class LocalVenue implements AutoCloseable {
    private final VenueKind kind;
    private final ExchangeThread thread;
    private final ShiftedClock clock;
    private final Exchange exchange;
    private final Faults faults;
    private final LoopbackServer server;

    private LocalVenue(
            VenueKind kind,
            ExchangeThread thread,
            ShiftedClock clock,
            Exchange exchange,
            Faults faults,
            LoopbackServer server) {
        this.kind = kind;
        this.thread = thread;
        this.clock = clock;
        this.exchange = exchange;
        this.faults = faults;
        this.server = server;
    }

    static LocalVenue start(LocalMarkets markets, VenueKind kind, int port, LongSupplier time, LocalAccount account) {
        ExchangeThread thread = new ExchangeThread();
        ShiftedClock clock = new ShiftedClock(time);
        Exchange exchange = new Exchange(LocalFronts.rules(kind), clock);
        Faults faults = new Faults();
        Front front = thread.ask(() -> {
            markets.of(kind).forEach(market -> open(exchange, market));
            account.open(exchange, kind);
            return new FaultyFront(LocalFronts.front(kind, exchange, thread), faults, thread);
        });
        try {
            LoopbackServer server = LoopbackServer.start(port, front, thread);
            return new LocalVenue(kind, thread, clock, exchange, faults, server);
        } catch (RuntimeException failed) {
            thread.close();
            throw failed;
        }
    }

    private static void open(Exchange exchange, LocalMarkets.Flowing flowing) {
        Market market = flowing.market();
        exchange.operator().market(market);
        FlowSettings flow = flowing.flow();
        if (flow != null) {
            OrderFlow.start(exchange, market.symbol(), flow);
        }
    }

    /** What it speaks. */
    public VenueKind kind() {
        return kind;
    }

    /** Its address for requests, such as {@code http://127.0.0.1:8080}. */
    public String http() {
        return server.http();
    }

    /** Its address for WebSockets, such as {@code ws://127.0.0.1:8080}. */
    public String ws() {
        return server.ws();
    }

    /**
     * Asks the exchange something on its thread, and waits: its ledger is the truth by which a client is judged.
     *
     * @throws IllegalStateException if the question throws, with the cause
     */
    public <T> T ask(Function<Exchange, T> question) {
        return thread.ask(() -> {
            exchange.tick();
            return question.apply(exchange);
        });
    }

    /** Does something to the exchange on its thread, and waits: a trade by hand, a deposit, a halt. */
    public void tell(Consumer<Exchange> action) {
        ask(asked -> {
            action.accept(asked);
            return Boolean.TRUE;
        });
    }

    /** Says what is to go wrong, on the exchange's thread, and waits. */
    public void faults(Consumer<Faults> arming) {
        tell(asked -> arming.accept(faults));
    }

    /** How many faults happened. */
    public long faultsHappened() {
        return ask(asked -> faults.happened());
    }

    /** How many faults are armed that did not happen yet. */
    public int faultsArmed() {
        return ask(asked -> faults.armed());
    }

    /** Puts the exchange's clock off the machine's: positive is ahead. A step back is taken as standing still by the exchange itself. */
    public void skewClock(Duration ahead) {
        tell(asked -> {
            clock.shift(ahead);
            asked.tick();
        });
    }

    /** WebSockets that are open now. */
    public int openSockets() {
        return server.openSockets();
    }

    /** Closes its port and ends its thread. Idempotent. */
    @Override
    public void close() {
        server.close();
        thread.close();
    }
}
