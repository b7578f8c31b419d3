package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.RejectReason;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Reports that come twice, late or in another order than the exchange made them. */
class LateReportsTest {
    private static final int RUNS = 3_000;

    /** A life of an order at an exchange: what it reports, in its order, and what is true in the end. */
    private static final class Truth {
        final List<Runnable> reports = new ArrayList<>();
        long filled;
        boolean isCanceled;
        boolean isRejected;
    }

    private static Truth live(SplittableRandom random, LiveLab lab, Order order, long base) {
        Truth truth = new Truth();
        long nanos = 10;
        if (random.nextInt(8) == 0) {
            truth.isRejected = true;
            truth.reports.add(() -> lab.account.outcomeUnknown(order, "no answer", 10));
            truth.reports.add(() -> lab.account.rejected(order, RejectReason.EXCHANGE, "no", 11));
            return truth;
        }
        truth.reports.add(() -> lab.account.accepted(order, 10));
        long trade = base;
        int steps = random.nextInt(1, 7);
        for (int i = 0; i < steps && truth.filled < order.rawQuantity(); i++) {
            long quantity = Math.min(random.nextLong(1, 4), order.rawQuantity() - truth.filled);
            long id = ++trade;
            long at = ++nanos;
            if (random.nextInt(3) > 0) {
                truth.filled += quantity;
                truth.reports.add(() -> lab.fill(order, id, quantity, 99));
            } else {
                truth.reports.add(() -> lab.account.cancelRejected(order, RejectReason.EXCHANGE, "busy", at));
                truth.reports.add(() -> lab.account.outcomeUnknown(order, "no answer", at));
            }
        }
        if (truth.filled < order.rawQuantity() && random.nextBoolean()) {
            truth.isCanceled = true;
            long at = ++nanos;
            truth.reports.add(() -> lab.account.canceled(order, "by the exchange", at));
        }
        return truth;
    }

    /** Each at least once, some twice, in any order. */
    private static List<Runnable> shuffled(SplittableRandom random, List<Runnable> reports) {
        List<Runnable> all = new ArrayList<>(reports);
        reports.forEach(report -> {
            if (random.nextInt(3) == 0) {
                all.add(report);
            }
        });
        for (int i = all.size() - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            Runnable other = all.get(i);
            all.set(i, all.get(j));
            all.set(j, other);
        }
        return all;
    }

    @Test
    void noReportOpensAClosedOrderAndEveryFillIsBookedOnce() {
        LiveLab lab = LiveLab.ofCash(1_000_000_000).start();
        long held = 0;
        for (long seed = 1; seed <= RUNS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Order order = lab.script
                    .desk()
                    .buy(LiveLab.SWAP)
                    .lots(random.nextLong(1, 9))
                    .limit(99)
                    .submit();
            Truth truth = live(random, lab, order, seed * 100);
            if (random.nextInt(3) == 0) {
                lab.script.desk().cancel(order);
            }
            lab.script.events.clear();
            long filled = 0;
            boolean wasClosed = false;
            for (Runnable report : shuffled(random, truth.reports)) {
                OrderStatus before = order.status();
                report.run();
                String where = "seed " + seed + ": " + before + " to " + order.status();
                assertThat(order.rawFilled()).as(where).isGreaterThanOrEqualTo(filled);
                assertThat(!wasClosed || order.isClosed()).as(where).isTrue();
                assertThat(order.isClosed() && order.isOutcomeUnknown())
                        .as(where)
                        .isFalse();
                filled = order.rawFilled();
                wasClosed = order.isClosed();
            }
            held += truth.filled;
            assertThat(order.rawFilled()).as("seed %d", seed).isEqualTo(truth.filled);
            assertThat(lab.own()).as("seed %d", seed).isEqualTo(held);
            assertThat(order.isClosed())
                    .as("seed %d: %s", seed, order)
                    .isEqualTo(truth.isCanceled || truth.isRejected || truth.filled == order.rawQuantity());
            expectNoNewsAfterTheEnd(lab, seed);
        }
    }

    private static void expectNoNewsAfterTheEnd(LiveLab lab, long seed) {
        boolean isOver = false;
        for (OrderEvent event : lab.script.events) {
            // The answer to a cancel that was on its way is one that somebody waits for.
            boolean isOwed = event instanceof OrderEvent.Filled || event instanceof OrderEvent.CancelRejected;
            assertThat(isOver && !isOwed)
                    .as("seed %d: %s after the end", seed, event)
                    .isFalse();
            isOver |= event instanceof OrderEvent.Canceled || event instanceof OrderEvent.Rejected;
        }
    }

    @Test
    void whatBecameOfATriggeredOrderMayBeUnknown() {
        LiveLab lab = LiveLab.ofCash(1_000).start();
        Order order =
                lab.script.desk().buy(LiveLab.SWAP).lots(5).stop(110).limit(111).submit();
        lab.account.accepted(order, 1);
        lab.account.triggered(order, 2);
        lab.account.outcomeUnknown(order, "what came of it is not found yet", 3);
        assertThat(order.status()).isEqualTo(OrderStatus.TRIGGERED);
        assertThat(order.isOutcomeUnknown()).isTrue();
        lab.account.outcomeKnown(order, 4);
        assertThat(order.isOutcomeUnknown()).isFalse();
    }

    @Test
    void whatComesAgainIsToldOnce() {
        LiveLab lab = LiveLab.ofCash(1_000).start();
        Order order = lab.script.desk().buy(LiveLab.SWAP).lots(5).limit(99).submit();
        for (int i = 0; i < 2; i++) {
            lab.account.outcomeUnknown(order, "no answer", 1);
        }
        for (int i = 0; i < 2; i++) {
            lab.account.accepted(order, 2);
        }
        lab.script.desk().amend(order, Amendment.ofQuantity(4));
        for (int i = 0; i < 2; i++) {
            lab.account.updated(order, 4, 99, 0, 3);
        }
        lab.script.desk().cancel(order);
        for (int i = 0; i < 2; i++) {
            lab.account.cancelRejected(order, RejectReason.EXCHANGE, "no", 5);
        }
        for (int i = 0; i < 2; i++) {
            lab.account.expired(order, 6);
        }
        lab.account.outcomeUnknown(order, "no answer", 7);
        lab.account.accepted(order, 8);
        lab.account.triggered(order, 9);
        lab.account.repriced(order, 98, 0, 9);

        assertThat(lab.script.events)
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("OutcomeUnknown", "Accepted", "Updated", "CancelRejected", "Expired");
        assertThat(order.isOutcomeUnknown()).isFalse();
        assertThat(order.rawPrice()).isEqualTo(99);
    }

    @Test
    void theMarkOfAnUnknownOutcomeGoesWithItsEvidenceThoughACancelStillWaits() {
        LiveLab lab = LiveLab.ofCash(1_000).start();
        Order order = lab.script.desk().buy(LiveLab.SWAP).lots(5).limit(99).submit();
        lab.account.outcomeUnknown(order, "no answer", 1);
        lab.script.desk().cancel(order);
        lab.account.accepted(order, 2);
        assertThat(order.isOutcomeUnknown()).isTrue();
        lab.account.outcomeKnown(order, 2);

        assertThat(order.status()).isEqualTo(OrderStatus.PENDING_CANCEL);
        assertThat(order.isOutcomeUnknown()).isFalse();
        assertThat(lab.script.events)
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("OutcomeUnknown", "Accepted");
    }

    @Test
    void figuresOlderThanThoseThatAreKnownDoNotTakeTheirPlace() {
        LiveLab lab = LiveLab.ofCash(1_000).start();
        Order order = lab.script.desk().buy(LiveLab.SWAP).lots(5).limit(99).submit();
        lab.account.accepted(order, 1);
        lab.script.desk().amend(order, Amendment.ofQuantity(4));
        lab.script.desk().amend(order, Amendment.ofQuantity(3));
        lab.account.updated(order, 3, 99, 0, 20);
        lab.account.updated(order, 4, 99, 0, 10);

        assertThat(order.rawQuantity()).isEqualTo(3);
        assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
    }

    @Test
    void anOrderReducedToWhatIsFilledOfItIsOver() {
        LiveLab lab = LiveLab.ofCash(1_000).start();
        Order order = lab.script.desk().buy(LiveLab.SWAP).lots(5).limit(99).submit();
        lab.account.accepted(order, 1);
        lab.script.desk().amend(order, Amendment.ofQuantity(3));
        lab.fill(order, 3, 99);
        lab.account.updated(order, 3, 99, 0, 2);

        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(lab.script.desk().open(LiveLab.SWAP.id())).isEmpty();
    }

    @Test
    void anOrderThatMayHaveGrownStaysOpenUntilTheAnswerSaysWhetherItDid() {
        for (boolean hasGrown : new boolean[] {true, false}) {
            LiveLab lab = LiveLab.ofCash(1_000).start();
            Order order = lab.script.desk().buy(LiveLab.SWAP).lots(3).limit(99).submit();
            lab.account.accepted(order, 1);
            lab.script.desk().amend(order, Amendment.ofQuantity(5));
            lab.fill(order, 3, 99);
            assertThat(order.isOpen()).isTrue();
            if (hasGrown) {
                lab.account.updated(order, 5, 99, 0, 2);
                assertThat(order.status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
                lab.fill(order, 2, 99);
            } else {
                lab.account.updateRejected(order, RejectReason.EXCHANGE, "it is filled", 2);
            }

            assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
            assertThat(lab.own()).isEqualTo(hasGrown ? 5 : 3);
            assertThat(lab.script.desk().open(LiveLab.SWAP.id())).isEmpty();
        }
    }

    @Test
    void aRefusalOfAnOrderThatWasFilledInPartIsNotBelieved() {
        LiveLab lab = LiveLab.ofCash(1_000).start();
        Order order = lab.script.desk().buy(LiveLab.SWAP).lots(5).limit(99).submit();
        lab.fill(order, 1, 99);
        lab.account.rejected(order, RejectReason.EXCHANGE, "no", 2);

        assertThat(order.status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
    }
}
