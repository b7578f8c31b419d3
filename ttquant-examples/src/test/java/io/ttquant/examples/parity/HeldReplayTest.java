package io.ttquant.examples.parity;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.core.risk.Guard;
import io.ttquant.core.risk.RiskMemory;
import io.ttquant.core.risk.RiskRecord;
import io.ttquant.core.risk.RiskRecord.Held;
import io.ttquant.core.risk.RiskRecord.OfScope;
import io.ttquant.core.risk.TradingStage;
import io.ttquant.exchanges.emulator.VenueKind;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A session that found a strategy halted is replayed with what it found. */
class HeldReplayTest {
    @Test
    void aSessionThatFoundAStrategyHaltedIsReplayedToTheSameCommands() {
        RiskMemory memory = RiskMemory.inMemory(null);
        new ParityRun(new ParityVenue(VenueKind.BINANCE, 1), "live", Duration.ofSeconds(20), memory);
        RiskRecord before = Objects.requireNonNull(memory.load());
        memory.save(new RiskRecord(
                before.currency(),
                before.scopes().stream()
                        .map(each -> each.strategyId().equals("grid") ? halted(each) : each)
                        .toList()));

        ParityRun run = new ParityRun(new ParityVenue(VenueKind.BINANCE, 1), "live", Duration.ofMinutes(2), memory);

        assertThat(run.lines)
                .anyMatch(line -> line.contains("grid: trading is halted: found so at the start: a"))
                .anyMatch(line -> line.contains("refused by us: strategy grid is halted (a"));
        assertThat(run.replay().difference()).isEmpty();
    }

    private static OfScope halted(OfScope scope) {
        return new OfScope(
                scope.strategyId(),
                scope.losses(),
                scope.lossesInARow(),
                List.of(new Held(Guard.HAND, TradingStage.HALTED, false, "a\tlook\nby Ann")),
                scope.worth());
    }
}
