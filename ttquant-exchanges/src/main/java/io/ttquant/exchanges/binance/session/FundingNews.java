package io.ttquant.exchanges.binance.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.api.exchange.AccountSink;
import io.ttquant.api.exchange.EngineThread;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.Currency;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.exchanges.answer.Json;
import io.ttquant.exchanges.binance.UsdmRequests;
import io.ttquant.exchanges.codes.Verdict;
import io.ttquant.exchanges.request.Page;
import io.ttquant.exchanges.request.RestRequest;
import io.ttquant.exchanges.session.Reply;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Funding that was paid or received. The stream says that there was some, but not for what; the history of payments says both, a little later. Payments
 * are told by the venue's id, so that asking twice counts once.
 */
final class FundingNews {
    private static final Duration LAG = Duration.ofSeconds(5);
    private static final Duration RETRY = Duration.ofSeconds(30);
    private static final int LIMIT = 1_000;

    private record Payment(String symbol, String id, String asset, BigDecimal amount, long tsEvent) {}

    private final UsdmRequests requests;
    private final BinanceLink link;
    private final Catalogue catalogue;
    private final EngineThread thread;
    private final AccountSink sink;
    private long fromMillis;
    private boolean isWaiting;
    private boolean isClosed;

    /**
     * News from a time on.
     *
     * @param fromNanos the venue's time of the account that the engine began with
     */
    FundingNews(
            UsdmRequests requests,
            BinanceLink link,
            Catalogue catalogue,
            EngineThread thread,
            AccountSink sink,
            long fromNanos) {
        this.requests = requests;
        this.link = link;
        this.catalogue = catalogue;
        this.thread = thread;
        this.sink = sink;
        this.fromMillis = fromNanos / EpochNanos.MILLISECOND + 1;
    }

    /** There was some, or may have been. */
    void expect() {
        ask(LAG);
    }

    /**
     * Asks for what was paid until now, so that an account that counts it can be handed over.
     *
     * @param reply hears when the last payment was, epoch nanoseconds of the venue; 0 if there was none lately
     */
    void catchUp(Reply<Long> reply) {
        link.questions().ask(this::request, this::payments, new Reply<List<Payment>>() {
            @Override
            public void answered(List<Payment> payments) {
                payments.forEach(FundingNews.this::tell);
                reply.answered(
                        payments.stream().mapToLong(Payment::tsEvent).max().orElse(0));
            }

            @Override
            public void failed(Verdict verdict) {
                reply.failed(verdict);
            }
        });
    }

    private RestRequest request() {
        return requests.account().income(null, Page.since(fromMillis, LIMIT));
    }

    private List<Payment> payments(JsonNode rows) {
        List<Payment> payments = new ArrayList<>();
        for (JsonNode row : Json.rows(rows, "payments")) {
            if (Json.text(row, "incomeType").equals("FUNDING_FEE")) {
                payments.add(payment(row));
            }
        }
        return payments;
    }

    void close() {
        isClosed = true;
    }

    private void ask(Duration delay) {
        if (!isWaiting && !isClosed) {
            isWaiting = true;
            thread.schedule(delay, this::ask);
        }
    }

    private void ask() {
        isWaiting = false;
        if (isClosed) {
            return;
        }
        link.questions().ask(this::request, data -> Json.rows(data, "payments"), new Reply<JsonNode>() {
            @Override
            public void answered(JsonNode rows) {
                take(rows);
            }

            @Override
            public void failed(Verdict verdict) {
                ask(RETRY);
            }
        });
    }

    private void take(JsonNode rows) {
        List<Payment> payments;
        long newest = fromMillis;
        try {
            payments = payments(rows);
            for (JsonNode row : rows) {
                newest = Math.max(newest, Json.exact(row, "time"));
            }
        } catch (IllegalArgumentException e) {
            ask(RETRY);
            return;
        }
        if (!isClosed) {
            payments.forEach(this::tell);
            // Payments of one millisecond may be on both sides of a page's end, so that it is asked for again.
            boolean isFull = rows.size() >= LIMIT && newest > fromMillis;
            fromMillis = newest;
            if (isFull) {
                ask(Duration.ZERO);
            }
        }
    }

    private static Payment payment(JsonNode row) {
        return new Payment(
                Json.text(row, "symbol"),
                Json.text(row, "tranId"),
                Json.text(row, "asset"),
                Json.required(row, "income"),
                Json.time(row, "time"));
    }

    private void tell(Payment payment) {
        Instrument instrument = catalogue.instrument(payment.symbol);
        if (instrument == null || payment.id.isEmpty() || isClosed) {
            return;
        }
        Currency currency = catalogue.currency(payment.asset);
        sink.fundingPaid(
                instrument.id(),
                payment.symbol + "-" + payment.id,
                currency,
                FixedPoint.toRaw(payment.amount, currency.scale(), RoundingMode.HALF_EVEN),
                payment.tsEvent);
    }
}
