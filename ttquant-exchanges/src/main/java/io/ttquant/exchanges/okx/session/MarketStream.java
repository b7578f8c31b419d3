package io.ttquant.exchanges.okx.session;

import io.ttquant.api.exchange.BookSink;
import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.SessionListener;
import io.ttquant.exchanges.transport.stream.Handover;
import io.ttquant.exchanges.transport.stream.StreamListener;
import io.ttquant.exchanges.transport.stream.StreamSession;
import io.ttquant.exchanges.transport.stream.Subscription;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The market data of one kind of socket: tells the engine what is live, and asks for books again that are of no use. */
final class MarketStream implements StreamListener {
    private static final Logger LOG = LoggerFactory.getLogger(MarketStream.class);
    private static final Duration FIRST_PATIENCE = Duration.ofSeconds(2);
    private static final int MOST_DOUBLINGS = 5;

    private final SessionListener listener;
    private final OkxContext context;
    private final ReloadPace reloads = new ReloadPace();
    private final Map<String, MarketChannel> channels = new HashMap<>();
    private final StreamSession session;
    private boolean isStarted;
    private boolean isOver;

    MarketStream(OkxContext context, String name, String address, OkxProtocol.Frames frames) {
        this.context = context;
        this.listener = context.listener();
        OkxProtocol protocol = new OkxProtocol(address, frames, context.clock()::doubted);
        this.session = context.stream(name, protocol, this);
    }

    void add(MarketChannel channel) {
        channels.put(channel.name, channel);
        channel.subscription = session.subscribe(channel.name, silence(channel), handover(channel));
        if (!isStarted) {
            isStarted = true;
            session.start();
        }
    }

    void close() {
        isOver = true;
        session.close();
    }

    /** Trades have ids, by which the feed drops what two connections bring; the rest are states, of which the newer connection has the newer. */
    private static Handover handover(MarketChannel channel) {
        return channel.kind == Capability.TRADES ? Handover.MERGE : Handover.SWITCH;
    }

    /** How long no message may come: books are kept alive every 60 s, mark prices come every 10 s, funding within 90 s, the rest when there is something. */
    private static Duration silence(MarketChannel channel) {
        return switch (channel.kind) {
            case BOOKS, QUOTES -> Duration.ofSeconds(75);
            case MARK_PRICES -> Duration.ofSeconds(30);
            case FUNDING -> Duration.ofMinutes(3);
            default -> Duration.ofMinutes(5);
        };
    }

    /** Asks for a book anew if the last message left it of no use. */
    void check(MarketChannel channel) {
        BookSink book = channel.book();
        if (book == null) {
            return;
        }
        if (!book.needsSnapshot()) {
            channel.inStep(context.engine().nanos());
            say(channel, true);
            return;
        }
        boolean isLostAgain = channel.outOfStep(context.engine().nanos());
        say(channel, false);
        if (channel.isResyncing) {
            channel.isDue |= isLostAgain;
        } else {
            resync(channel);
        }
    }

    /** A message of a book could not be read: it does not hold what that said, and is asked for anew in its time. */
    void missed(MarketChannel channel) {
        lose(channel.book());
        check(channel);
    }

    private void lose(@Nullable BookSink book) {
        if (book != null && !book.needsSnapshot()) {
            long now = context.engine().nanos();
            book.lost(now, now);
        }
    }

    private void resync(MarketChannel channel) {
        Subscription old = channel.subscription;
        if (old == null) {
            return;
        }
        channel.isResyncing = true;
        Duration wait = reloads.take(context.engine().nanos());
        if (!wait.isZero()) {
            postpone(channel, old, wait);
            return;
        }
        LOG.warn("The book of {} misses something; asking for it anew", channel.instrument);
        channel.isPostponed = false;
        channel.isDue = false;
        Duration patience = FIRST_PATIENCE.multipliedBy(1L << Math.min(channel.failures, MOST_DOUBLINGS));
        channel.failures++;
        session.unsubscribe(old);
        Subscription mine = session.subscribe(channel.name, silence(channel), handover(channel));
        channel.subscription = mine;
        askAgain(channel, mine, patience);
    }

    private void postpone(MarketChannel channel, Subscription mine, Duration wait) {
        if (!channel.isPostponed) {
            channel.isPostponed = true;
            LOG.warn(
                    "The book of {} misses something, and is asked for anew later: books were lost so often that soon"
                            + " no channel could be asked for",
                    channel.instrument);
        }
        channel.isDue = true;
        askAgain(channel, mine, wait);
    }

    private void askAgain(MarketChannel channel, Subscription mine, Duration wait) {
        context.engine().schedule(wait, () -> {
            if (channel.subscription == mine) {
                channel.isResyncing = false;
                if (channel.isDue && mine.isLive() && !isOver) {
                    check(channel);
                }
            }
        });
    }

    private void say(MarketChannel channel, boolean isLive) {
        if (channel.isLive != isLive) {
            channel.isLive = isLive;
            listener.marketData(channel.instrument, channel.kind, isLive);
        }
    }

    private @Nullable MarketChannel current(Subscription subscription) {
        MarketChannel channel = channels.get(subscription.channel());
        return channel != null && channel.subscription == subscription ? channel : null;
    }

    /** A book is live with its snapshot, not with its acknowledgement. */
    @Override
    public void live(Subscription subscription) {
        MarketChannel channel = current(subscription);
        if (channel != null && channel.book() == null) {
            say(channel, true);
            channel.whenLive.run();
        }
    }

    @Override
    public void stale(Subscription subscription) {
        gone(subscription);
    }

    @Override
    public void lost(Subscription subscription) {
        MarketChannel channel = current(subscription);
        if (channel != null) {
            channel.whenLost.run();
        }
        gone(subscription);
    }

    @Override
    public void refused(Subscription subscription, String reason) {
        LOG.warn("The venue refuses {}: {}", subscription.channel(), reason);
        gone(subscription);
    }

    private void gone(Subscription subscription) {
        MarketChannel channel = current(subscription);
        if (channel == null) {
            return;
        }
        lose(channel.book());
        channel.outOfStep(context.engine().nanos());
        say(channel, false);
    }

    @Override
    public void connected(int connection) {
        // Channels tell by themselves what is live.
    }

    @Override
    public void disconnected(int connection, String reason) {
        LOG.info("Connection {} for market data ended: {}", connection, reason);
    }

    @Override
    public void halted(String reason) {
        isOver = true;
        context.failed("the stream of market data cannot be opened: " + reason);
    }
}
