package io.ttquant.core.storage.tap;

import io.ttquant.api.storage.RunEntry;
import io.ttquant.core.storage.database.Batch;
import io.ttquant.core.storage.database.Block;
import io.ttquant.core.storage.rows.RunEntries;
import io.ttquant.core.storage.rows.RunRows;
import io.ttquant.core.storage.schema.RunTables;
import io.ttquant.core.storage.schema.Schema;
import io.ttquant.core.storage.spool.BatchBytes;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a run stands, as a text that stands among its states: in words separated by blanks its format, the version of the schema, the number of the last entry, whether
 * the last fill was not counted yet, how much of its order was filled before or {@code -}, and entries as the spool has them, in Base64.
 */
final class CheckpointText {
    /** The key of the state, which is the run's and no strategy's. */
    static final String KEY = "engine.checkpoint";

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointText.class);
    /** Those of format 1 lack what was realised with positions that are flat. */
    private static final String FORMAT = "2";

    private static final String UNKNOWN = "-";
    private static final int WORDS = 6;
    /** The tables of the entries, in the order in which they must be taken. */
    private static final List<Integer> OTHERS = List.of(
            Schema.CURRENT.indexOf(RunTables.POSITION_STATES),
            Schema.CURRENT.indexOf(RunTables.BALANCE_STATES),
            Schema.CURRENT.indexOf(RunTables.STRATEGY_STATES));

    private static final int ORDERS = Schema.CURRENT.indexOf(RunTables.ORDER_EVENTS);

    private CheckpointText() {}

    static String of(RunSummary summary) {
        Batch batch = new Batch(Schema.CURRENT);
        RunEntry.OrderChange last = summary.orders().last();
        summary.orders().open().forEach(order -> RunRows.entry("", order, batch));
        if (last != null) {
            RunRows.entry("", last, batch);
        }
        summary.others().forEach(entries -> entries.forEach(entry -> RunRows.entry("", entry, batch)));
        BigDecimal before = summary.orders().filledBefore();
        ByteBuffer rows = new BatchBytes(Schema.CURRENT).encode(batch);
        return String.join(
                " ",
                FORMAT,
                Integer.toString(Schema.CURRENT.version()),
                Long.toString(summary.lastNumber()),
                Boolean.toString(last != null),
                before == null ? UNKNOWN : before.toPlainString(),
                StandardCharsets.US_ASCII
                        .decode(Base64.getEncoder().encode(rows))
                        .toString());
    }

    /** Empty if it is none that this code understands: all entries tell the same, only slower. */
    static Optional<RunSummary> read(String text) {
        String[] words = text.split(" ", -1);
        if (words.length != WORDS || !words[0].equals(FORMAT)) {
            return Optional.empty();
        }
        try {
            int version = Integer.parseInt(words[1]);
            ByteBuffer rows = ByteBuffer.wrap(Base64.getDecoder().decode(words[5]));
            Batch batch = BatchBytes.decode(rows, Schema.CURRENT.at(version), Schema.CURRENT);
            RunSummary summary = new RunSummary();
            for (int table : OTHERS) {
                entries(batch.block(table)).forEach(summary::take);
            }
            orders(entries(batch.block(ORDERS)), Boolean.parseBoolean(words[3]), words[4], summary);
            summary.lastNumber(Long.parseLong(words[2]));
            return Optional.of(summary);
        } catch (RuntimeException e) {
            LOG.warn("a checkpoint of a run cannot be read, so all entries of the run are", e);
            return Optional.empty();
        }
    }

    private static void orders(List<RunEntry> all, boolean hasLast, String before, RunSummary into) {
        List<RunEntry.OrderChange> open = new ArrayList<>();
        all.forEach(entry -> open.add((RunEntry.OrderChange) entry));
        RunEntry.@Nullable OrderChange last = hasLast ? open.remove(open.size() - 1) : null;
        into.orders().restore(open, last, before.equals(UNKNOWN) ? null : new BigDecimal(before));
    }

    private static List<RunEntry> entries(Block block) {
        List<RunEntry> entries = new ArrayList<>();
        for (int row = 0; row < block.rows(); row++) {
            entries.add(RunEntries.entry(block, row, Map.of()));
        }
        return entries;
    }
}
