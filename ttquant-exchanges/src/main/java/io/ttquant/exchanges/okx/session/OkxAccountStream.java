package io.ttquant.exchanges.okx.session;

import io.ttquant.api.money.Currency;
import io.ttquant.exchanges.answer.VenueOrder;
import io.ttquant.exchanges.credentials.Credentials;
import io.ttquant.exchanges.json.JsonException;
import io.ttquant.exchanges.okx.OkxAccountDecoder;
import io.ttquant.exchanges.okx.OkxAccountSink;
import io.ttquant.exchanges.okx.OkxAlgoUpdate;
import io.ttquant.exchanges.okx.OkxBalance;
import io.ttquant.exchanges.okx.OkxEvent;
import io.ttquant.exchanges.okx.OkxFill;
import io.ttquant.exchanges.okx.OkxFrame;
import io.ttquant.exchanges.okx.OkxNews;
import io.ttquant.exchanges.okx.OkxOrderUpdate;
import io.ttquant.exchanges.okx.OkxPosition;
import io.ttquant.exchanges.okx.OkxSocketRequests;
import io.ttquant.exchanges.request.HostKind;
import io.ttquant.exchanges.session.AccountNews;
import io.ttquant.exchanges.transport.stream.Handover;
import io.ttquant.exchanges.transport.stream.StreamInput;
import io.ttquant.exchanges.transport.stream.StreamListener;
import io.ttquant.exchanges.transport.stream.StreamSession;
import io.ttquant.exchanges.transport.stream.Subscription;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The account's news, on two sockets that are logged in: conditional orders have their own. It is up while all channels of both are. */
final class OkxAccountStream implements OkxProtocol.Frames, OkxAccountSink, StreamListener {
    private static final Logger LOG = LoggerFactory.getLogger(OkxAccountStream.class);
    private static final String ORDERS = ChannelName.of("orders", "", "ANY");
    private static final String POSITIONS = ChannelName.of("positions", "", "ANY");
    private static final String ACCOUNT = "account";
    private static final String PAYMENTS = "balance_and_position";
    private static final String FUNDING = "funding_fee";
    private static final String ALGOS = ChannelName.of("orders-algo", "", "ANY");
    private static final String ADVANCED_ALGOS = ChannelName.of("algo-advance", "", "ANY");
    private static final String REFUSED = "-1";

    private final OkxContext context;
    private final OkxSocketRequests requests;
    private final OkxCatalog catalog;
    private final OkxAccount owner;
    private final AccountNews news;
    private final LongConsumer funding;
    private final OkxAccountDecoder decoder = new OkxAccountDecoder(this);
    private final StreamSession plain;
    private final StreamSession business;
    private final Subscription orders;
    private final Subscription positions;
    private final Subscription account;
    private final Subscription payments;
    private final Subscription algos;
    private final Subscription advancedAlgos;
    private @Nullable StreamInput input;
    private boolean isUp;
    private boolean isRefused;

    OkxAccountStream(
            OkxContext context,
            OkxSocketRequests requests,
            OkxCatalog catalog,
            OkxAccount owner,
            AccountNews news,
            LongConsumer funding) {
        this.context = context;
        this.requests = requests;
        this.catalog = catalog;
        this.owner = owner;
        this.news = news;
        this.funding = funding;
        plain = stream("okx private", HostKind.PRIVATE_STREAM);
        business = stream("okx algo orders", HostKind.MARKET_STREAM);
        // Orders and fills have ids: what two connections bring is the same news twice.
        orders = plain.subscribe(ORDERS, Duration.ZERO, Handover.MERGE);
        positions = plain.subscribe(POSITIONS, Duration.ZERO, Handover.SWITCH);
        account = plain.subscribe(ACCOUNT, Duration.ZERO, Handover.SWITCH);
        payments = plain.subscribe(PAYMENTS, Duration.ZERO, Handover.MERGE);
        algos = business.subscribe(ALGOS, Duration.ZERO, Handover.MERGE);
        advancedAlgos = business.subscribe(ADVANCED_ALGOS, Duration.ZERO, Handover.MERGE);
    }

    private StreamSession stream(String name, HostKind host) {
        String address = context.settings().environment().hosts().address(host);
        return context.urgentStream(name, new OkxProtocol(address, this, context.clock()::doubted), this);
    }

    void start() {
        plain.start();
        business.start();
    }

    void close() {
        plain.close();
        business.close();
    }

    @Override
    public String login() {
        return new String(requests.login().text(), StandardCharsets.UTF_8);
    }

    @Override
    public String shown(String words) {
        Credentials keys = context.settings().credentials();
        return keys == null ? words : keys.hiddenIn(words);
    }

    @Override
    public OkxFrame read(byte[] payload, StreamInput on) {
        input = on;
        return decoder.decode(payload, 0, payload.length);
    }

    @Override
    public OkxEvent event() {
        return decoder.event();
    }

    @Override
    public void unreadable(JsonException why, byte[] payload, StreamInput on) {
        on.unreadable(why.withoutExcerpt());
        news.unreadable(why.withoutExcerpt());
    }

    private boolean isWanted(Subscription channel) {
        StreamInput on = input;
        return on != null && on.data(channel);
    }

    @Override
    public void order(OkxOrderUpdate update) {
        if (!isWanted(orders)) {
            return;
        }
        guarded(() -> {
            VenueOrder order = OkxNewsReader.order(update);
            owner.children.note(update.algoClientId(), order.venueId());
            owner.liquidations.note(order.venueId(), update.category());
            if (update.isFill()) {
                news.fill(owner.fillIds.heard(OkxNewsReader.fill(update)));
            }
            news.order(order);
            if (update.amendResult().equals(REFUSED)) {
                news.unreadable("the amendment of order " + update.clientId() + " was refused after it was taken: "
                        + update.code() + " " + update.message());
            }
        });
    }

    /** Takes one of the news of a frame. If it cannot be read, that is asked for, and the others count. */
    private void guarded(Runnable taking) {
        try {
            taking.run();
        } catch (IllegalArgumentException | ArithmeticException e) {
            news.unreadable(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void algo(OkxAlgoUpdate update) {
        algo(update, algos);
    }

    @Override
    public void advancedAlgo(OkxAlgoUpdate update) {
        algo(update, advancedAlgos);
    }

    private void algo(OkxAlgoUpdate update, Subscription channel) {
        if (!isWanted(channel)) {
            return;
        }
        guarded(() -> {
            VenueOrder order = OkxNewsReader.algo(update);
            owner.children.note(order.clientId(), order.childId());
            news.order(order);
        });
    }

    @Override
    public void balances(OkxNews of, List<OkxBalance> balances) {
        if (isWanted(account)) {
            balances.forEach(b -> guarded(() -> balance(b)));
        }
    }

    private void balance(OkxBalance b) {
        BigDecimal cash = b.cash();
        if (cash == null) {
            news.unreadable("news of " + b.currency() + " without its balance");
            return;
        }
        BigDecimal frozen = b.frozen() == null ? BigDecimal.ZERO : b.frozen();
        Currency currency = catalog.findCurrency(b.currency());
        if (currency != null) {
            news.balance(OkxHoldings.balance(currency, cash, frozen), b.tsUpdated());
        }
    }

    /** Positions follow from fills; what changes them otherwise comes as an order of the venue, or is found by an audit. */
    @Override
    public void positions(OkxNews of, List<OkxPosition> told) {
        isWanted(positions);
    }

    @Override
    public void fill(OkxFill fill) {
        // Not subscribed to: the channel of orders tells fills with their fees.
    }

    /** Says why the account changed, which the other channels do not; what it is then is told by those. */
    @Override
    public void balancesAndPositions(OkxNews of, List<OkxBalance> balances, List<OkxPosition> told) {
        if (isWanted(payments) && of.event().equals(FUNDING)) {
            funding.accept(of.tsEvent());
        }
    }

    @Override
    public void other(String channel) {
        LOG.warn("News of the channel {}, which was not asked for", channel);
    }

    @Override
    public void live(Subscription channel) {
        upIfComplete();
    }

    private void upIfComplete() {
        if (!isUp && !isRefused && plain.isComplete() && business.isComplete()) {
            isUp = true;
            news.connected();
        }
    }

    @Override
    public void lost(Subscription channel) {
        down("the stream of " + channel.channel() + " is gone");
    }

    @Override
    public void refused(Subscription channel, String reason) {
        if (channel.equals(payments) || channel.equals(advancedAlgos)) {
            String late = channel.equals(payments) ? "funding is booked" : "news of trailing stops come";
            LOG.warn("The venue refuses {}, so that {} later, by audits: {}", channel.channel(), late, reason);
            upIfComplete();
            return;
        }
        isRefused = true;
        down("the venue refuses " + channel.channel() + ": " + reason);
        context.failed("okx refuses the channel " + channel.channel() + ": " + reason);
    }

    private void down(String why) {
        if (isUp) {
            isUp = false;
            news.disconnected(why);
        }
    }

    @Override
    public void stale(Subscription channel) {
        // May be silent as long as nothing happens.
    }

    @Override
    public void connected(int connection) {
        // Up when all channels are.
    }

    @Override
    public void disconnected(int connection, String reason) {
        LOG.info("Connection {} for the account ended: {}", connection, reason);
    }

    @Override
    public void halted(String reason) {
        down(reason);
        context.failed("okx does not let the account's stream in: " + reason);
    }
}
