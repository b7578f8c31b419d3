package io.ttquant.exchanges.okx.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.exchanges.answer.Answer;
import io.ttquant.exchanges.answer.Unreadable;
import io.ttquant.exchanges.codes.CodeClass;
import io.ttquant.exchanges.codes.Verdict;
import io.ttquant.exchanges.okx.OkxPage;
import io.ttquant.exchanges.request.RestRequest;
import io.ttquant.exchanges.session.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Walks a list that the venue gives newest first, page by page, until a page is empty: a short one may be followed by others.
 *
 * @param <T> rows
 */
final class OkxPaging<T> {
    /** More pages than the venue has orders or than anybody looks back for: a list that does not end. */
    private static final int MOST_PAGES = 200;

    private static final int LIMIT = 100;

    private final OkxRest rest;
    private final Function<OkxPage, RestRequest> maker;
    private final Function<JsonNode, List<T>> reader;
    private final ToLongFunction<T> cursor;
    private final Predicate<T> isLast;
    private final Reply<List<T>> reply;
    private final List<T> all = new ArrayList<>();
    private int pages;

    private OkxPaging(
            OkxRest rest,
            Function<OkxPage, RestRequest> maker,
            Function<JsonNode, List<T>> reader,
            ToLongFunction<T> cursor,
            Predicate<T> isLast,
            Reply<List<T>> reply) {
        this.isLast = isLast;
        this.rest = rest;
        this.maker = maker;
        this.reader = reader;
        this.cursor = cursor;
        this.reply = reply;
    }

    /**
     * Reads all pages.
     *
     * @param cursor the id by which the venue pages, of a row
     * @param isLast whether nothing after a row is wanted
     * @param sinceMillis the earliest time wanted; {@link OkxPage#ABSENT} for all
     */
    static <T> void walk(
            OkxRest rest,
            Function<OkxPage, RestRequest> maker,
            Function<JsonNode, List<T>> reader,
            ToLongFunction<T> cursor,
            Predicate<T> isLast,
            long sinceMillis,
            Reply<List<T>> reply) {
        new OkxPaging<>(rest, maker, reader, cursor, isLast, reply)
                .next(new OkxPage(OkxPage.ABSENT, OkxPage.ABSENT, sinceMillis, OkxPage.ABSENT, LIMIT));
    }

    private void next(OkxPage page) {
        rest.ask(() -> maker.apply(page), answer -> {
            List<T> rows = rows(answer);
            if (rows == null) {
                return;
            }
            pages++;
            long lowest = rows.stream().mapToLong(cursor).min().orElse(0);
            boolean isNewer = page.after() != OkxPage.ABSENT && lowest >= page.after();
            if (isNewer || pages > MOST_PAGES) {
                reply.failed(Verdict.of(CodeClass.UNKNOWN, "a list does not end: its cursor stays at " + lowest));
                return;
            }
            all.addAll(rows);
            if (rows.isEmpty() || rows.stream().anyMatch(isLast)) {
                reply.answered(all);
            } else {
                next(new OkxPage(lowest, OkxPage.ABSENT, page.beginMillis(), OkxPage.ABSENT, LIMIT));
            }
        });
    }

    private @Nullable List<T> rows(Answer answer) {
        if (!answer.verdict().isAccepted()) {
            reply.failed(answer.verdict());
            return null;
        }
        try {
            return reader.apply(answer.data());
        } catch (Unreadable e) {
            reply.failed(Verdict.of(CodeClass.UNKNOWN, String.valueOf(e.getMessage())));
            return null;
        }
    }
}
