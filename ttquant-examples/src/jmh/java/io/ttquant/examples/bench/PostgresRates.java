package io.ttquant.examples.bench;

import io.ttquant.api.market.Trade;
import io.ttquant.api.storage.Storage;
import io.ttquant.core.storage.postgresql.PostgresStorage;
import io.ttquant.core.storage.schema.InstrumentKey;
import io.ttquant.storage.RealPostgres;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * How many trades a second go into PostgreSQL, beside a bare binary COPY of the same rows into the same table: the two take turns on one server that waits for its disk,
 * and the best turn of each counts.
 */
final class PostgresRates {
    private static final int ROWS = Integer.getInteger("rows", 1_000_000);
    private static final int TURNS = Integer.getInteger("turns", 5);
    private static final int FIELDS = 9;

    private PostgresRates() {}

    /**
     * Runs it.
     *
     * @param args none
     */
    public static void main(String... args) throws IOException, SQLException {
        Path spool = Files.createTempDirectory("postgres-rates");
        try (RealPostgres server = RealPostgres.startDurable()) {
            double bare = 0;
            double ours = 0;
            for (int turn = 0; turn < TURNS; turn++) {
                bare = Math.max(bare, bare(server, spool));
                ours = Math.max(ours, ours(server, spool));
                System.out.printf(
                        "turn %d: bare copy %,.0f rows/s, storage %,.0f rows/s (%.0f %%)%n",
                        turn + 1, bare, ours, 100 * ours / bare);
            }
        } finally {
            try (var files = Files.walk(spool)) {
                for (Path file :
                        files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static Map<String, String> settings(RealPostgres server, Path spool, String schema) {
        return Map.of(
                "url",
                server.url(),
                "schema",
                schema,
                "spool",
                spool.toString(),
                "batch",
                System.getProperty("batch", "20000"));
    }

    private static double bare(RealPostgres server, Path spool) throws SQLException {
        server.execute("drop schema if exists bare cascade");
        new PostgresStorage().open(settings(server, spool, "bare")).close();
        try (Connection connection = server.connect()) {
            long from = System.nanoTime();
            CopyIn copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy bare.trade_ticks from stdin (format binary)");
            ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
            bytes.put(new byte[] {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
            });
            long key = InstrumentKey.of(RateTrades.BTC.id());
            for (int i = 0; i < ROWS; i++) {
                if (bytes.remaining() < 256) {
                    copy.writeToCopy(bytes.array(), 0, bytes.position());
                    bytes.clear();
                }
                Trade trade = RateTrades.trade(i);
                bytes.putShort((short) FIELDS);
                for (long value :
                        new long[] {key, trade.tsEvent(), i, trade.tsInit(), trade.rawPrice(), trade.rawQuantity()}) {
                    bytes.putInt(Long.BYTES).putLong(value);
                }
                for (int value : new int[] {2, 5, trade.aggressor().ordinal()}) {
                    bytes.putInt(Short.BYTES).putShort((short) value);
                }
            }
            bytes.putShort((short) -1);
            copy.writeToCopy(bytes.array(), 0, bytes.position());
            if (copy.endCopy() != ROWS) {
                throw new IllegalStateException("not all was copied");
            }
            return RateTrades.rate(ROWS, from);
        }
    }

    private static double ours(RealPostgres server, Path spool) {
        server.execute("drop schema if exists ours cascade");
        try (Storage storage = new PostgresStorage().open(settings(server, spool, "ours"))) {
            long from = System.nanoTime();
            RateTrades.give(storage, ROWS);
            return RateTrades.rate(ROWS, from);
        }
    }
}
