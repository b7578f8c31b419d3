package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.core.matching.SimulationConfig;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarketDemandTest {
    private final List<String> wanted = new ArrayList<>();
    private final Lab lab = new Lab(
            Lab.SPOT,
            SimulationConfig.DEFAULT,
            builder -> builder.startBalance(Lab.USD, 1_000_000).demand(new MarketDemand() {
                @Override
                public void wanted(InstrumentId instrument, Capability kind) {
                    wanted.add(instrument + " " + kind);
                }

                @Override
                public void wantedBars(InstrumentId instrument, BarSpec spec) {
                    wanted.add(instrument + " " + spec);
                }
            }));

    @Test
    void whatStrategiesSubscribeToIsToldAtOnce() {
        InstrumentId id = Lab.SPOT.id();
        lab.script.start = ctx -> {
            ctx.subscribeTrades(id);
            ctx.subscribeQuotes(id);
            ctx.subscribeBook(id);
            ctx.subscribeFunding(id);
            ctx.subscribeMarkPrice(id);
            ctx.subscribeBars(id, Lab.M1).warmup(20);
            ctx.subscribeBars(id, BarSpec.hours(1));
        };
        lab.start(0);
        assertThat(wanted)
                .containsExactly(
                        "sim:ABC TRADES",
                        "sim:ABC QUOTES",
                        "sim:ABC BOOKS",
                        "sim:ABC FUNDING",
                        "sim:ABC MARK_PRICES",
                        "sim:ABC 1m",
                        "sim:ABC 1h");
        lab.script.ctx().subscribeBars(id, BarSpec.minutes(5));
        assertThat(wanted).endsWith("sim:ABC 5m");
    }

    @Test
    void warmupsAreKnownOnceStrategiesAreStarted() {
        lab.script.start = ctx -> {
            ctx.subscribeBars(Lab.SPOT.id(), Lab.M1).warmup(20);
            ctx.subscribeBars(Lab.SPOT.id(), BarSpec.hours(1));
        };
        assertThat(lab.engine.strategies().warmups()).isEmpty();
        lab.engine.start(0);
        assertThat(lab.engine.strategies().warmups()).containsExactly(new Warmup(Lab.SPOT.id(), Lab.M1, 20));
    }

    @Test
    void stoppingStrategiesCancelsTheirOrdersWhileTheEngineGoesOn() {
        lab.start(0);
        lab.sink.quote(1, 1, 99, 10, 101, 10);
        lab.script.desk().buy(Lab.SPOT.id()).quantity("3").limit("90").submit();
        lab.script.desk().buy(Lab.SPOT.id()).quantity("2").limit("80").submit();
        lab.engine.advanceTo(2);
        assertThat(lab.engine.strategies().openOrders()).hasSize(2);

        lab.engine.strategies().stop("enough");
        lab.engine.advanceTo(3);

        assertThat(lab.engine.strategies().openOrders()).isEmpty();
        assertThat(lab.engine.state()).isEqualTo(EngineState.RUNNING);
        lab.engine.stop();
        assertThat(lab.engine.state()).isEqualTo(EngineState.STOPPED);
    }
}
