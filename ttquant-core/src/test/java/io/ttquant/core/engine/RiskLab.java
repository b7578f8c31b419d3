package io.ttquant.core.engine;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.Side;
import io.ttquant.core.matching.LatencyModel;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.core.order.Refusal;
import io.ttquant.core.portfolio.FundsPolicy;
import io.ttquant.core.risk.RiskEvent;
import io.ttquant.core.risk.RiskPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Two strategies, {@code s} and {@code t}, in swaps of ABC and XYZ, price 100 USD, with limits. Orders take a second to arrive. */
final class RiskLab {
    static final long SECOND = 1_000_000_000L;
    static final Instrument ABC = Lab.SWAP;
    static final Instrument XYZ = swap("sim:XYZ");
    static final Instrument THIRD = swap("sim:THIRD");

    final Script s = new Script();
    final Script t = new Script();
    final List<OrderEvent> said = new ArrayList<>();
    final List<RiskEvent> acts = new ArrayList<>();
    final Engine engine;
    long now = SECOND;

    private static Instrument swap(String id) {
        return Instrument.perpetual(InstrumentId.parse(id), Lab.ABC, Lab.USD)
                .tick("1")
                .lot("1")
                .build();
    }

    RiskLab(RiskPolicy policy) {
        this(
                policy,
                SimulationConfig.DEFAULT.withLatency(LatencyModel.constant(Duration.ofSeconds(1), Duration.ZERO)),
                b -> b);
    }

    RiskLab(RiskPolicy policy, SimulationConfig config, UnaryOperator<EngineBuilder> more) {
        EngineTap tap = new EngineTap() {
            @Override
            public void event(OrderEvent event) {
                said.add(event);
            }

            @Override
            public void risk(RiskEvent event) {
                acts.add(event);
            }
        };
        this.engine = more.apply(Engine.builder()
                        .instrument(ABC)
                        .instrument(XYZ)
                        .instrument(THIRD)
                        .reporting(Lab.USD)
                        .startBalance(Lab.USD, 10_000_00)
                        .funds(FundsPolicy.BORROW)
                        .strategy("s", s)
                        .strategy("t", t)
                        .simulate(config)
                        .risk(policy)
                        .tap(tap))
                .build();
        engine.start(0);
        engine.advanceTo(0);
    }

    /** With the price 100 in both instruments. */
    RiskLab priced() {
        price(ABC, 100);
        price(XYZ, 100);
        return this;
    }

    void price(Instrument instrument, long price) {
        engine.instrument(instrument.id()).trade(now, now, price, 1_000_000, io.ttquant.api.market.AggressorSide.NONE);
    }

    /** Lets time pass. */
    RiskLab pass(long nanos) {
        now += nanos;
        engine.advanceTo(now);
        return this;
    }

    Order buy(long quantity) {
        return market(s, ABC, Side.BUY, quantity);
    }

    Order sell(long quantity) {
        return market(s, ABC, Side.SELL, quantity);
    }

    Order market(Script who, Instrument instrument, Side side, long quantity) {
        return (side == Side.BUY ? who.desk().buy(instrument) : who.desk().sell(instrument))
                .rawQuantity(quantity)
                .market()
                .submit();
    }

    Order limit(Script who, Instrument instrument, Side side, long quantity, long price) {
        return (side == Side.BUY ? who.desk().buy(instrument) : who.desk().sell(instrument))
                .rawQuantity(quantity)
                .limit(String.valueOf(price))
                .submit();
    }

    /** Buys and lets it be filled at 100. */
    RiskLab hold(long quantity) {
        market(s, ABC, quantity > 0 ? Side.BUY : Side.SELL, Math.abs(quantity));
        pass(2 * SECOND);
        price(ABC, 100);
        return this;
    }

    long position(String strategy) {
        return engine.ledger().position(strategy, ABC).rawQuantity();
    }

    /** What was refused, by us. */
    List<Refusal> refusals() {
        List<Refusal> refusals = new ArrayList<>();
        for (OrderEvent event : said) {
            if (event instanceof OrderEvent.Denied denied) {
                refusals.add(new Refusal(denied.reason(), denied.message()));
            } else if (event instanceof OrderEvent.UpdateRejected update) {
                refusals.add(new Refusal(update.reason(), update.message()));
            }
        }
        return refusals;
    }

    /** What the risk rules did, as sentences. */
    List<String> acts() {
        return acts.stream()
                .map(act -> act.getClass().getSimpleName() + " " + act.message())
                .toList();
    }

    /** The orders that the engine sent to close positions. */
    List<Order> exits() {
        return acts.stream()
                .filter(RiskEvent.ExitSent.class::isInstance)
                .map(act -> ((RiskEvent.ExitSent) act).order())
                .toList();
    }
}
