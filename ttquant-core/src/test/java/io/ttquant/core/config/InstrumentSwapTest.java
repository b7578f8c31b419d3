package io.ttquant.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.market.InstrumentId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InstrumentSwapTest {
    private static final InstrumentId BTC = InstrumentId.parse("binance:BTCUSDT");
    private static final InstrumentId ETH = InstrumentId.parse("binance:ETHUSDT");
    private static final InstrumentId SOL = InstrumentId.parse("okx:SOL-USDT");

    record Pair(InstrumentId one, Optional<InstrumentId> hedge, List<InstrumentId> basket, String note) {
        Pair {
            if (note.isEmpty()) {
                throw new IllegalArgumentException("note must not be empty");
            }
        }
    }

    @Test
    void every_instrument_of_the_parameters_is_replaced_and_nothing_else() {
        assertThat(InstrumentSwap.in(new Pair(BTC, Optional.of(ETH), List.of(BTC, ETH), "n"), SOL))
                .isEqualTo(new Pair(SOL, Optional.of(SOL), List.of(SOL), "n"));
    }

    @Test
    void what_is_absent_stays_absent() {
        assertThat(InstrumentSwap.in(new Pair(BTC, Optional.empty(), List.of(), "n"), SOL))
                .isEqualTo(new Pair(SOL, Optional.empty(), List.of(), "n"));
    }

    @Test
    void a_strategy_moves_to_another_instrument_with_its_description() {
        RunConfiguration run = RunConfiguration.read(ConfigText.of("run.toml", """
                        [strategies.one]
                        type = "buy"
                        symbol = "binance:BTCUSDT"
                        """), TestStrategies.catalogue());

        ConfiguredStrategy moved = run.strategies().get(0).on(SOL);

        assertThat(moved.instruments()).containsExactly(SOL);
        assertThat(moved.described()).containsValue("okx:SOL-USDT").doesNotContainValue("binance:BTCUSDT");
        assertThat(moved.create()).isNotSameAs(moved.create());
        assertThatThrownBy(() -> moved.described().clear()).isInstanceOf(UnsupportedOperationException.class);
    }
}
