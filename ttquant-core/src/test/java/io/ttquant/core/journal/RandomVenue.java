package io.ttquant.core.journal;

import io.ttquant.api.exchange.AccountSink;
import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.ExecutionSession;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** An exchange that answers as it pleases: at once from inside the command, later, twice, or never. */
final class RandomVenue implements ExecutionSession {
    private final SplittableRandom random;
    private final List<Runnable> later = new ArrayList<>();
    private @Nullable AccountSink account;
    private @Nullable Clock clock;
    private long trades;

    RandomVenue(SplittableRandom random) {
        this.random = random;
    }

    void into(AccountSink sink, Clock its) {
        account = sink;
        clock = its;
    }

    private AccountSink account() {
        return Objects.requireNonNull(account);
    }

    private long now() {
        return Objects.requireNonNull(clock).nanos();
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(
                Capability.MARKET_ORDERS,
                Capability.LIMIT_ORDERS,
                Capability.IOC,
                Capability.FOK,
                Capability.POST_ONLY,
                Capability.REDUCE_ONLY,
                Capability.AMEND);
    }

    private void soon(Runnable answer) {
        switch (random.nextInt(4)) {
            case 0 -> answer.run();
            case 1, 2 -> later.add(answer);
            default -> {
                later.add(answer);
                later.add(answer);
            }
        }
    }

    /** Some of what waits is said. */
    void speak() {
        for (int n = random.nextInt(4); n > 0 && !later.isEmpty(); n--) {
            later.remove(random.nextInt(later.size())).run();
        }
    }

    @Override
    public void submit(Order order) {
        if (random.nextInt(6) == 0) {
            soon(() -> account().rejected(order, RejectReason.values()[random.nextInt(5)], "no — never", now()));
            return;
        }
        if (random.nextInt(9) == 0) {
            soon(() -> account().outcomeUnknown(order, "silence", now()));
            soon(() -> account().outcomeKnown(order, now()));
        }
        soon(() -> account().accepted(order, now()));
        for (int n = random.nextInt(3); n > 0; n--) {
            soon(() -> fill(order));
        }
        switch (random.nextInt(12)) {
            case 0 -> soon(() -> account().expired(order, now()));
            case 1 -> soon(() -> account().triggered(order, now()));
            case 2 -> soon(() -> account().repriced(order, order.rawPrice() + 1, order.rawTrigger() + 1, now()));
            default -> {
                // Nothing more.
            }
        }
    }

    private void fill(Order order) {
        long most = order.rawLeaves();
        if (most > 0) {
            account()
                    .filled(
                            order,
                            ++trades,
                            90 + random.nextInt(20),
                            1 + random.nextLong(most),
                            random.nextInt(3),
                            order.instrument().quote(),
                            LiquiditySide.TAKER,
                            FillReason.EXCHANGE,
                            now());
        }
    }

    @Override
    public void cancel(Order order) {
        if (random.nextInt(3) == 0) {
            soon(() -> account().cancelRejected(order, RejectReason.ORDER_NOT_OPEN, "gone", now()));
        } else {
            soon(() -> account().canceled(order, "", now()));
        }
    }

    @Override
    public void amend(Order order, Amendment a) {
        if (random.nextBoolean()) {
            soon(() -> account().updateRejected(order, RejectReason.ORDER_NOT_OPEN, "too late", now()));
        } else {
            long price = a.rawPrice() == 0 ? order.rawPrice() : a.rawPrice();
            soon(() -> account().updated(order, order.rawQuantity(), price, order.rawTrigger(), now()));
        }
    }
}
