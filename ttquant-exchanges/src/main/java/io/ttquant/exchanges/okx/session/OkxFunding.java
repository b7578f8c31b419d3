package io.ttquant.exchanges.okx.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.exchanges.answer.Json;
import io.ttquant.exchanges.okx.OkxRequests;
import io.ttquant.exchanges.session.FundingBook;
import io.ttquant.exchanges.session.FundingPayment;
import io.ttquant.exchanges.session.Reply;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Payments of funding, in the account's bills. */
final class OkxFunding implements FundingBook.Source {
    private final OkxRest rest;
    private final OkxRequests requests;

    OkxFunding(OkxRest rest, OkxRequests requests) {
        this.rest = rest;
        this.requests = requests;
    }

    @Override
    public void paidSince(long fromNanos, Reply<List<FundingPayment>> reply) {
        OkxPaging.walk(
                rest,
                requests::fundingBills,
                OkxFunding::payments,
                payment -> Long.parseLong(payment.id()),
                payment -> false,
                fromNanos / EpochNanos.MILLISECOND,
                reply);
    }

    private static List<FundingPayment> payments(JsonNode bills) {
        List<FundingPayment> payments = new ArrayList<>();
        for (JsonNode bill : Json.rows(bills, "bills")) {
            payments.add(new FundingPayment(
                    Json.text(bill, "instId"),
                    Long.toString(Json.exact(bill, "billId")),
                    Json.text(bill, "ccy"),
                    amount(bill),
                    Json.time(bill, "ts")));
        }
        return payments;
    }

    /** The venue says that a payment is in {@code pnl}; the change of the balance has it too. */
    private static BigDecimal amount(JsonNode bill) {
        BigDecimal gain = Json.decimal(bill, "pnl");
        return gain == null || gain.signum() == 0 ? Json.required(bill, "balChg") : gain;
    }
}
