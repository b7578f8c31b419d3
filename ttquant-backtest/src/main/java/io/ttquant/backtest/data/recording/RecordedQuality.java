package io.ttquant.backtest.data.recording;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.backtest.data.DataQuality;
import io.ttquant.backtest.data.Finding;
import io.ttquant.backtest.data.Finding.Severity;
import io.ttquant.core.book.BookState;
import io.ttquant.core.book.BookView;
import io.ttquant.core.book.L3Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Puts what a check found in recordings of one symbol into words. */
final class RecordedQuality {
    private final List<Finding> findings = new ArrayList<>();
    private final SeriesCheck c;

    private RecordedQuality(SeriesCheck check) {
        this.c = check;
    }

    static DataQuality of(Survey.Series series, Instrument instrument, SeriesCheck check) {
        RecordedQuality words = new RecordedQuality(check);
        List<RecordedFile> files = series.files();
        long steppedBack = files.stream().mapToLong(RecordedFile::steppedBack).sum();
        words.kinds(series.kinds());
        words.leftOut(series.leftOut());
        words.order(steppedBack);
        words.trades();
        if (check.hasBook) {
            words.book(instrument);
        }
        if (check.hasOrders) {
            words.orders(instrument);
        }
        RecordedFile first = files.get(0);
        return new DataQuality(
                files.stream().map(RecordedFile::name).collect(Collectors.joining(" + ")),
                first.format().name(),
                instrument.id(),
                "messages",
                check.messages,
                first.firstNanos(),
                files.stream().mapToLong(RecordedFile::lastNanos).max().orElse(0),
                check.tradeGaps + check.brokenSequence,
                check.tradesMissing,
                check.longestTradeGap,
                check.repeatedTrades + check.outcomes(L3Outcome.REPEATED),
                steppedBack,
                0,
                0,
                0,
                0,
                0,
                words.findings);
    }

    private void kinds(Map<Kind, Long> kinds) {
        Map<Kind, Long> sorted = new TreeMap<>(kinds);
        findings.add(new Finding(
                "messages",
                Severity.FINE,
                c.messages,
                sorted.entrySet().stream()
                        .map(e -> e.getValue() + " " + e.getKey().plural())
                        .collect(Collectors.joining(", "))));
    }

    private void leftOut(Map<Kind, Long> left) {
        long orders = left.getOrDefault(Kind.ORDERS, 0L);
        long levels = left.values().stream().mapToLong(Long::longValue).sum() - orders;
        if (orders > 0) {
            add(
                    "messages by order left out",
                    Severity.WARNING,
                    orders,
                    "there is a book by level of the same symbol too, which is replayed; load the messages by order alone to replay them");
        }
        if (levels > 0) {
            add(
                    "messages of a second book left out",
                    Severity.NOTE,
                    levels,
                    "of several channels with a book by level the deepest is replayed");
        }
    }

    private void order(long steppedBack) {
        add(
                "disorder",
                Severity.NOTE,
                steppedBack,
                "stamps before an earlier one; taken at the time of the one before");
        if (c.transit.count() > 0) {
            double millis = c.transit.median() / 1e6;
            String median = String.format(Locale.ROOT, "median receipt less event %.0f ms", millis);
            add(
                    "received before it happened",
                    Severity.NOTE,
                    c.transit.negative(),
                    median + ": the clocks differ; such messages are taken as received when they happened");
            findings.add(new Finding("transit", Severity.FINE, c.transit.count(), median));
        }
        add("numbers out of range", Severity.WARNING, c.badNumbers, "prices of zero or less, or negative quantities");
    }

    private void trades() {
        add(
                "gaps in trade numbers",
                Severity.WARNING,
                c.tradeGaps,
                c.tradesMissing + " missing, longest " + c.longestTradeGap);
        add("repeated trades", Severity.WARNING, c.repeatedTrades, "one number twice in a row");
        add("crossed quotes", Severity.WARNING, c.crossedQuotes, "bid at or above ask");
    }

    private void book(Instrument instrument) {
        add("sequence breaks", Severity.WARNING, c.brokenSequence, "changes that do not follow the ones before");
        add(
                "book lost",
                Severity.WARNING,
                c.bookGaps(),
                "times the book went out of step; it is not served until the next snapshot");
        add("crossed book", Severity.NOTE, c.crossings(), "times that it was withheld until it uncrossed");
        add("checksum mismatches", Severity.WARNING, c.mismatches(), "of " + c.checksums + " checksums");
        if (c.checksums > 0) {
            findings.add(new Finding("checksums", Severity.FINE, c.checksums, c.mismatches() + " of them differ"));
        }
        if (c.state() == BookState.EMPTY) {
            findings.add(new Finding(
                    "no snapshot",
                    Severity.WARNING,
                    c.unserved,
                    "the book is never served; give the file with its snapshot too"));
        } else {
            findings.add(new Finding("final book", Severity.FINE, 1, top(instrument)));
        }
    }

    private void orders(Instrument instrument) {
        add("repeated orders", Severity.NOTE, c.outcomes(L3Outcome.REPEATED), "orders that are there already");
        add("conflicting orders", Severity.WARNING, c.outcomes(L3Outcome.CONFLICT), "the first statement is kept");
        add(
                "orders never created",
                Severity.NOTE,
                c.outcomes(L3Outcome.UNKNOWN) - c.overtaken,
                "changed or deleted without having been created: they rested before the recording began");
        add(
                "created after they went",
                Severity.NOTE,
                c.overtaken,
                "rows that were overtaken by the end of their order; left out");
        add("late rows", Severity.NOTE, c.outcomes(L3Outcome.LATE), "about orders that went a short while before");
        findings.add(
                new Finding("final book", Severity.FINE, c.resting(), c.resting() + " orders, " + top(instrument)));
    }

    private String top(Instrument instrument) {
        BookView view = c.view();
        boolean isServed = view.bidDepth() > 0 && view.askDepth() > 0;
        return isServed
                ? "best bid/ask " + FixedPoint.format(view.rawBid(0), instrument.priceScale()) + "/"
                        + FixedPoint.format(view.rawAsk(0), instrument.priceScale())
                : "not served at the end";
    }

    private void add(String check, Severity severity, long count, String detail) {
        findings.add(
                count == 0 ? new Finding(check, Severity.FINE, 0, "") : new Finding(check, severity, count, detail));
    }
}
