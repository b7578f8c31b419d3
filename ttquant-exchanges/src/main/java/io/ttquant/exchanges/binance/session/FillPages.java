package io.ttquant.exchanges.binance.session;

import io.ttquant.api.time.EpochNanos;
import io.ttquant.exchanges.answer.Pages;
import io.ttquant.exchanges.answer.VenueFill;
import io.ttquant.exchanges.request.Page;
import io.ttquant.exchanges.request.RestRequest;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Fills of a symbol from a time on, forwards: by spans of time, as long as the venue takes them, until there is a fill; then by id, since many fills may have
 * one time.
 */
final class FillPages implements Pages<VenueFill> {
    private static final int LIMIT = 1_000;

    private final Function<Page, RestRequest> maker;
    private final long spanMillis;
    private final long firstMillis;
    private final long endMillis;
    /** Those of fills without an id that were given. */
    private final Set<Long> withoutId = new HashSet<>();

    private long fromMillis;
    private long nextId = Page.ABSENT;
    private boolean isDone;

    /**
     * Pages.
     *
     * @param span the longest time between start and end that the venue takes
     * @param startMillis the first time wanted, epoch milliseconds
     * @param endMillis now, by the venue's clock
     */
    FillPages(Function<Page, RestRequest> maker, Duration span, long startMillis, long endMillis) {
        this.maker = maker;
        // Both ends count, and one is left to be on the safe side of the limit.
        this.spanMillis = span.toMillis() - 1;
        this.firstMillis = startMillis;
        this.endMillis = endMillis;
        this.fromMillis = startMillis;
    }

    @Override
    public @Nullable RestRequest next() {
        if (isDone) {
            return null;
        }
        // The last span has no end, so that nothing falls behind a clock that is a little slow.
        long to = fromMillis + spanMillis;
        return maker.apply(
                nextId != Page.ABSENT
                        ? Page.fromId(nextId, LIMIT)
                        : to >= endMillis ? Page.since(fromMillis, LIMIT) : Page.between(fromMillis, to, LIMIT));
    }

    @Override
    public List<VenueFill> take(List<VenueFill> page) {
        boolean isById = nextId != Page.ABSENT;
        List<VenueFill> fresh = page.stream()
                .filter(fill -> fill.tsEvent() / EpochNanos.MILLISECOND >= firstMillis
                        && (fill.isIdMadeUp() ? withoutId.add(fill.tradeId()) : fill.tradeId() >= nextId))
                .toList();
        long last = page.stream().mapToLong(VenueFill::cursor).max().orElse(Page.ABSENT);
        if (last != Page.ABSENT) {
            nextId = last + 1;
            // A page that brings nothing new is the last, however full it is.
            isDone = isById && (page.size() < LIMIT || fresh.isEmpty());
        } else if (page.size() >= LIMIT) {
            nextId = Page.ABSENT;
            fromMillis = Math.max(fromMillis + 1, newestMillis(page));
        } else if (isById || fromMillis + spanMillis >= endMillis) {
            isDone = true;
        } else {
            fromMillis += spanMillis + 1;
        }
        return fresh;
    }

    /** Without ids only times lead on. */
    private static long newestMillis(List<VenueFill> page) {
        return page.stream().mapToLong(VenueFill::tsEvent).max().orElse(0) / EpochNanos.MILLISECOND;
    }
}
