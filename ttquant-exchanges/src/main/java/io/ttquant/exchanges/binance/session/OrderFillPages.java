package io.ttquant.exchanges.binance.session;

import io.ttquant.exchanges.answer.Pages;
import io.ttquant.exchanges.answer.VenueFill;
import io.ttquant.exchanges.request.Page;
import io.ttquant.exchanges.request.RestRequest;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All fills of an order: in one answer as a rule. A full one has the newest only, and before them may be others, so that all are asked for then, by id
 * from the first on.
 */
final class OrderFillPages implements Pages<VenueFill> {
    static final int LIMIT = 1_000;

    private final Function<Page, RestRequest> maker;
    private long nextId = Page.ABSENT;
    private boolean isDone;

    OrderFillPages(Function<Page, RestRequest> maker) {
        this.maker = maker;
    }

    @Override
    public @Nullable RestRequest next() {
        if (isDone) {
            return null;
        }
        return maker.apply(nextId == Page.ABSENT ? Page.latest(LIMIT) : Page.fromId(nextId, LIMIT));
    }

    @Override
    public List<VenueFill> take(List<VenueFill> page) {
        if (nextId == Page.ABSENT && page.size() >= LIMIT) {
            nextId = 0;
            return List.of();
        }
        List<VenueFill> fresh =
                page.stream().filter(fill -> fill.cursor() >= nextId).toList();
        // A page that brings nothing new is the last, however full it is.
        isDone = page.size() < LIMIT || fresh.isEmpty();
        nextId = fresh.stream().mapToLong(VenueFill::cursor).max().orElse(nextId) + 1;
        return fresh;
    }
}
