package io.ttquant.exchanges.scenario;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderBuilder;
import io.ttquant.core.engine.Engine;
import io.ttquant.core.engine.EngineBuilder;
import io.ttquant.core.risk.KillSwitchStore;
import io.ttquant.exchanges.emulator.exchange.AccountSpec;
import io.ttquant.exchanges.emulator.exchange.ApiKey;
import io.ttquant.exchanges.emulator.exchange.Exchange;
import io.ttquant.exchanges.emulator.exchange.ExchangeEvent;
import io.ttquant.exchanges.emulator.exchange.OrderRequest;
import io.ttquant.exchanges.emulator.exchange.PositionMode;
import io.ttquant.exchanges.emulator.exchange.Side;
import io.ttquant.exchanges.emulator.fault.Faults;
import io.ttquant.exchanges.emulator.fault.FaultyFront;
import io.ttquant.exchanges.emulator.server.Call;
import io.ttquant.exchanges.emulator.server.SimulatedHost;
import io.ttquant.exchanges.emulator.server.SimulatedTurns;
import io.ttquant.exchanges.emulator.server.Turns;
import io.ttquant.exchanges.transport.simulated.Link;
import io.ttquant.exchanges.transport.simulated.SimulatedNetwork;
import io.ttquant.exchanges.transport.simulated.SimulatedTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A whole world in one thread and in made-up time: a local exchange behind its venue's front, a network, a real session, a real engine and a strategy
 * that does what the test says. At the end {@link #settle} lets all come to rest, and {@link #agree} holds the engine's books against the exchange's.
 *
 * <pre>{@code
 * Scenario s = Scenario.at(BinanceVenues.SPOT).begin();
 * s.faults().next("POST", s.venue().createPath(), new RequestFault.LoseAnswer());
 * Order order = s.buy("0.01", "59000");
 * s.settle();
 * s.agree();
 * }</pre>
 */
public final class Scenario {
    /** The account that is traded. */
    public static final String ACCOUNT = "puppet";

    private static final String HOST = "127.0.0.1";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration REST = Duration.ofSeconds(100);
    private static final int RESTS = 30;

    private final ScenarioVenue venue;
    private final long seed;
    private final SimulatedTime time = new SimulatedTime(1_700_000_000_000_000_000L);
    private final Story story = new Story(time);
    private final List<TradingProcess> lives = new ArrayList<>();
    private final KillSwitchStore killSwitch = KillSwitchStore.inMemory();
    private final Map<String, String> more = new TreeMap<>();
    private Exchange exchange;
    private Faults faults;
    private RequestLog log;
    private Crowd crowd;
    private SimulatedHost host;
    private Consumer<EngineBuilder> shape = builder -> {};
    private Consumer<Exchange> before = asked -> {};
    private Consumer<SimulatedNetwork> onNetwork = network -> {};
    private boolean isHedging;
    private boolean mayDeny;
    private long aheadNanos;
    private int started;

    private Scenario(ScenarioVenue venue, long seed) {
        this.venue = venue;
        this.seed = seed;
    }

    /** A world at a venue. */
    public static Scenario at(ScenarioVenue venue) {
        return at(venue, 7);
    }

    /** A world at a venue, from a seed. */
    public static Scenario at(ScenarioVenue venue, long seed) {
        return new Scenario(venue, seed);
    }

    /** Changes how engines are built. */
    public Scenario engine(Consumer<EngineBuilder> change) {
        shape = shape.andThen(change);
        return this;
    }

    /** Does something to the exchange before the program starts. */
    public Scenario exchange(Consumer<Exchange> change) {
        before = before.andThen(change);
        return this;
    }

    /** Does something to the network of each life. */
    public Scenario network(Consumer<SimulatedNetwork> change) {
        onNetwork = onNetwork.andThen(change);
        return this;
    }

    /** Sets a setting of the session. */
    public Scenario setting(String name, String value) {
        more.put(name, value);
        return this;
    }

    /** Says that the engine is to deny some of the orders; otherwise a denied one is a mistake of the test. */
    public Scenario mayDeny() {
        mayDeny = true;
        return this;
    }

    /** Lets the account hold a long and a short position. */
    public Scenario hedging() {
        isHedging = true;
        return this;
    }

    /** Opens the exchange only; {@link #start} begins with trading. */
    public Scenario open() {
        Turns turns = new PatientTurns(new SimulatedTurns(time));
        exchange = new Exchange(venue.rules(), () -> time.nanos() + aheadNanos);
        venue.markets().forEach(exchange.operator()::market);
        exchange.accounts()
                .open(new AccountSpec(
                        ACCOUNT,
                        List.of(ApiKey.trading("puppet-key", "puppet-secret", "puppet-pass")),
                        isHedging ? PositionMode.HEDGE : PositionMode.ONE_WAY,
                        false));
        venue.deposits()
                .forEach((asset, amount) -> exchange.accounts().deposit(ACCOUNT, asset, new BigDecimal(amount)));
        faults = new Faults();
        log = new RequestLog(new FaultyFront(venue.front(exchange, turns), faults, turns), time::nanos);
        host = new SimulatedHost(log, turns);
        crowd = new Crowd(exchange, venue);
        crowd.come();
        exchange.listen(event -> {
            if (event instanceof ExchangeEvent.OfAccount its && its.account().equals(ACCOUNT)) {
                story.add(event);
            }
        });
        before.accept(exchange);
        turns.every(Duration.ofSeconds(20), crowd::pulse);
        return this;
    }

    /** Opens the exchange, and begins with trading. */
    public Scenario begin() {
        return open().start().untilTrading().untilPriced();
    }

    /** Lets time pass until the strategy knows prices, without which it may not trade at the market. */
    public Scenario untilPriced() {
        seconds(2);
        crowd.trade();
        return until("prices are known", () -> puppet().trades.size() >= 2);
    }

    /** Starts a program with an epoch of its own. */
    public Scenario start() {
        return start("ep" + (++started) + "x");
    }

    /** Starts a program whose client ids begin with this. */
    public Scenario start(String epoch) {
        Map<String, String> settings = new TreeMap<>(venue.settings());
        settings.putIfAbsent("rest", "http://" + HOST + ":8080");
        settings.putIfAbsent("socket", "ws://" + HOST + ":8080");
        settings.put("key", "puppet-key");
        settings.put("secret", "puppet-secret");
        settings.putAll(more);
        lives.add(new TradingProcess(this, epoch, settings));
        return this;
    }

    /** Lets time pass until orders may be sent. */
    public Scenario untilTrading() {
        return until("orders may be sent", () -> life().engine != null && life().isTrading);
    }

    /** Lets time pass until something is so, two minutes at most. */
    public Scenario until(String what, BooleanSupplier condition) {
        return until(what, PATIENCE, condition);
    }

    /** Lets time pass until something is so. */
    public Scenario until(String what, Duration most, BooleanSupplier condition) {
        long end = time.nanos() + most.toNanos();
        while (!condition.getAsBoolean()) {
            if (time.nanos() > end) {
                throw new AssertionError("waited " + most + " in vain: " + what + story());
            }
            time.run(Duration.ofMillis(5));
        }
        return this;
    }

    /** Lets time pass. */
    public Scenario pass(Duration span) {
        time.run(span);
        return this;
    }

    /** Lets so many milliseconds pass. */
    public Scenario millis(long millis) {
        return pass(Duration.ofMillis(millis));
    }

    /** Lets so many seconds pass. */
    public Scenario seconds(long seconds) {
        return pass(Duration.ofSeconds(seconds));
    }

    /** Lets time pass until all faults happened that are armed, and everything is at rest and was audited. */
    public Scenario settle() {
        // A fault that never happens was not tested.
        until("all faults happen that are armed", Duration.ofSeconds(370), () -> faults.armed() == 0);
        return calm();
    }

    /** The same where faults may be left that did not happen. */
    public Scenario calm() {
        faults.clear();
        link().thaw()
                .refuse(false)
                .messageLoss(0)
                .messageDuplication(0)
                .requestLoss(0)
                .answerLoss(0)
                .resets(0);
        for (int i = 0; i < RESTS; i++) {
            pass(REST);
            if (Judge.of(this).isAtRest()) {
                return this;
            }
        }
        return this;
    }

    /** Holds the engine's books against the exchange's, to the last digit. */
    public Scenario agree() {
        Judge.of(this).judge();
        return this;
    }

    /** As {@link #agree} where money came or went by other ways than trades, which the engine has to book as such. */
    public Scenario agreeWithTransfers(int transfers) {
        Judge.of(this).transfers(transfers).judge();
        return this;
    }

    /** Ends the program as by kill -9, and starts another with an epoch of its own. */
    public Scenario restart() {
        life().die();
        return start();
    }

    /** Ends the program as by kill -9. */
    public Scenario kill() {
        life().die();
        return this;
    }

    /** Does something as the strategy. */
    public <T> T act(Function<Puppet, T> action) {
        List<T> result = new ArrayList<>();
        life().act(puppet -> result.add(action.apply(puppet)));
        if (result.isEmpty()) {
            throw new AssertionError(
                    "the strategy could not act: " + life().turns.failures());
        }
        return result.get(0);
    }

    /** Buys at a limit. */
    public Order buy(String quantity, String price) {
        return order(
                puppet -> puppet.hands().buy(instrument()).quantity(quantity).limit(price));
    }

    /** Sells at a limit. */
    public Order sell(String quantity, String price) {
        return order(
                puppet -> puppet.hands().sell(instrument()).quantity(quantity).limit(price));
    }

    /** Buys at the market. */
    public Order buy(String quantity) {
        return order(
                puppet -> puppet.hands().buy(instrument()).quantity(quantity).market());
    }

    /** Sells at the market. */
    public Order sell(String quantity) {
        return order(
                puppet -> puppet.hands().sell(instrument()).quantity(quantity).market());
    }

    /** Sends an order. */
    public Order order(Function<Puppet, OrderBuilder> builder) {
        return act(puppet -> builder.apply(puppet).submit());
    }

    /** Changes an order's whole quantity and its price. */
    public Scenario amend(Order order, String quantity, String price) {
        Instrument instrument = order.instrument();
        long rawQuantity = FixedPoint.toRaw(new BigDecimal(quantity), instrument.quantityScale());
        long rawPrice = FixedPoint.toRaw(new BigDecimal(price), instrument.priceScale());
        act(puppet -> {
            puppet.hands().amend(order, new Amendment(rawQuantity, rawPrice, 0));
            return order;
        });
        return this;
    }

    /** Cancels an order. */
    public Scenario cancel(Order order) {
        act(puppet -> {
            puppet.hands().cancel(order);
            return order;
        });
        return this;
    }

    /** Somebody trades in the main market at once, up to a price; what finds nobody is gone. */
    public Scenario trade(Side side, String price, String quantity) {
        return trade(symbol(), side, price, quantity);
    }

    /** Somebody trades at once, up to a price; what finds nobody is gone. */
    public Scenario trade(String symbol, Side side, String price, String quantity) {
        crowd.take(symbol, side, price, quantity);
        return this;
    }

    /** The crowd rests in the main market. */
    public Scenario crowd(Side side, String price, String quantity) {
        return crowd(symbol(), side, price, quantity);
    }

    /** The crowd rests in a market. */
    public Scenario crowd(String symbol, Side side, String price, String quantity) {
        crowd.rest(symbol, side, price, quantity);
        return this;
    }

    /** The owner of the account does something by hand. */
    public io.ttquant.exchanges.emulator.exchange.Order byHand(OrderRequest request) {
        return exchange.trading().submit(ACCOUNT, request).get();
    }

    /** Another program sends a request. */
    public Scenario noise(Call call) {
        log.unlogged(call);
        return this;
    }

    /** Puts the exchange's clock off ours. */
    public Scenario skew(Duration ahead) {
        aheadNanos = ahead.toNanos();
        return this;
    }

    /** The venue. */
    public ScenarioVenue venue() {
        return venue;
    }

    /** The exchange. */
    public Exchange exchange() {
        return exchange;
    }

    /** What is to go wrong. */
    public Faults faults() {
        return faults;
    }

    /** The way to the exchange. */
    public Link link() {
        return life().network.link(HOST);
    }

    /** What reached the exchange. */
    public RequestLog log() {
        return log;
    }

    /** The strategy of the program that runs. */
    public Puppet puppet() {
        return life().puppet;
    }

    /** The engine of the program that runs. */
    public Engine engine() {
        return life().engine();
    }

    /** Why the session of the program that runs failed; empty if it did not. */
    public String failure() {
        String failure = life().failure;
        return failure == null ? "" : failure;
    }

    /** Whether the session said that orders may be sent. */
    public boolean isTrading() {
        return life().isTrading;
    }

    /** Whether market data of the main market come, as the session said last; false if it said nothing. */
    public boolean comes(io.ttquant.api.exchange.Capability kind) {
        return life().marketData.getOrDefault(symbol() + " " + kind, false);
    }

    /** The symbol of the main market. */
    public String symbol() {
        return venue.markets().get(0).symbol();
    }

    /** The main instrument. */
    public InstrumentId instrument() {
        return traded().get(0);
    }

    /** The exchange's view of one of the program's orders. */
    public io.ttquant.exchanges.emulator.exchange.Order truth(Order order) {
        return exchange.accounts()
                .order(
                        ACCOUNT,
                        order.instrument().id().symbol(),
                        io.ttquant.exchanges.emulator.exchange.OrderRef.client(order.clientId()))
                .orElseThrow(() -> new AssertionError("the exchange has no order " + order + story()));
    }

    /** The made-up time. */
    public SimulatedTime time() {
        return time;
    }

    List<InstrumentId> traded() {
        return venue.markets().stream()
                .map(market -> InstrumentId.of(venue.id(), market.symbol()))
                .toList();
    }

    SimulatedNetwork network() {
        SimulatedNetwork network = new SimulatedNetwork(time, seed + lives.size());
        network.serve(HOST, host).accept(HOST, host);
        onNetwork.accept(network);
        return network;
    }

    Consumer<EngineBuilder> shape() {
        return shape;
    }

    KillSwitchStore killSwitch() {
        return killSwitch;
    }

    boolean isDenyingExpected() {
        return mayDeny;
    }

    boolean isHedging() {
        return isHedging;
    }

    TradingProcess life() {
        return lives.get(lives.size() - 1);
    }

    List<TradingProcess> lives() {
        return lives;
    }

    void trace(String line) {
        story.add(line);
    }

    /** Everything that happened, for whoever has to find out why. */
    String story() {
        return story.last("seed " + seed + " at " + venue, log);
    }
}
