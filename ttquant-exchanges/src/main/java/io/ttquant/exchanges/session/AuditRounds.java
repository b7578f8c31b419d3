package io.ttquant.exchanges.session;

import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.exchange.ExternalOrder;
import io.ttquant.api.market.Instrument;
import io.ttquant.exchanges.answer.VenueFill;
import io.ttquant.exchanges.answer.VenueOrder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** The questions of an audit, one after the other. Absence from a list is never a conclusion, only a question for that order. */
final class AuditRounds {
    private final LifeParts life;

    AuditRounds(LifeParts life) {
        this.life = life;
    }

    /** Asks for the fills of each instrument since the last time that was done. */
    void fills(BooleanSupplier isWanted, Runnable done) {
        fills(new ArrayDeque<>(life.ledger.touched()), isWanted, done);
    }

    private void fills(Deque<Instrument> left, BooleanSupplier isWanted, Runnable done) {
        Instrument next = left.poll();
        if (next == null) {
            done.run();
            return;
        }
        long asked = life.now();
        long from = life.ledger.completeUntil(next) - life.settings.overlap().toNanos();
        new Question<List<VenueFill>>(
                        life, "the fills of " + next, reply -> life.desk.fills(next, from, reply), isWanted, fills -> {
                            if (life.fills.takeAll(fills)) {
                                life.ledger.completed(next, asked);
                            }
                            fills(left, isWanted, done);
                        })
                .ask();
    }

    /**
     * Asks for the open orders, and one by one for those that should be among them and are not.
     *
     * @param isEachAwaited whether to wait until each of those was answered
     */
    void orders(boolean isEachAwaited, BooleanSupplier isWanted, Runnable done) {
        long asked = life.now();
        new Question<List<VenueOrder>>(
                        life, "the open orders", reply -> life.desk.openOrders(reply), isWanted, open -> {
                            List<KnownOrder> missing = take(open, asked);
                            if (isEachAwaited && !missing.isEmpty()) {
                                awaitEach(missing, isWanted, done);
                            } else {
                                missing.forEach(life.inquiries::ask);
                                done.run();
                            }
                        })
                .ask();
    }

    private List<KnownOrder> take(List<VenueOrder> open, long asked) {
        Set<KnownOrder> present = new HashSet<>();
        for (VenueOrder order : open) {
            life.guarded("an open order", () -> present.add(life.take(order, true)), () -> {});
        }
        life.strays.settle(asked);
        return life.orders.all(k -> k.isOpen() && k.sentNanos < asked && !present.contains(k));
    }

    private void awaitEach(List<KnownOrder> missing, BooleanSupplier isWanted, Runnable done) {
        Set<KnownOrder> left = new HashSet<>(missing);
        for (KnownOrder known : missing) {
            life.inquiries.ask(known, () -> {
                if (left.remove(known) && left.isEmpty() && isWanted.getAsBoolean()) {
                    done.run();
                }
            });
        }
    }

    /**
     * Asks for the account, and after it for the fills again: the account is handed over only if all that is in it was told before, and nothing is under
     * way. A fill that no news told of would otherwise count twice, as a difference now and as a fill later.
     */
    void account(boolean isFirst, BooleanSupplier isWanted, Runnable done) {
        if (!isFirst && !isQuiet()) {
            done.run();
            return;
        }
        long before = life.activity;
        new Question<AccountSnapshot>(life, "the account", reply -> life.desk.account(reply), isWanted, snapshot -> {
                    touch(snapshot);
                    fills(
                            isWanted,
                            () -> payments(snapshot, isWanted, areTold -> {
                                boolean isUntouched =
                                        areTold && life.activity == before && isQuiet() && isSame(snapshot);
                                if (life.rules.mayHandOver(isUntouched)) {
                                    life.audit.accountHanded();
                                    life.sink.audited(snapshot);
                                }
                                done.run();
                            }));
                })
                .ask();
    }

    private void payments(AccountSnapshot account, BooleanSupplier isWanted, Consumer<Boolean> done) {
        new Question<Boolean>(
                        life,
                        "the payments to the account",
                        reply -> life.desk.payments(account, reply),
                        isWanted,
                        done)
                .ask();
    }

    private boolean isQuiet() {
        return life.strays.isEmpty() && !life.orders.any(k -> !k.isQuiet());
    }

    private void touch(AccountSnapshot snapshot) {
        life.audit.mode(snapshot.positionMode());
        for (AccountSnapshot.HeldPosition position : snapshot.positions()) {
            Instrument instrument = life.terms.instrument(position.instrument().symbol());
            if (instrument != null) {
                life.ledger.touch(instrument);
            }
        }
        snapshot.openOrders().forEach(order -> life.ledger.touch(order.request().instrument()));
    }

    /** Whether it has the open orders that we know of, filled as far as we know, and is from later than all that we know. */
    private boolean isSame(AccountSnapshot snapshot) {
        Map<String, Long> filled = new HashMap<>();
        for (ExternalOrder order : snapshot.openOrders()) {
            filled.put(order.request().instrument().id().symbol() + " " + order.venueId(), order.rawFilled());
        }
        List<KnownOrder> open = life.orders.all(KnownOrder::isOpen);
        boolean isSame = open.size() == filled.size();
        for (KnownOrder known : open) {
            isSame &= isSame(known, filled);
        }
        boolean isNewer = !life.orders.any(k -> k.lastEventNanos > snapshot.tsEvent());
        if (!isSame) {
            life.audit.ordersSoon();
        }
        return isSame && isNewer;
    }

    private static boolean isSame(KnownOrder known, Map<String, Long> filled) {
        for (String id : known.venueIds) {
            Long raw = filled.get(known.symbol() + " " + id);
            if (raw != null) {
                return raw == known.rawKnown;
            }
        }
        return false;
    }
}
