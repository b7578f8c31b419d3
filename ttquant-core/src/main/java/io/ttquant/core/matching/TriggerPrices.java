package io.ttquant.core.matching;

import io.ttquant.api.order.TriggerSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Which price triggers which order, and where the order waits for it.
 *
 * <p>{@link TriggerSource#LAST} is the last trade, or the path of a bar. {@link TriggerSource#BID_ASK} is the quote at which the order would be
 * filled; where no quote was seen, the last price stands for it, as it does for fills. {@link TriggerSource#DEFAULT} is the last price, but the quote
 * where there are quotes and no trades. {@link TriggerSource#MARK} and {@link TriggerSource#INDEX} are what the venue publishes; an order waits until
 * it does.
 */
final class TriggerPrices {
    private final RestingOrders resting;
    private final ObservedPrices observed;
    private final long rawTick;
    private long rawMark;
    private long rawIndex;

    TriggerPrices(RestingOrders resting, ObservedPrices observed, long rawTick) {
        this.resting = resting;
        this.observed = observed;
        this.rawTick = rawTick;
    }

    void mark(long rawPrice) {
        rawMark = rawPrice;
    }

    void index(long rawPrice) {
        rawIndex = rawPrice;
    }

    /** The last price that could have triggered an order; 0 if none was seen. */
    long rawPrice(WorkingOrder order) {
        return switch (order.source) {
            case MARK -> rawMark;
            case INDEX -> rawIndex;
            default -> isByQuote(order.source) ? observed.rawQuoted(order.isBuy) : observed.rawLast();
        };
    }

    private boolean isByQuote(TriggerSource source) {
        return observed.hasQuotes()
                && (source == TriggerSource.BID_ASK || (source == TriggerSource.DEFAULT && !observed.hasTrades()));
    }

    /** Lets an order wait for its trigger. */
    void rest(WorkingOrder order) {
        home(order).add(order, rawPrice(order), rawTick);
    }

    private Triggers home(WorkingOrder order) {
        return switch (order.source) {
            case MARK -> resting.mark;
            case INDEX -> resting.index;
            default -> {
                if (!isByQuote(order.source)) {
                    yield resting.last;
                }
                yield order.isBuy ? resting.ask : resting.bid;
            }
        };
    }

    /** The first trade or quote came: orders may have another price to wait for. */
    void rehome(Consumer<WorkingOrder> rest) {
        List<WorkingOrder> all = new ArrayList<>();
        for (Triggers triggers : List.of(resting.last, resting.ask, resting.bid)) {
            for (int i = 0; i < triggers.size(); i++) {
                all.add(triggers.at(i));
            }
        }
        all.forEach(resting::remove);
        all.forEach(rest);
    }
}
