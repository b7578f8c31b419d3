package io.ttquant.exchanges.okx.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.exchanges.answer.Json;
import io.ttquant.exchanges.json.JsonException;
import io.ttquant.exchanges.okx.OkxEvent;
import io.ttquant.exchanges.okx.OkxFrame;
import io.ttquant.exchanges.okx.OkxInstruments;
import io.ttquant.exchanges.okx.OkxMarketDecoder;
import io.ttquant.exchanges.request.HostKind;
import io.ttquant.exchanges.transport.stream.Handover;
import io.ttquant.exchanges.transport.stream.StreamInput;
import io.ttquant.exchanges.transport.stream.StreamListener;
import io.ttquant.exchanges.transport.stream.StreamSession;
import io.ttquant.exchanges.transport.stream.Subscription;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the venue says of its instruments when something about them changes: the channel {@code instruments}. What it cannot tell, the next reading does. */
final class OkxListingNews implements OkxProtocol.Frames, StreamListener {
    private static final Logger LOG = LoggerFactory.getLogger(OkxListingNews.class);
    private static final String CHANNEL = "instruments";

    private final OkxContext context;
    private final OkxCatalog catalog;
    private final Runnable whenRead;
    private final Runnable whenMissed;
    private final OkxMarketDecoder decoder = new OkxMarketDecoder();
    private final OkxProtocol protocol;
    private final StreamSession session;
    private boolean wasLost;

    /**
     * News that have not begun.
     *
     * @param whenRead hears that the catalog may say something else
     * @param whenMissed hears that news may have been missed
     */
    OkxListingNews(OkxContext context, OkxCatalog catalog, Runnable whenRead, Runnable whenMissed) {
        this.context = context;
        this.catalog = catalog;
        this.whenRead = whenRead;
        this.whenMissed = whenMissed;
        String address = context.settings().environment().hosts().address(HostKind.PUBLIC_STREAM);
        protocol = new OkxProtocol(address, this, context.clock()::doubted);
        session = context.stream("okx instruments", protocol, this);
        for (String kind : OkxOpening.KINDS) {
            session.subscribe(ChannelName.of(CHANNEL, "", kind), Duration.ZERO, Handover.SWITCH);
        }
    }

    void start() {
        session.start();
    }

    void close() {
        session.close();
    }

    @Override
    public OkxFrame read(byte[] payload, StreamInput on) {
        OkxFrame frame =
                decoder.decode(payload, 0, payload.length, context.engine().nanos());
        if (frame == OkxFrame.OTHER) {
            take(payload, on);
        }
        return frame;
    }

    private void take(byte[] payload, StreamInput on) {
        try {
            JsonNode frame = Json.read(payload);
            JsonNode argument = frame.path("arg");
            String name = ChannelName.of(Json.text(argument, "channel"), "", Json.text(argument, "instType"));
            Subscription channel = protocol.find(name);
            if (channel != null && on.data(channel)) {
                catalog.take(OkxInstruments.read(frame.path("data")));
                whenRead.run();
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            missed(e, payload, on);
        }
    }

    @Override
    public OkxEvent event() {
        return decoder.event();
    }

    @Override
    public void unreadable(JsonException why, byte[] payload, StreamInput on) {
        missed(why, payload, on);
    }

    private void missed(RuntimeException why, byte[] payload, StreamInput on) {
        on.unreadable(String.valueOf(why.getMessage()), payload);
        whenMissed.run();
    }

    @Override
    public void live(Subscription channel) {
        if (wasLost && session.isComplete()) {
            wasLost = false;
            whenMissed.run();
        }
    }

    @Override
    public void lost(Subscription channel) {
        wasLost = true;
    }

    @Override
    public void refused(Subscription channel, String reason) {
        LOG.warn("The venue refuses {}, so that changes come with the next reading: {}", channel.channel(), reason);
    }

    @Override
    public void stale(Subscription channel) {
        // Silent as long as nothing changes.
    }

    @Override
    public void connected(int connection) {
        // Live when its channels are.
    }

    @Override
    public void disconnected(int connection, String reason) {
        LOG.info("Connection {} for news of instruments ended: {}", connection, reason);
    }

    @Override
    public void halted(String reason) {
        LOG.warn("News of instruments end, so that changes come with the next reading: {}", reason);
    }
}
