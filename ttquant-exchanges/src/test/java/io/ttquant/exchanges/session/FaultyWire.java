package io.ttquant.exchanges.session;

import io.ttquant.api.account.Balance;
import io.ttquant.exchanges.answer.VenueFill;
import io.ttquant.exchanges.answer.VenueOrder;
import io.ttquant.exchanges.transport.simulated.SimulatedTime;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The stream of an account's news: late, twice, out of order, lost, cut, and at times of words that are not known. */
final class FaultyWire implements VenueTruth.Watcher {
    private final SimulatedTime time;
    private final Chance chance;
    private int connection;
    boolean isUp;
    /** The engine knows it: a cut is noticed late. */
    boolean isKnownUp;

    AccountNews news = new Silent();

    FaultyWire(SimulatedTime time, Chance chance) {
        this.time = time;
        this.chance = chance;
    }

    @Override
    public void changed(VenueOrder order, @Nullable VenueFill fill) {
        if (!isUp) {
            return;
        }
        if (chance.fault(8)) {
            if (chance.in100(20)) {
                deliver(Duration.ofMillis(20), () -> news.unreadable("a message cut short"));
            }
            return;
        }
        boolean isReordered = chance.fault(10);
        Duration delay = Duration.ofMillis(1 + chance.upTo(isReordered ? 4_000 : 40));
        VenueOrder told = chance.fault(4) ? unknown(order) : order;
        deliver(delay, () -> tell(told, fill));
        if (chance.fault(8)) {
            deliver(delay.plusMillis(chance.upTo(60_000)), () -> tell(told, fill));
        }
    }

    private void tell(VenueOrder order, @Nullable VenueFill fill) {
        if (fill != null) {
            news.fill(fill);
        }
        news.order(order);
    }

    private void deliver(Duration delay, Runnable message) {
        int mine = connection;
        time.schedule(delay, () -> {
            if (mine == connection && isUp) {
                message.run();
            }
        });
    }

    static VenueOrder unknown(VenueOrder o) {
        return new VenueOrder(
                o.symbol(),
                o.venueId(),
                o.clientId(),
                o.side(),
                o.positionSide(),
                o.type(),
                o.timeInForce(),
                null,
                "NOVEL",
                o.price(),
                o.triggerPrice(),
                o.quantity(),
                o.isByValue(),
                o.filled(),
                o.averagePrice(),
                o.isReduceOnly(),
                o.fees(),
                o.cancelSource(),
                o.isConditional(),
                o.childId(),
                o.parentId(),
                o.tsCreated(),
                o.tsUpdated());
    }

    void connect() {
        if (!isUp) {
            isUp = true;
            isKnownUp = true;
            connection++;
            news.connected();
        }
    }

    void cut() {
        if (isUp) {
            isUp = false;
            connection++;
            int mine = connection;
            time.schedule(Duration.ofMillis(chance.upTo(2_000)), () -> {
                if (mine == connection) {
                    isKnownUp = false;
                    news.disconnected("cut");
                    time.schedule(Duration.ofMillis(500 + chance.upTo(8_000)), this::connect);
                }
            });
        }
    }

    /** Nobody listens yet. */
    private static final class Silent implements AccountNews {
        @Override
        public void connected() {}

        @Override
        public void disconnected(String why) {}

        @Override
        public void order(VenueOrder order) {}

        @Override
        public void fill(VenueFill fill) {}

        @Override
        public void balance(Balance balance, long tsEvent) {}

        @Override
        public void unreadable(String what) {}
    }
}
