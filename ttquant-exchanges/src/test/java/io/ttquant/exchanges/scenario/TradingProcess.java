package io.ttquant.exchanges.scenario;

import io.ttquant.api.account.PositionMode;
import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.ExchangeConfig;
import io.ttquant.api.exchange.ExchangeSession;
import io.ttquant.api.exchange.SessionListener;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.core.engine.Engine;
import io.ttquant.core.engine.EngineBuilder;
import io.ttquant.core.engine.FailurePolicy;
import io.ttquant.core.engine.MarketDemand;
import io.ttquant.core.order.ClientIds;
import io.ttquant.core.risk.RiskLimits;
import io.ttquant.core.risk.RiskPolicy;
import io.ttquant.exchanges.transport.simulated.SimulatedNetwork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One life of a trading program: a session, and the engine that is built once it is ready. */
final class TradingProcess {
    private final Scenario world;
    final String epoch;
    final SimulatedNetwork network;
    final EngineTurns turns;
    final EngineRecord record;
    final Puppet puppet;
    final List<String> tradingNews = new ArrayList<>();
    final Map<String, Boolean> marketData = new HashMap<>();
    final ExchangeSession session;

    @Nullable
    Engine engine;

    @Nullable
    String failure;

    boolean isTrading;
    /** What lies before was in the account already. */
    long readyNanos = Long.MAX_VALUE;

    TradingProcess(Scenario world, String epoch, Map<String, String> settings) {
        this.world = world;
        this.epoch = epoch;
        network = world.network();
        turns = new EngineTurns(world.time());
        record = new EngineRecord(world::trace);
        puppet = new Puppet(world.traded());
        session = world.venue()
                .provider((proxy, thread) -> new EngineNetwork(network, turns))
                .open(new ExchangeConfig(settings), turns, new Listener());
    }

    Engine engine() {
        Engine built = engine;
        if (built == null) {
            throw new AssertionError("the engine was not built: " + failure + " " + tradingNews);
        }
        return built;
    }

    private void ready() {
        readyNanos = session.account().tsEvent();
        EngineBuilder builder = Engine.builder()
                .onFailure(FailurePolicy.STOP_STRATEGY)
                .clientIds(ClientIds.of(epoch))
                .startNanos(turns.nanos())
                .killSwitch(world.killSwitch())
                .tap(record)
                .demand(new Demand())
                .strategy("puppet", puppet)
                .risk(RiskPolicy.ofAccount(
                        RiskLimits.builder().maxOrderAge(Duration.ofHours(9)).build()))
                .positions(world.isHedging() ? PositionMode.HEDGING : PositionMode.NETTING)
                .execute(session.execution())
                .openAccount(session.account());
        world.shape().accept(builder);
        world.traded().forEach(id -> builder.instrument(instrument(id)));
        Engine built = builder.build();
        engine = built;
        session.attach(built, built.live());
        built.live().trading(isTrading, "as the session said before");
        built.start(turns.nanos());
        turns.drive(built);
    }

    Instrument instrument(InstrumentId id) {
        return session.instruments().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " is not listed: " + session.instruments()));
    }

    /** Does something as the strategy would, in a task of the engine's thread. */
    void act(Consumer<Puppet> action) {
        turns.run(() -> action.accept(puppet));
    }

    /** Ends as by kill -9: nothing is said to anybody, sockets break. */
    void die() {
        turns.die();
        network.close();
    }

    private final class Demand implements MarketDemand {
        @Override
        public void wanted(InstrumentId instrument, Capability kind) {
            session.subscribe(instrument, kind);
        }

        @Override
        public void wantedBars(InstrumentId instrument, BarSpec spec) {
            engine().instrument(instrument).bars(spec);
            session.subscribeBars(instrument, spec);
        }
    }

    private final class Listener implements SessionListener {
        @Override
        public void ready() {
            TradingProcess.this.ready();
        }

        @Override
        public void trading(boolean is, String why) {
            isTrading = is;
            tradingNews.add(is + " " + why);
            world.trace("session trading " + is + ": " + why);
            if (engine != null) {
                engine.live().trading(is, why);
            }
        }

        @Override
        public void marketData(InstrumentId instrument, Capability kind, boolean isLive) {
            marketData.put(instrument.symbol() + " " + kind, isLive);
            world.trace("session " + instrument + " " + kind + " comes: " + isLive);
            if (engine != null) {
                engine.strategies().marketData(instrument, kind, isLive);
            }
        }

        @Override
        public void failed(String reason) {
            failure = reason;
            world.trace("session failed: " + reason);
        }
    }
}
