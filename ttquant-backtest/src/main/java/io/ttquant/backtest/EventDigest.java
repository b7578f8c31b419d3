package io.ttquant.backtest;

import io.ttquant.api.order.Fill;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.core.engine.EquityCurve;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over all orders, order events, fills and equity of a run: equal digests mean equal runs, byte for byte. */
final class EventDigest {
    private final MessageDigest sha256;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16);

    EventDigest() {
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    void order(Order order) {
        room(96);
        buffer.put((byte) 'O').putLong(order.sequence()).putLong(order.createdNanos());
        buffer.put((byte) order.side().ordinal()).put((byte) order.type().ordinal());
        buffer.putLong(order.rawQuantity()).putLong(order.rawPrice()).putLong(order.rawTrigger());
        text(order.strategyId());
        text(order.instrument().id().toString());
    }

    void event(OrderEvent event) {
        room(128);
        buffer.put((byte) 'E')
                .putLong(event.order().sequence())
                .putLong(event.tsEvent())
                .putLong(event.tsInit());
        buffer.put((byte) event.order().status().ordinal());
        if (event instanceof OrderEvent.Filled filled) {
            Fill f = filled.fill();
            buffer.putLong(f.tradeId())
                    .putLong(f.rawPrice())
                    .putLong(f.rawQuantity())
                    .putLong(f.rawFee());
            buffer.put((byte) f.liquidity().ordinal()).put((byte) f.reason().ordinal());
            text(f.feeCurrency().code());
        } else {
            text(event.getClass().getSimpleName());
        }
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        room(bytes.length + 4);
        buffer.putInt(bytes.length).put(bytes);
    }

    private void room(int bytes) {
        if (buffer.remaining() < bytes) {
            flush();
        }
    }

    private void flush() {
        sha256.update(buffer.flip());
        buffer.clear();
    }

    String finish(EquityCurve equity) {
        for (int i = 0; i < equity.size(); i++) {
            room(16);
            buffer.putLong(equity.timeNanos(i)).putLong(equity.rawEquity(i));
        }
        flush();
        return HexFormat.of().formatHex(sha256.digest());
    }
}
