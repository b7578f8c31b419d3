package io.ttquant.core.storage.spool;

import io.ttquant.core.storage.database.Batch;
import io.ttquant.core.storage.database.Block;
import io.ttquant.core.storage.schema.Column;
import io.ttquant.core.storage.schema.Schema;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A batch as bytes: for each block the place of its table, the number of rows, and its columns one after the other. A word is eight bytes, a text its length in bytes
 * (-1 for null) and its UTF-8. Grows as needed; for one thread.
 */
public final class BatchBytes {
    private static final int NULL = -1;
    private static final int LARGEST = Integer.MAX_VALUE - 16;

    private final Schema schema;
    private byte[] bytes = new byte[1 << 16];
    private ByteBuffer out = ByteBuffer.wrap(bytes);

    /** Of a schema. */
    public BatchBytes(Schema schema) {
        this.schema = schema;
    }

    /** The bytes of a batch; a view that lasts until the next call. */
    public ByteBuffer encode(Batch batch) {
        out.clear();
        List<Block> blocks = batch.blocks();
        room(Integer.BYTES);
        out.putInt(blocks.size());
        for (Block block : blocks) {
            encode(block);
        }
        out.flip();
        return out;
    }

    private void encode(Block block) {
        room(2 * Integer.BYTES);
        out.putInt(schema.indexOf(block.table())).putInt(block.rows());
        List<Column> columns = block.table().columns();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).type().isWord()) {
                words(block.words(i), block.rows());
            } else {
                texts(block.texts(i), block.rows());
            }
        }
    }

    private void words(long[] words, int rows) {
        room(Math.multiplyExact(rows, Long.BYTES));
        out.asLongBuffer().put(words, 0, rows);
        out.position(out.position() + rows * Long.BYTES);
    }

    private void texts(@Nullable String[] texts, int rows) {
        for (int i = 0; i < rows; i++) {
            String text = texts[i];
            byte[] utf8 = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
            room(Integer.BYTES + utf8.length);
            out.putInt(text == null ? NULL : utf8.length).put(utf8);
        }
    }

    private void room(int more) {
        if (out.remaining() < more) {
            int at = out.position();
            if (more > LARGEST - at) {
                throw new IllegalStateException("a batch of more than 2 GB cannot be spooled; make batches smaller");
            }
            bytes = Arrays.copyOf(bytes, (int) Math.min(LARGEST, Math.max(at + (long) more, 2L * bytes.length)));
            out = ByteBuffer.wrap(bytes);
            out.position(at);
        }
    }

    /**
     * Reads what {@link #encode} wrote.
     *
     * @param written the schema with which it was written; what the schema of now has more is null or 0
     */
    public static Batch decode(ByteBuffer in, Schema written, Schema now) {
        Batch batch = new Batch(now);
        for (int left = in.getInt(); left > 0; left--) {
            int table = in.getInt();
            decode(in, in.getInt(), written.tables().get(table).columns(), batch.block(table));
        }
        return batch;
    }

    private static void decode(ByteBuffer in, int rows, List<Column> written, Block block) {
        block.reserve(rows);
        for (int i = 0; i < written.size(); i++) {
            if (written.get(i).type().isWord()) {
                in.asLongBuffer().get(block.words(i), 0, rows);
                in.position(in.position() + rows * Long.BYTES);
            } else {
                texts(in, block.texts(i), rows);
            }
        }
        block.endRows(rows);
    }

    private static void texts(ByteBuffer in, @Nullable String[] texts, int rows) {
        for (int i = 0; i < rows; i++) {
            int length = in.getInt();
            if (length == NULL) {
                texts[i] = null;
            } else {
                texts[i] = StandardCharsets.UTF_8
                        .decode(in.slice(in.position(), length))
                        .toString();
                in.position(in.position() + length);
            }
        }
    }
}
