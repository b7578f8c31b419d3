package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.Fill;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.Side;
import io.ttquant.api.order.TimeInForce;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** What must hold of every report, whatever the market did. Listens to the real venue only. */
final class FillInvariants {
    private final long latency;
    private final Supplier<String> story;
    private final Map<Long, Long> sent = new HashMap<>();
    private final Set<Long> ended = new HashSet<>();
    private final Map<Long, Long> filled = new HashMap<>();
    private long position;
    private long paid;
    private long fees;
    private long madeBought;
    private long madeSold;

    FillInvariants(long latency, Supplier<String> story) {
        this.latency = latency;
        this.story = story;
    }

    void sent(Order order, long nanos) {
        sent.put(order.sequence(), nanos);
    }

    void heard(OrderEvent event) {
        long number = event.order().sequence();
        if (event instanceof OrderEvent.Filled filled) {
            fill(filled.fill());
        } else if (event instanceof OrderEvent.Denied
                || event instanceof OrderEvent.Rejected
                || event instanceof OrderEvent.Canceled
                || event instanceof OrderEvent.Expired) {
            check(ended.add(number), "an order ends once", event);
            boolean isPart = filled.getOrDefault(number, 0L) > 0;
            check(!isPart || !isFillOrKill(event.order()), "FOK is all or nothing", event);
        }
    }

    private static boolean isFillOrKill(Order order) {
        return order.request().timeInForce() == TimeInForce.FOK;
    }

    private void fill(Fill fill) {
        Order order = fill.order();
        boolean isBuy = fill.side() == Side.BUY;
        if (order.type().hasPrice()) {
            long limit = order.rawPrice();
            check(isBuy ? fill.rawPrice() <= limit : fill.rawPrice() >= limit, "no fill beyond the limit", fill);
        }
        check(fill.rawPrice() > 0 && fill.rawQuantity() > 0, "prices and quantities are above zero", fill);
        check(fill.tsEvent() >= sent.getOrDefault(order.sequence(), 0L) + latency, "no fill before arrival", fill);
        check(!ended.contains(order.sequence()), "no fill after the end", fill);
        boolean isMaker = fill.liquidity() == LiquiditySide.MAKER;
        check(isMaker || !order.request().isPostOnly(), "post-only never takes", fill);
        boolean mayMake = order.type().triggered() != OrderType.MARKET;
        check(!isMaker || mayMake, "only limit orders make", fill);
        check(order.type() != OrderType.MARKET || !isMaker, "market orders take", fill);
        long after = position + fill.rawSignedQuantity();
        boolean reduces = Long.signum(after) * Long.signum(position) >= 0 && Math.abs(after) < Math.abs(position);
        check(reduces || !order.request().isReduceOnly(), "reduce-only never increases", fill);
        long total = filled.merge(order.sequence(), fill.rawQuantity(), Long::sum);
        check(total <= order.rawQuantity(), "no more is filled than asked", fill);
        check(total == order.rawFilled(), "the order knows its fills", fill);
        position = after;
        paid += fill.instrument().rawNotional(fill.rawPrice(), fill.rawSignedQuantity());
        fees += fill.rawFee();
        madeBought += isMaker && isBuy ? fill.rawQuantity() : 0;
        madeSold += isMaker && !isBuy ? fill.rawQuantity() : 0;
    }

    /** Forgets what makers got, before a print or a quote that they share. */
    void beginSharing() {
        madeBought = 0;
        madeSold = 0;
    }

    void checkShared(long bought, long sold, long both) {
        check(madeBought <= bought && madeSold <= sold, "makers share what there is", madeBought + " " + madeSold);
        check(madeBought + madeSold <= both, "makers of both sides share it too", madeBought + " " + madeSold);
    }

    /** Start + fills − fees = end, to the last digit, and the position is what the fills made. */
    void checkEnd(Lab lab, long start) {
        check(lab.cash() == start - paid - fees, "money is conserved", lab.cash());
        check(lab.position() == position, "the position is the sum of the fills", lab.position());
        check(
                lab.engine.ledger().balance(Lab.ABC.code()).rawTotal() == position,
                "what was bought is there",
                lab.engine.ledger().balance(Lab.ABC.code()));
    }

    private void check(boolean holds, String rule, Object what) {
        if (!holds) {
            assertThat(holds).as(() -> rule + ": " + what + "\n" + story.get()).isTrue();
        }
    }
}
