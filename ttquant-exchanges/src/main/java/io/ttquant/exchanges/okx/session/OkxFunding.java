package io.ttquant.exchanges.okx.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.api.exchange.AccountSink;
import io.ttquant.api.exchange.EngineThread;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.Currency;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.exchanges.answer.Json;
import io.ttquant.exchanges.codes.Verdict;
import io.ttquant.exchanges.okx.OkxRequests;
import io.ttquant.exchanges.session.Reply;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Funding that was paid or received. No channel says so: the account's bills do, a little later. They are asked for again and again with an overlap, and each
 * is told once, by its id.
 */
final class OkxFunding {
    private static final Logger LOG = LoggerFactory.getLogger(OkxFunding.class);
    private static final Duration PERIOD = Duration.ofMinutes(1);
    /** How late a bill may come behind one that is newer. */
    private static final Duration OVERLAP = Duration.ofMinutes(10);

    private record Payment(String symbol, long id, String currency, BigDecimal amount, long tsEvent) {}

    private final EngineThread engine;
    private final OkxRest rest;
    private final OkxRequests requests;
    private final OkxCatalog catalog;
    private final AccountSink sink;
    private final long openedNanos;
    private final Map<Long, Long> told = new HashMap<>();
    private long newestNanos;
    private EngineThread.@Nullable Timeout timeout;
    private boolean isClosed;

    /**
     * News from a time on.
     *
     * @param openedNanos the venue's time of the account that the engine began with: what was paid until then is in it
     */
    OkxFunding(
            EngineThread engine,
            OkxRest rest,
            OkxRequests requests,
            OkxCatalog catalog,
            AccountSink sink,
            long openedNanos) {
        this.engine = engine;
        this.rest = rest;
        this.requests = requests;
        this.catalog = catalog;
        this.sink = sink;
        this.openedNanos = openedNanos;
        this.newestNanos = openedNanos;
    }

    void start() {
        timeout = engine.schedule(PERIOD, this::ask);
    }

    void close() {
        isClosed = true;
        if (timeout != null) {
            timeout.cancel();
        }
    }

    private long fromNanos() {
        return Math.max(openedNanos, newestNanos - OVERLAP.toNanos());
    }

    private void ask() {
        OkxPaging.walk(
                rest,
                requests::fundingBills,
                OkxFunding::payments,
                Payment::id,
                payment -> false,
                fromNanos() / EpochNanos.MILLISECOND,
                new Reply<List<Payment>>() {
                    @Override
                    public void answered(List<Payment> payments) {
                        if (!isClosed) {
                            take(payments);
                            start();
                        }
                    }

                    @Override
                    public void failed(Verdict verdict) {
                        if (!isClosed) {
                            LOG.warn("The payments of funding are asked for again: {}", verdict.message());
                            start();
                        }
                    }
                });
    }

    private static List<Payment> payments(JsonNode bills) {
        List<Payment> payments = new ArrayList<>();
        for (JsonNode bill : Json.rows(bills, "bills")) {
            payments.add(new Payment(
                    Json.text(bill, "instId"),
                    Json.exact(bill, "billId"),
                    Json.text(bill, "ccy"),
                    Json.required(bill, "pnl"),
                    Json.time(bill, "ts")));
        }
        return payments;
    }

    /** Oldest first, as they were paid. */
    private void take(List<Payment> newestFirst) {
        for (int i = newestFirst.size() - 1; i >= 0; i--) {
            Payment payment = newestFirst.get(i);
            if (payment.tsEvent > openedNanos && told.putIfAbsent(payment.id, payment.tsEvent) == null) {
                newestNanos = Math.max(newestNanos, payment.tsEvent);
                tell(payment);
            }
        }
        long from = fromNanos() - OVERLAP.toNanos();
        told.values().removeIf(tsEvent -> tsEvent < from);
    }

    private void tell(Payment payment) {
        Instrument instrument = catalog.find(payment.symbol);
        if (instrument == null) {
            LOG.warn(
                    "Funding of {} {} was paid for {}, which is not listed", payment.amount, payment.currency, payment);
            return;
        }
        Currency currency = catalog.currency(payment.currency);
        long rawAmount = FixedPoint.toRaw(payment.amount, currency.scale(), RoundingMode.HALF_EVEN);
        sink.fundingPaid(instrument.id(), Long.toString(payment.id), currency, rawAmount, payment.tsEvent);
    }
}
