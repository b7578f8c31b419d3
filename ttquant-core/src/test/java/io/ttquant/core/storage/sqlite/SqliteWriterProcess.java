package io.ttquant.core.storage.sqlite;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.Trade;
import io.ttquant.api.money.Currency;
import io.ttquant.api.storage.RunEntry;
import io.ttquant.api.storage.RunKind;
import io.ttquant.api.storage.RunRecord;
import io.ttquant.api.storage.RunWriter;
import io.ttquant.api.storage.Storage;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;

/** A process that writes until it is killed, and says what it knows to be safe. */
final class SqliteWriterProcess {
    static final RunRecord RUN = new RunRecord("killed", RunKind.LIVE, 0, Map.of(), "");
    static final Instrument BTC = Instrument.spot("test:BTCUSDT", "BTC", "USDT")
            .tick("0.01")
            .lot("0.001")
            .build();
    private static final int BETWEEN = 300;
    private static final Duration LONG = Duration.ofSeconds(30);

    private SqliteWriterProcess() {}

    /** With the file, and the first number that it has not. */
    public static void main(String... args) {
        Storage storage = new SqliteStorage().open(Map.of("file", args[0], "batch", "128", "spool_after_ms", "10"));
        RunWriter run = storage.run(RUN);
        for (long number = Long.parseLong(args[1]); ; number++) {
            run.keep(entry(number));
            storage.market().trade(new Trade(BTC, number, number, 1, 1, AggressorSide.NONE), number);
            if (number % BETWEEN == 0 && storage.flush(LONG)) {
                System.out.println(number);
                System.out.flush();
            }
        }
    }

    static RunEntry entry(long number) {
        return new RunEntry.EquityAt(number, number, Currency.of("USDT"), BigDecimal.valueOf(number));
    }
}
