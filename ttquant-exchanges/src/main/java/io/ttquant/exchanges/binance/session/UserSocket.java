package io.ttquant.exchanges.binance.session;

import io.ttquant.exchanges.binance.BinanceAnswer;
import io.ttquant.exchanges.binance.BinanceFrame;
import io.ttquant.exchanges.binance.BinanceUserDecoder;
import io.ttquant.exchanges.json.JsonException;
import io.ttquant.exchanges.session.AccountNews;
import io.ttquant.exchanges.transport.stream.StreamInput;
import io.ttquant.exchanges.transport.stream.StreamListener;
import io.ttquant.exchanges.transport.stream.StreamProtocol;
import io.ttquant.exchanges.transport.stream.Subscription;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The sockets of an account's news, which have no channels. While one takes over from another both bring everything, and what comes twice is for the
 * receiver to notice. Each new one begins with a catch-up, so that nothing between them is missed.
 */
abstract class UserSocket implements StreamProtocol, StreamListener {
    private final AccountNews news;
    private final Consumer<String> failed;
    private final BinanceUserDecoder decoder;
    private final Set<Integer> alive = new LinkedHashSet<>();
    private @Nullable StreamInput input;

    /**
     * A socket that has not begun.
     *
     * @param reading reads balances
     * @param failed hears that it is over for good
     */
    UserSocket(AccountNews news, AccountReading reading, Consumer<String> failed, LongConsumer funding) {
        this.news = news;
        this.failed = failed;
        this.decoder = new BinanceUserDecoder(new UserNews(news, reading, this::ended, funding));
    }

    /** Begins. */
    abstract void start();

    /** Ends. */
    abstract void close();

    /** An answer to a request that was sent on the socket. */
    abstract void answered(BinanceAnswer answer, StreamInput from);

    /** The venue ended the stream, while the socket may be open still. */
    abstract void expired(StreamInput from);

    /** Whether one of them brings news. */
    final boolean isAlive() {
        return !alive.isEmpty();
    }

    private void ended() {
        StreamInput its = input;
        if (its != null) {
            dead(its.connection(), "the venue ended the stream of the account's news");
            expired(its);
        }
    }

    @Override
    public void message(byte[] payload, StreamInput from) {
        input = from;
        try {
            BinanceFrame frame = decoder.decode(payload, 0, payload.length);
            switch (frame) {
                case ANSWER -> answered(decoder.answer(), from);
                case SHUTDOWN -> from.closing("the server shuts down");
                default -> {
                    // Its news went where they belong.
                }
            }
        } catch (JsonException e) {
            unreadable(e.withoutExcerpt(), from);
        } catch (IllegalArgumentException e) {
            unreadable(String.valueOf(e.getMessage()), from);
        }
    }

    private void unreadable(String why, StreamInput from) {
        from.unreadable(why);
        news.unreadable("a message of the account's stream: " + why);
    }

    @Override
    public String subscribe(List<Subscription> channels, long requestId) {
        throw new IllegalStateException("the stream of an account has no channels");
    }

    @Override
    public String unsubscribe(List<Subscription> channels, long requestId) {
        throw new IllegalStateException("the stream of an account has no channels");
    }

    @Override
    public void connected(int connection) {
        alive.add(connection);
        news.connected();
    }

    @Override
    public void disconnected(int connection, String reason) {
        dead(connection, reason);
    }

    private void dead(int connection, String reason) {
        if (alive.remove(connection) && alive.isEmpty()) {
            news.disconnected(reason);
        }
    }

    @Override
    public void live(Subscription channel) {}

    @Override
    public void stale(Subscription channel) {}

    @Override
    public void lost(Subscription channel) {}

    @Override
    public void refused(Subscription channel, String reason) {}

    @Override
    public void halted(String reason) {
        failed.accept(reason);
    }
}
