package io.ttquant.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.storage.RunEntry;
import io.ttquant.api.storage.Storage;
import io.ttquant.core.storage.sqlite.SqliteStorage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which balances are kept with a fill: those that it may have changed, each once. */
class KeptBalancesTest {
    private static final BarSpec DAY = BarSpec.days(1);

    @TempDir
    Path folder;

    @Test
    void onSpotBothThatWereExchanged() {
        assertThat(afterTheFirstFill(Walk.BTC)).containsExactly("USDT", "BTC");
    }

    @Test
    void ofADerivativeTheOneInWhichItSettles() {
        Instrument swap = Instrument.perpetual(InstrumentId.parse("test:SWAP"), Currency.of("BTC"), Currency.of("USDT"))
                .tick("0.01")
                .lot("0.001")
                .build();

        assertThat(afterTheFirstFill(swap)).containsExactly("USDT");
    }

    private List<String> afterTheFirstFill(Instrument instrument) {
        try (Storage storage =
                new SqliteStorage().open(Map.of("file", folder.resolve("t.db").toString()))) {
            Backtest.of(Walk.bars(instrument, DAY, 10, 1).source())
                    .cash("100000 USDT")
                    .strategy("turns", Walk.turns(instrument, DAY, 1, "0.1"))
                    .keepIn(storage, "run")
                    .run();
            return storage.read().entries("run").all().stream()
                    .dropWhile(entry -> !(entry instanceof RunEntry.Filled))
                    .skip(1)
                    .takeWhile(entry -> !(entry instanceof RunEntry.OrderChange))
                    .filter(RunEntry.BalanceAt.class::isInstance)
                    .map(entry -> ((RunEntry.BalanceAt) entry).currency().code())
                    .toList();
        }
    }
}
