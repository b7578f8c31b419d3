package io.ttquant.exchanges.binance.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.exchanges.answer.Json;
import io.ttquant.exchanges.binance.UsdmRequests;
import io.ttquant.exchanges.codes.CodeClass;
import io.ttquant.exchanges.codes.Verdict;
import io.ttquant.exchanges.session.FundingBook;
import io.ttquant.exchanges.session.FundingPayment;
import io.ttquant.exchanges.session.Reply;
import java.util.ArrayList;
import java.util.List;

/** Payments of funding, in the history of what an account was paid. */
final class UsdmFunding implements FundingBook.Source {
    private static final String TYPE = "FUNDING_FEE";
    private static final int LIMIT = 1_000;
    /** More than any account is paid in the time that is looked back: a list that does not end. */
    private static final int MOST_PAGES = 100;

    private final UsdmRequests requests;
    private final BinanceLink link;

    UsdmFunding(UsdmRequests requests, BinanceLink link) {
        this.requests = requests;
        this.link = link;
    }

    @Override
    public void paidSince(long fromNanos, Reply<List<FundingPayment>> reply) {
        next(fromNanos / EpochNanos.MILLISECOND, 1, new ArrayList<>(), reply);
    }

    private void next(long fromMillis, int page, List<FundingPayment> all, Reply<List<FundingPayment>> reply) {
        link.questions()
                .ask(
                        () -> requests.account().income(null, TYPE, fromMillis, page, LIMIT),
                        data -> Json.rows(data, "payments"),
                        new Reply<JsonNode>() {
                            @Override
                            public void answered(JsonNode rows) {
                                took(rows, fromMillis, page, all, reply);
                            }

                            @Override
                            public void failed(Verdict verdict) {
                                reply.failed(verdict);
                            }
                        });
    }

    private void took(
            JsonNode rows, long fromMillis, int page, List<FundingPayment> all, Reply<List<FundingPayment>> reply) {
        try {
            for (JsonNode row : rows) {
                if (Json.text(row, "incomeType").equals(TYPE)) {
                    all.add(payment(row));
                }
            }
        } catch (IllegalArgumentException e) {
            reply.failed(Verdict.of(CodeClass.UNKNOWN, "the payments of funding cannot be read: " + e.getMessage()));
            return;
        }
        if (rows.size() < LIMIT) {
            reply.answered(all);
        } else if (page < MOST_PAGES) {
            next(fromMillis, page + 1, all, reply);
        } else {
            reply.failed(Verdict.of(CodeClass.UNKNOWN, "the payments of funding have no end after " + page + " pages"));
        }
    }

    /** The venue's ids are unique within a type of payments. */
    private static FundingPayment payment(JsonNode row) {
        String symbol = Json.text(row, "symbol");
        String id = Json.text(row, "tranId");
        return new FundingPayment(
                symbol,
                id.isEmpty() ? "" : symbol + "-" + id,
                Json.text(row, "asset"),
                Json.required(row, "income"),
                Json.time(row, "time"));
    }
}
