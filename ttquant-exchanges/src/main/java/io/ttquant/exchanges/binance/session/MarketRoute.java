package io.ttquant.exchanges.binance.session;

import io.ttquant.api.exchange.BookSink;
import io.ttquant.api.exchange.EngineThread;
import io.ttquant.exchanges.binance.BinanceAnswer;
import io.ttquant.exchanges.binance.BinanceFrame;
import io.ttquant.exchanges.binance.BinanceMarketDecoder;
import io.ttquant.exchanges.feed.SymbolFeed;
import io.ttquant.exchanges.json.JsonException;
import io.ttquant.exchanges.json.SymbolTable;
import io.ttquant.exchanges.request.JsonFields;
import io.ttquant.exchanges.request.WireBuffer;
import io.ttquant.exchanges.transport.WebSocketRequest;
import io.ttquant.exchanges.transport.stream.StreamInput;
import io.ttquant.exchanges.transport.stream.StreamProtocol;
import io.ttquant.exchanges.transport.stream.Subscription;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One of the sockets for market data: combined streams, of which each frame names its own. */
final class MarketRoute implements StreamProtocol {
    private static final Pattern STREAM = Pattern.compile("\"stream\"\\s*:\\s*\"([^\"\\\\]+)\"");

    /** Trades may rightly be silent for minutes: whether their connection lives is asked by pings of the protocol. */
    private static final Duration PING = Duration.ofSeconds(20);

    private final URI address;
    private final EngineThread thread;
    private final BinanceMarketDecoder decoder = new BinanceMarketDecoder();
    private final SymbolTable<Subscription> streams = new SymbolTable<>();
    /** Books by the names of their streams. */
    private final Map<String, BookSink> books = new HashMap<>();

    private final WireBuffer text = new WireBuffer();
    private @Nullable StreamInput input;

    /**
     * A socket.
     *
     * @param host its address without a path for streams
     */
    MarketRoute(String host, EngineThread thread) {
        this.address = URI.create(host + "/stream");
        this.thread = thread;
        decoder.gatedBy(this::passes);
    }

    /** Takes a stream into account whose data goes to a feed. */
    void expect(Subscription stream, String symbol, SymbolFeed feed) {
        streams.put(stream.channel(), stream);
        decoder.feed(symbol, feed);
    }

    /** Notes the book that a stream changes. */
    void expectBook(String stream, BookSink book) {
        books.put(stream, book);
    }

    /** Puts a book that was asked for into its feed. */
    void book(String symbol, byte[] body) {
        decoder.decodeBook(symbol, body, 0, body.length, thread.nanos());
    }

    private boolean passes(byte[] name, int length) {
        Subscription stream = streams.find(name, 0, length);
        return stream != null && input != null && input.data(stream);
    }

    @Override
    public WebSocketRequest address() {
        return WebSocketRequest.of(address).withPings(PING);
    }

    @Override
    public String subscribe(List<Subscription> wanted, long requestId) {
        return request("SUBSCRIBE", wanted, requestId);
    }

    @Override
    public String unsubscribe(List<Subscription> unwanted, long requestId) {
        return request("UNSUBSCRIBE", unwanted, requestId);
    }

    private String request(String method, List<Subscription> channels, long requestId) {
        JsonFields json = new JsonFields(text.clear()).open();
        json.text("method", method);
        json.field("params").put('[');
        for (int i = 0; i < channels.size(); i++) {
            (i == 0 ? text : text.put(',')).json(channels.get(i).channel());
        }
        text.put(']');
        json.number("id", requestId);
        json.close();
        return new String(text.array(), 0, text.length(), StandardCharsets.UTF_8);
    }

    @Override
    public void message(byte[] payload, StreamInput from) {
        input = from;
        try {
            BinanceFrame frame = decoder.decode(payload, 0, payload.length, thread.nanos());
            if (frame == BinanceFrame.ANSWER) {
                answered(decoder.answer(), payload, from);
            } else if (frame == BinanceFrame.SHUTDOWN) {
                from.closing("the server shuts down");
            }
        } catch (JsonException | IllegalArgumentException e) {
            // One bad frame must not cost the others. A book lacks what was in it, as its ids would show with the next
            // one.
            from.unreadable(String.valueOf(e.getMessage()), payload);
            loseBook(payload);
        }
    }

    /**
     * Of a frame that does not even name its stream nothing is known; should it have changed a book, the ids of that
     * book tell.
     */
    private void loseBook(byte[] payload) {
        Matcher named = STREAM.matcher(new String(payload, StandardCharsets.UTF_8));
        BookSink book = named.find() ? books.get(named.group(1)) : null;
        if (book != null && !book.needsSnapshot()) {
            book.lost(thread.nanos(), thread.nanos());
        }
    }

    private void answered(BinanceAnswer answer, byte[] payload, StreamInput from) {
        long id;
        try {
            id = Long.parseLong(answer.id());
        } catch (NumberFormatException e) {
            from.unreadable("an answer to no request of ours", payload);
            return;
        }
        if (answer.isError()) {
            from.refused(id, answer.code() + " " + answer.message());
        } else {
            from.acknowledged(id);
        }
    }
}
