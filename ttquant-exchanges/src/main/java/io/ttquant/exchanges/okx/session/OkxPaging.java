package io.ttquant.exchanges.okx.session;

import com.fasterxml.jackson.databind.JsonNode;
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

    /**
     * A page that was read.
     *
     * @param lowest cursor of its rows; {@link OkxPage#ABSENT} if none has one
     * @param isEnd whether nothing after it is wanted
     */
    private record Rows<T>(List<T> rows, long lowest, boolean isEnd) {}

    private void next(OkxPage page) {
        rest.ask(() -> maker.apply(page), answer -> {
            Rows<T> read = OkxReading.of(answer, this::read, reply);
            if (read == null) {
                return;
            }
            pages++;
            boolean isNewer = page.after() != OkxPage.ABSENT && read.lowest >= page.after();
            boolean isCursorless = read.lowest == OkxPage.ABSENT && read.rows.size() >= LIMIT;
            if (!read.rows.isEmpty() && (isNewer || isCursorless || pages > MOST_PAGES)) {
                reply.failed(Verdict.of(CodeClass.UNKNOWN, "a list does not end: its cursor stays at " + read.lowest));
                return;
            }
            all.addAll(read.rows);
            if (read.isEnd || read.lowest == OkxPage.ABSENT) {
                reply.answered(all);
            } else {
                next(new OkxPage(read.lowest, OkxPage.ABSENT, page.beginMillis(), OkxPage.ABSENT, LIMIT));
            }
        });
    }

    private Rows<T> read(JsonNode data) {
        List<T> rows = reader.apply(data);
        long lowest =
                rows.stream().mapToLong(cursor).filter(id -> id >= 0).min().orElse(OkxPage.ABSENT);
        return new Rows<>(rows, lowest, rows.stream().anyMatch(isLast));
    }
}
