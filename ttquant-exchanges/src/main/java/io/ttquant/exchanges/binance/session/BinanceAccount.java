package io.ttquant.exchanges.binance.session;

import io.ttquant.api.exchange.AccountSink;
import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.EngineThread;
import io.ttquant.api.exchange.ExecutionSession;
import io.ttquant.api.exchange.SessionListener;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.exchanges.answer.VenueOrder;
import io.ttquant.exchanges.binance.BinanceSocketRequests;
import io.ttquant.exchanges.binance.SpotRequests;
import io.ttquant.exchanges.binance.UsdmRequests;
import io.ttquant.exchanges.credentials.Credentials;
import io.ttquant.exchanges.request.RestRequest;
import io.ttquant.exchanges.session.DeadManTimer;
import io.ttquant.exchanges.session.FundingBook;
import io.ttquant.exchanges.session.OrderLife;
import io.ttquant.exchanges.session.OrderLifeSettings;
import io.ttquant.exchanges.session.setup.AccountSetting;
import io.ttquant.exchanges.transport.stream.ConnectGate;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The account of a session, if it has one: its orders, and the news of it. */
final class BinanceAccount implements ExecutionSession {
    /** What was sent last has to leave before the network goes. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final BinanceVenue venue;
    private final BinanceSettings settings;
    private final BinanceLink link;
    private final Catalogue catalogue;
    private final Words words;
    private final @Nullable SpotRequests spot;
    private final @Nullable UsdmRequests usdm;
    private @Nullable OrderLife life;
    private @Nullable UserSocket socket;
    private @Nullable DeadManTimer deadMan;
    private Runnable startTimers = () -> {};
    private @Nullable FundingBook funding;
    private @Nullable EngineThread thread;

    BinanceAccount(BinanceVenue venue, BinanceSettings settings, BinanceLink link, Catalogue catalogue) {
        this.venue = venue;
        this.settings = settings;
        this.link = link;
        this.catalogue = catalogue;
        this.words = new Words(venue, catalogue);
        Credentials credentials = settings.credentials();
        int window = settings.recvWindowMillis();
        spot = credentials != null && venue.isSpot() ? SpotRequests.of(credentials, link::venueMillis, window) : null;
        usdm = credentials != null && !venue.isSpot() ? UsdmRequests.of(credentials, link::venueMillis, window) : null;
    }

    /** What the start asks; null without keys. */
    @Nullable
    AccountSide side() {
        if (spot != null) {
            return side(spot::keyPermissions, List.of(), AccountReading.spot(spot, catalogue, words));
        }
        return usdm == null
                ? null
                : side(
                        usdm.account()::keyPermissions,
                        new UsdmSetup(settings.setup(), usdm, link).settings(),
                        AccountReading.usdm(usdm, catalogue, words));
    }

    private static AccountSide side(
            Supplier<RestRequest> permissions, List<AccountSetting> setup, AccountReading reading) {
        return new AccountSide() {
            @Override
            public RestRequest permissions() {
                return permissions.get();
            }

            @Override
            public List<AccountSetting> setup() {
                return setup;
            }

            @Override
            public AccountReading reading() {
                return reading;
            }
        };
    }

    /** Begins with orders and news; nothing without keys. */
    void attach(
            AccountSink sink,
            SessionListener listener,
            Consumer<String> over,
            AccountSnapshot opening,
            Ports ports,
            ConnectGate gate,
            RandomGenerator random) {
        Consumer<String> failed = why -> over.accept("the account's stream of " + venue.id() + " ended: " + why);
        thread = ports.first();
        OrderNames names = new OrderNames(venue.isSpot(), this::latest, this::foreignId);
        if (spot != null) {
            AccountReading reading = AccountReading.spot(spot, catalogue, words);
            SpotDesk desk = new SpotDesk(spot, names, reading, link, ports.first());
            OrderLife its =
                    OrderLife.of(desk, ports.first(), sink, listener, words, opening, OrderLifeSettings.DEFAULT);
            life = its;
            socket = new SpotUserSocket(settings, socketRequests(), link, its, reading, failed, ports, gate, random);
        } else if (usdm != null) {
            attach(usdm, names, sink, listener, opening, failed, ports, gate, random);
        }
        if (life != null && socket != null) {
            life.start();
            startTimers.run();
            socket.start();
        }
    }

    private void attach(
            UsdmRequests requests,
            OrderNames names,
            AccountSink sink,
            SessionListener listener,
            AccountSnapshot opening,
            Consumer<String> failed,
            Ports ports,
            ConnectGate gate,
            RandomGenerator random) {
        AccountReading reading = AccountReading.usdm(requests, catalogue, words);
        FundingBook payments =
                new FundingBook(ports.first(), new UsdmFunding(requests, link), words, sink, opening.tsEvent());
        UsdmDesk desk = new UsdmDesk(requests, names, reading, link, ports.first(), payments);
        OrderLife its = OrderLife.of(desk, ports.first(), sink, listener, words, opening, OrderLifeSettings.DEFAULT);
        life = its;
        funding = payments;
        socket = new UsdmUserSocket(
                settings, requests, link, its, reading, failed, payments::expect, ports, gate, random);
        Duration timeout = settings.deadMan();
        if (!timeout.isZero()) {
            DeadMan port = new DeadMan(requests, link, ports.first(), timeout, its::symbolsWithOpenOrders);
            desk.whenPlacing(port::placing);
            DeadManTimer timer = DeadManTimer.of(port, ports.first(), timeout, timeout.dividedBy(4), its::isTrading);
            its.whenTrading(timer::extendNow);
            deadMan = timer;
            startTimers = () -> {
                port.begin();
                timer.start();
            };
        }
    }

    /** The engine trades or watches an instrument. */
    void watch(Instrument instrument) {
        if (life != null) {
            life.watch(instrument);
        }
    }

    /** The venue's clock was read again. */
    void clockRead() {
        if (life != null) {
            life.clockRead(link.clockObjection());
        }
    }

    private BinanceSocketRequests socketRequests() {
        Credentials credentials = settings.credentials();
        if (credentials == null) {
            throw new IllegalStateException("there are no keys, so that there is no account");
        }
        return BinanceSocketRequests.spot(credentials, link::venueMillis, settings.recvWindowMillis());
    }

    private @Nullable VenueOrder latest(Order order) {
        return life == null ? null : life.latest(order);
    }

    private String foreignId(Order order) {
        return life == null ? "" : life.foreignId(order);
    }

    /**
     * The way of commands.
     *
     * @throws IllegalStateException without keys
     */
    ExecutionSession execution() {
        if (!settings.hasAccount()) {
            throw new IllegalStateException("the session of " + venue.id()
                    + " has no keys, so that it takes no orders; set key and secret, or trade on paper");
        }
        return this;
    }

    private void stopNews() {
        if (funding != null) {
            funding.close();
        }
        if (socket != null) {
            socket.close();
        }
    }

    /** The session has failed: no news come and no orders leave, but cancels do until the end. The venue's timers run out, whatever becomes of them. */
    void fail(String why) {
        stopNews();
        if (deadMan != null) {
            deadMan.leaveArmed();
        }
        if (life != null) {
            life.failed(why);
        }
    }

    /**
     * Ends orders and news.
     *
     * @param afterwards closes what they need; runs at once unless something has to be said to the venue first
     */
    void close(Runnable afterwards) {
        boolean hasOpenOrders = life != null && life.hasOpenOrders();
        stopNews();
        if (life != null) {
            life.close();
        }
        if (deadMan == null || thread == null) {
            afterwards.run();
        } else {
            deadMan.stop(hasOpenOrders);
            thread.schedule(LAST_WORDS, afterwards);
        }
    }

    private OrderLife require() {
        OrderLife its = life;
        if (its == null) {
            throw new IllegalStateException(
                    "the session of " + venue.id() + " has no engine; attach one before commands are sent");
        }
        return its;
    }

    @Override
    public Set<Capability> capabilities() {
        return venue.capabilities();
    }

    @Override
    public String exchangeId(Order order) {
        return AlgoIds.digits(require().exchangeId(order));
    }

    @Override
    public void submit(Order order) {
        require().submit(order);
    }

    @Override
    public void submitAll(List<? extends Order> orders) {
        require().submitAll(orders);
    }

    @Override
    public void cancel(Order order) {
        require().cancel(order);
    }

    @Override
    public void cancelAll(List<? extends Order> orders) {
        require().cancelAll(orders);
    }

    @Override
    public void amend(Order order, Amendment amendment) {
        require().amend(order, amendment);
    }
}
