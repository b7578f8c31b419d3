package io.ttquant.examples.bench;

import io.ttquant.api.market.Trade;
import io.ttquant.api.storage.Storage;
import io.ttquant.core.storage.postgresql.PostgresStorage;
import io.ttquant.core.storage.schema.InstrumentKey;
import io.ttquant.storage.RealPostgres;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** PostgreSQL beside one bare binary COPY, on a server of its own that waits for its disk. */
final class PostgresRace implements StoreRace {
    private static final int FIELDS = 9;
    private static final int ROOM_OF_A_ROW = 256;

    private final RealPostgres server = RealPostgres.startDurable();

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public double goal() {
        return 0.8;
    }

    @Override
    public void close() {
        server.close();
    }

    private Map<String, String> settings(Path folder, String schema) {
        return Map.of(
                "url",
                server.url(),
                "schema",
                schema,
                "spool",
                folder.resolve("spool").toString());
    }

    @Override
    public double bare(Path folder, int rows) throws SQLException {
        server.execute("drop schema if exists bare cascade");
        new PostgresStorage().open(settings(folder, "bare")).close();
        try (Connection connection = server.connect()) {
            long from = System.nanoTime();
            CopyIn copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy bare.trade_ticks from stdin (format binary)");
            ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
            bytes.put("PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1))
                    .putLong(0);
            long key = InstrumentKey.of(RateTrades.BTC.id());
            for (int i = 0; i < rows; i++) {
                if (bytes.remaining() < ROOM_OF_A_ROW) {
                    copy.writeToCopy(bytes.array(), 0, bytes.position());
                    bytes.clear();
                }
                put(bytes, key, RateTrades.trade(i), i);
            }
            bytes.putShort((short) -1);
            copy.writeToCopy(bytes.array(), 0, bytes.position());
            if (copy.endCopy() != rows) {
                throw new IllegalStateException("not all was copied");
            }
            return RateTrades.rate(rows, from);
        }
    }

    private static void put(ByteBuffer bytes, long key, Trade trade, long number) {
        bytes.putShort((short) FIELDS);
        word(bytes, key);
        word(bytes, trade.tsEvent());
        word(bytes, number);
        word(bytes, trade.tsInit());
        word(bytes, trade.rawPrice());
        word(bytes, trade.rawQuantity());
        small(bytes, trade.instrument().priceScale());
        small(bytes, trade.instrument().quantityScale());
        small(bytes, trade.aggressor().ordinal());
    }

    private static void word(ByteBuffer bytes, long value) {
        bytes.putInt(Long.BYTES).putLong(value);
    }

    private static void small(ByteBuffer bytes, int value) {
        bytes.putInt(Short.BYTES).putShort((short) value);
    }

    @Override
    public double ours(Path folder, int rows) {
        server.execute("drop schema if exists ours cascade");
        try (Storage storage = new PostgresStorage().open(settings(folder, "ours"))) {
            return RateTrades.rateOfGiving(storage, rows);
        }
    }
}
