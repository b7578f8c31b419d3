package io.ttquant.core.book;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A venue's book through a number of messages, numbered from 0, with the state after each. The number is also the time of a message. */
final class SyntheticVenue {
    /** How a venue counts its messages. */
    enum Ids {
        SPOT,
        FUTURES,
        OKX
    }

    private final Ids ids;
    private final SplittableRandom random;
    private final List<BookUpdate> messages = new ArrayList<>();
    private final List<TreeMapBook> states = new ArrayList<>();
    private final TreeMapBook now = new TreeMapBook();
    private long lastId = 1_000_000;

    SyntheticVenue(Ids ids, int messageCount, long seed) {
        this.ids = ids;
        this.random = new SplittableRandom(seed);
        for (int i = 0; i < messageCount; i++) {
            BookUpdate message = nextMessage().tsEvent(i);
            now.apply(message);
            messages.add(message);
            TreeMapBook copy = new TreeMapBook();
            copy.bids.putAll(now.bids);
            copy.asks.putAll(now.asks);
            states.add(copy);
        }
    }

    private BookUpdate nextMessage() {
        long previous = lastId;
        BookUpdate message = new BookUpdate();
        if (ids == Ids.OKX && random.nextInt(20) == 0) {
            return message.ids(BookUpdate.ABSENT, previous, previous);
        }
        for (int i = random.nextInt(5); i >= 0; i--) {
            long quantity = random.nextInt(3);
            if (random.nextBoolean()) {
                message.bid(1_000 - random.nextInt(20), quantity);
            } else {
                message.ask(1_001 + random.nextInt(20), quantity);
            }
        }
        long hole = ids == Ids.SPOT ? 0 : random.nextInt(4);
        long first = previous + 1 + hole;
        lastId = first + random.nextInt(6);
        if (ids == Ids.OKX && random.nextInt(40) == 0) {
            lastId = previous - 500_000;
        }
        return message.ids(first, lastId, previous);
    }

    BookUpdate message(int index) {
        return messages.get(index);
    }

    TreeMapBook state(int index) {
        return states.get(index);
    }

    BookUpdate snapshot(int index) {
        BookUpdate snapshot = new BookUpdate()
                .ids(BookUpdate.ABSENT, messages.get(index).lastId(), -1)
                .tsEvent(index);
        states.get(index).bids.forEach(snapshot::bid);
        states.get(index).asks.forEach(snapshot::ask);
        return snapshot;
    }
}
