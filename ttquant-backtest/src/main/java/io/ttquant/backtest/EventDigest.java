package io.ttquant.backtest;

import io.ttquant.api.order.Fill;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.core.engine.EquityCurve;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over all orders, order events, fills and equity of a run: equal digests mean equal runs, to the last figure.
 *
 * <p>What is hashed is a compact encoding that can be read back in one way only: each entry starts with its kind; a number is written as the
 * difference to the one before it of the same meaning, zigzag, seven bits a byte; a text is written in full the first time and by its number from
 * then on. So an order costs a few tens of bytes, and a bar's equity about six. Encoded bytes are kept up to a limit and hashed when somebody asks
 * for the digest, so that a sweep that never does pays for no hashing. They are kept in blocks, so that nothing is copied while they grow.
 */
final class EventDigest {
    private static final int ORDER = 1;
    private static final int FILL = 2;
    private static final int EVENT = 3;
    private static final int EQUITY = 4;
    /** More than the longest entry without its new texts. */
    private static final int ROOM = 256;

    private static final int FIRST_BLOCK = 1 << 13;
    private static final int BLOCK = 1 << 16;
    private static final int MOST_KEPT = 1 << 23;
    private static final int RECENT = 64;

    private final MessageDigest sha256;
    private final List<ByteBuffer> full = new ArrayList<>();
    private byte[] buffer = new byte[FIRST_BLOCK];
    private final Map<String, Integer> texts = new HashMap<>();
    private final @Nullable String[] recent = new @Nullable String[RECENT];
    private final int[] recentNumber = new int[RECENT];
    private int size;
    private int kept;
    private long time;
    private long sequence;
    private long price;
    private long quantity;
    private long fee;
    private long tradeId;

    EventDigest() {
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    void order(Order order) {
        room();
        begin(ORDER, order);
        time = delta(order.createdNanos(), time);
        raw(order.side().ordinal());
        raw(order.type().ordinal());
        quantity = delta(order.rawQuantity(), quantity);
        price = delta(order.rawPrice(), price);
        number(order.rawTrigger());
        text(order.strategyId());
        text(order.instrument().id().venue());
        text(order.instrument().id().symbol());
    }

    void event(OrderEvent event) {
        room();
        Order order = event.order();
        if (event instanceof OrderEvent.Filled filled) {
            begin(FILL, order);
            fill(filled.fill());
        } else {
            begin(EVENT, order);
            text(event.getClass().getSimpleName());
        }
        raw(order.status().ordinal());
        time = delta(event.tsEvent(), time);
        time = delta(event.tsInit(), time);
    }

    private void fill(Fill fill) {
        tradeId = delta(fill.tradeId(), tradeId);
        price = delta(fill.rawPrice(), price);
        quantity = delta(fill.rawQuantity(), quantity);
        fee = delta(fill.rawFee(), fee);
        raw(fill.liquidity().ordinal());
        raw(fill.reason().ordinal());
        text(fill.feeCurrency().code());
    }

    private void begin(int kind, Order order) {
        raw(kind);
        sequence = delta(order.sequence(), sequence);
    }

    private void raw(int code) {
        buffer[size++] = (byte) code;
    }

    /** Writes the difference to the number before it, which wraps around without harm; returns the new one. */
    private long delta(long value, long before) {
        number(value - before);
        return value;
    }

    private void number(long value) {
        long bits = value << 1 ^ value >> 63;
        while ((bits & ~0x7FL) != 0) {
            buffer[size++] = (byte) (bits | 0x80);
            bits >>>= 7;
        }
        buffer[size++] = (byte) bits;
    }

    private void text(String text) {
        int slot = text.hashCode() & (RECENT - 1);
        if (!text.equals(recent[slot])) {
            Integer known = texts.putIfAbsent(text, texts.size());
            if (known == null) {
                newText(text);
                return;
            }
            recent[slot] = text;
            recentNumber[slot] = known;
        }
        number(recentNumber[slot]);
    }

    private void newText(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(-1 - (long) bytes.length);
        room(bytes.length);
        System.arraycopy(bytes, 0, buffer, size, bytes.length);
        size += bytes.length;
    }

    private void room() {
        if (buffer.length - size < ROOM) {
            room(0);
        }
    }

    private void room(int more) {
        int needed = ROOM + more;
        if (buffer.length - size >= needed) {
            return;
        }
        full.add(ByteBuffer.wrap(buffer, 0, size));
        kept += size;
        size = 0;
        if (kept + BLOCK > MOST_KEPT) {
            flush();
        }
        buffer = new byte[Math.max(BLOCK, needed)];
    }

    private void flush() {
        full.forEach(sha256::update);
        full.clear();
        kept = 0;
        sha256.update(buffer, 0, size);
        size = 0;
    }

    /** The digest of what was given so far and of this equity; to be called once. */
    String finish(EquityCurve equity) {
        long nanos = 0;
        long step = 0;
        long raw = 0;
        room();
        raw(EQUITY);
        number(equity.size());
        for (int i = 0; i < equity.size(); i++) {
            room();
            long next = equity.timeNanos(i) - nanos;
            nanos += next;
            // Samples mostly come at equal steps, so that the change of the step is 0: one byte.
            step = delta(next, step);
            raw = delta(equity.rawEquity(i), raw);
        }
        flush();
        buffer = new byte[0];
        return HexFormat.of().formatHex(sha256.digest());
    }
}
