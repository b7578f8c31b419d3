package io.ttquant.exchanges.okx.session;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.ExchangeConfig;
import io.ttquant.api.exchange.ExchangeSession;
import io.ttquant.api.exchange.SessionListener;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.exchanges.transport.simulated.SimulatedNetwork;
import io.ttquant.exchanges.transport.simulated.SimulatedTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A session with the small OKX, and all that it said. */
final class Session implements SessionListener {
    static final long START = 1_790_000_000_000_000_000L;
    static final String CANARY = "cAnArY0123456789";

    final SimulatedTime time = new SimulatedTime(START);
    final SimulatedNetwork network;
    final OkxVenue venue;
    final List<String> heard = new ArrayList<>();
    final Sinks sinks = new Sinks();
    private final Map<String, String> settings = new HashMap<>();
    ExchangeSession session;

    Session() {
        this(1);
    }

    private Session(long seed) {
        network = new SimulatedNetwork(time, seed);
        venue = new OkxVenue(time).serve(network);
        settings.put("environment", "live");
    }

    static Session withKeys() {
        return withKeys(1);
    }

    static Session withKeys(long seed) {
        return new Session(seed)
                .with("key", CANARY + "k")
                .with("secret", CANARY + "s")
                .with("passphrase", CANARY + "p");
    }

    Session with(String name, String value) {
        settings.put(name, value);
        return this;
    }

    Session open() {
        session = OkxProvider.over((proxy, thread) -> network).open(new ExchangeConfig(settings), time, this);
        run(20);
        return this;
    }

    Session attached() {
        open();
        session.attach(sinks, sinks);
        run(10);
        return this;
    }

    void run(int seconds) {
        time.run(Duration.ofSeconds(seconds));
    }

    @Override
    public void ready() {
        heard.add("ready");
    }

    @Override
    public void trading(boolean isTrading, String why) {
        heard.add("trading " + isTrading + " " + why);
    }

    @Override
    public void marketData(InstrumentId instrument, Capability kind, boolean isLive) {
        heard.add(instrument.symbol() + " " + kind + " " + isLive);
    }

    @Override
    public void failed(String reason) {
        heard.add("failed " + reason);
    }
}
