package io.ttquant.storage;

import io.ttquant.core.storage.schema.Ddl;
import io.ttquant.core.storage.schema.Dialect;
import io.ttquant.core.storage.schema.Migration;
import io.ttquant.core.storage.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/** A database as the first version left it, with a fill in it and a view that had other columns then. */
public final class FirstSchema {
    private FirstSchema() {}

    /** The statements that make it. */
    public static List<String> statements(Dialect dialect) {
        Ddl ddl = Ddl.of(dialect);
        Migration first = Schema.CURRENT.migrations().get(0);
        List<String> all = new ArrayList<>(List.of(ddl.versionTable()));
        first.changes().forEach(change -> all.add(ddl.statement(change)));
        all.add(ddl.made(first));
        all.add("create view trades as select run, price, quantity as volume from fills");
        all.add(
                "insert into fills (run, number, ts_event, ts_init, client_id, strategy, instrument, trade_id, side, price,"
                        + " quantity, fee, fee_currency, fee_scale, liquidity, reason)"
                        + " values ('r', 0, 1, 1, 'c', 's', 'a:B', 9, 'BUY', '5', '2', '0', 'USDT', 8, 'TAKER', 'EXCHANGE')");
        return all;
    }
}
