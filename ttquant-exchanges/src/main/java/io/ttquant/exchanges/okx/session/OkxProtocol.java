package io.ttquant.exchanges.okx.session;

import io.ttquant.exchanges.codes.CodeClass;
import io.ttquant.exchanges.codes.Verdict;
import io.ttquant.exchanges.json.JsonException;
import io.ttquant.exchanges.okx.OkxCodes;
import io.ttquant.exchanges.okx.OkxEvent;
import io.ttquant.exchanges.okx.OkxFrame;
import io.ttquant.exchanges.request.JsonFields;
import io.ttquant.exchanges.request.WireBuffer;
import io.ttquant.exchanges.transport.WebSocketRequest;
import io.ttquant.exchanges.transport.stream.StreamInput;
import io.ttquant.exchanges.transport.stream.StreamProtocol;
import io.ttquant.exchanges.transport.stream.Subscription;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How OKX speaks on its WebSockets: JSON frames and the texts {@code ping} and {@code pong}; one acknowledgement for each channel. */
final class OkxProtocol implements StreamProtocol {
    private static final String NOT_LOGGED_IN = "60011";

    /** One connection too many has the channel: it comes after an acknowledgement as any other, has no code, and nothing follows it. */
    private static final String TOO_MANY = "channel-conn-count-error";

    private static final int MOST_ID_DIGITS = 18;

    private final URI address;
    private final Frames frames;
    private final Runnable clockDoubted;
    private final Map<String, Subscription> channels = new HashMap<>();
    private final WireBuffer text = new WireBuffer();
    private final JsonFields json = new JsonFields(text);

    /**
     * The protocol of one kind of socket.
     *
     * @param clockDoubted what to do when the venue finds our time wrong
     */
    OkxProtocol(String address, Frames frames, Runnable clockDoubted) {
        this.address = URI.create(address);
        this.frames = frames;
        this.clockDoubted = clockDoubted;
    }

    /** Reads what is data, and knows how to log in. */
    interface Frames {
        /** Reads a frame. */
        OkxFrame read(byte[] payload, StreamInput input);

        /** The last frame, if it was an event. */
        OkxEvent event();

        /** A frame that cannot be read: what of it may be shown is told to its input, and what is missed now is asked for. */
        void unreadable(JsonException why, byte[] payload, StreamInput input);

        /** The text that logs in, signed now; null where nobody does. */
        default @Nullable String login() {
            return null;
        }

        /** Words of the venue without what they quote of a key. */
        default String shown(String words) {
            return words;
        }
    }

    @Override
    public WebSocketRequest address() {
        return WebSocketRequest.of(address);
    }

    @Override
    public @Nullable String login() {
        return frames.login();
    }

    @Override
    public String subscribe(List<Subscription> wanted, long requestId) {
        wanted.forEach(channel -> channels.put(channel.channel(), channel));
        return request("subscribe", wanted, requestId);
    }

    @Override
    public String unsubscribe(List<Subscription> unwanted, long requestId) {
        return request("unsubscribe", unwanted, requestId);
    }

    private String request(String operation, List<Subscription> named, long requestId) {
        text.clear();
        json.open().text("id", Long.toString(requestId));
        json.text("op", operation);
        json.field("args").put('[');
        for (int i = 0; i < named.size(); i++) {
            if (i > 0) {
                text.put(',');
            }
            ChannelName.write(json, named.get(i).channel());
        }
        text.put(']');
        json.close();
        return text.ascii(0, text.length());
    }

    /** The subscription of a channel, or null. */
    @Nullable
    Subscription find(String name) {
        return channels.get(name);
    }

    @Override
    public void message(byte[] payload, StreamInput input) {
        OkxFrame frame;
        try {
            frame = frames.read(payload, input);
        } catch (JsonException e) {
            frames.unreadable(e, payload, input);
            return;
        }
        if (frame == OkxFrame.EVENT) {
            event(frames.event(), input);
        }
    }

    private void event(OkxEvent event, StreamInput input) {
        if (event.event().equals(TOO_MANY)) {
            input.useless("the venue takes no more connections with the channel " + event.channel());
            return;
        }
        if (event.isError()) {
            refused(event, input);
            return;
        }
        switch (event.event()) {
            case "login" -> input.loggedIn();
            case "subscribe" -> {
                Subscription channel = channels.get(name(event));
                if (channel != null) {
                    input.acknowledged(channel);
                }
            }
            case "notice" -> input.closing(event.code() + " " + frames.shown(event.message()));
            default -> {
                // Counts of connections and what is new: nothing follows from them.
            }
        }
    }

    private static String name(OkxEvent event) {
        return ChannelName.of(event.channel(), event.instrument(), event.instrumentType());
    }

    /** A refusal that passes is not told of a channel: its missing acknowledgement leads to another request. */
    private void refused(OkxEvent event, StreamInput input) {
        Verdict verdict = OkxCodes.verdict(event.code(), event.message());
        String reason = event.code() + " " + frames.shown(event.message());
        CodeClass kind = verdict.codeClass();
        boolean isOfLogin = kind == CodeClass.FATAL
                || kind == CodeClass.CLOCK
                || event.event().equals("login");
        if (isOfLogin) {
            if (kind == CodeClass.CLOCK) {
                clockDoubted.run();
            }
            input.loginRefused(reason, kind == CodeClass.FATAL && !event.code().equals(NOT_LOGGED_IN));
            return;
        }
        if (kind != CodeClass.REJECTED) {
            return;
        }
        Subscription channel = channels.get(name(event));
        long id = number(event.id());
        if (id > 0) {
            input.refused(id, reason);
        } else if (channel != null) {
            input.refused(channel, reason);
        }
    }

    private static long number(String id) {
        boolean isNumber =
                !id.isEmpty() && id.length() <= MOST_ID_DIGITS && id.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? Long.parseLong(id) : 0;
    }
}
