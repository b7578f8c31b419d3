package io.ttquant.exchanges.answer;

import io.ttquant.exchanges.request.RestRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks through a history page by page: send what {@link #next} gives, hand its rows to {@link #take}, until {@code next} gives null. Every row of the
 * span comes once. A page that was lost is asked for again by calling {@code next} again.
 */
public interface Pages<T> {
    /** The request for the next page; null once all is there. */
    @Nullable
    RestRequest next();

    /**
     * Takes the rows of a page, oldest first.
     *
     * @return those of the span that had not come before, oldest first
     */
    List<T> take(List<T> page);
}
