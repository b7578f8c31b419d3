package io.ttquant.api.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.market.Bar;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.strategy.StrategyDoor.Callback;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StrategyDoorTest {
    private static final Instrument BTC = Instrument.spot("binance:BTCUSDT", "BTC", "USDT")
            .tick("0.01")
            .lot("0.00001")
            .build();

    @Test
    void handsPrimitivesOverAsARecord() {
        Recorder strategy = new Recorder();
        StrategyDoor door = StrategyDoor.of(strategy);

        door.bar(BTC, BarSpec.minutes(1), 1, 2, 3, 10_000, 10_300, 9_900, 10_100, 5);

        assertThat(strategy.bars)
                .containsExactly(new Bar(BTC, BarSpec.minutes(1), 1, 2, 3, 10_000, 10_300, 9_900, 10_100, 5));
        assertThat(strategy.bars.get(0).close()).isEqualTo(101.0);
    }

    @Test
    void hearsOnlyWhatTheClassOverrides() {
        StrategyDoor door = StrategyDoor.of(new Recorder());

        assertThat(door.hears(Callback.BAR)).isTrue();
        assertThat(door.hears(Callback.TRADE)).isFalse();
        assertThat(door.hears(Callback.ORDER)).isFalse();
    }

    @Test
    void strategiesOfOneClassShareAClassOfDoor() {
        assertThat(StrategyDoor.of(new Recorder()).getClass())
                .isSameAs(StrategyDoor.of(new Recorder()).getClass())
                .isNotSameAs(StrategyDoor.of(new Silent()).getClass());
    }

    @Test
    void theContextIsRefusedBeforeTheStart() {
        assertThatThrownBy(() -> new Silent().orders())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Silent is not started yet; use its context from onStart on");
    }

    private static final class Recorder extends Strategy {
        private final List<Bar> bars = new ArrayList<>();

        @Override
        protected void onStart(StrategyContext ctx) {}

        @Override
        protected void onBar(Bar bar) {
            bars.add(bar);
        }
    }

    private static final class Silent extends Strategy {
        @Override
        protected void onStart(StrategyContext ctx) {}
    }
}
