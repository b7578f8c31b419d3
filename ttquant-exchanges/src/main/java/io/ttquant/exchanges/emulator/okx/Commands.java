package io.ttquant.exchanges.emulator.okx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ttquant.exchanges.emulator.exchange.Amendment;
import io.ttquant.exchanges.emulator.exchange.Market;
import io.ttquant.exchanges.emulator.exchange.Order;
import io.ttquant.exchanges.emulator.exchange.OrderRef;
import io.ttquant.exchanges.emulator.exchange.Outcome;
import io.ttquant.exchanges.emulator.exchange.RefusalReason;
import io.ttquant.exchanges.emulator.server.Json;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Orders to place, amend, cancel: over REST and over WebSockets alike, one at a time or in batches, each with its own {@code sCode}. */
final class Commands {
    private static final int MOST = 20;

    private final OkxVenue venue;
    private final OrderForm form;
    private final Attachments attachments;

    Commands(OkxVenue venue, OrderForm form, Attachments attachments) {
        this.venue = venue;
        this.form = form;
        this.attachments = attachments;
    }

    /** What is done with each order. */
    @FunctionalInterface
    interface Command {
        ObjectNode perform(String account, Args args);
    }

    /** What became of all, as code, message and data of an answer. */
    record Result(String code, String text, ArrayNode data) {}

    /** Performs a command for one object, or for each of a list. */
    Result perform(String account, JsonNode body, Command command) {
        boolean isBatch = body.isArray();
        if (!isBatch && !body.isObject()) {
            throw new OkxError(400, "50002", "JSON syntax error");
        }
        if (isBatch && (body.isEmpty() || body.size() > MOST)) {
            throw OkxError.of("51111", "Maximum " + MOST + " orders can be placed in bulk.");
        }
        ArrayNode data = Json.array();
        int failed = 0;
        for (JsonNode item : isBatch ? body : Json.array().add(body)) {
            Args args = new Args(item);
            try {
                data.add(succeeded(command.perform(account, args)));
            } catch (OkxError refused) {
                failed++;
                data.add(refused(args, refused));
            }
        }
        String code = failed == 0 ? "0" : failed == data.size() ? "1" : "2";
        return new Result(code, failed == data.size() ? "All operations failed" : "", data);
    }

    private ObjectNode succeeded(ObjectNode answer) {
        return answer.put("sCode", "0").put("sMsg", "").put("subCode", "").put("ts", venue.now());
    }

    private ObjectNode refused(Args args, OkxError refused) {
        return Json.object()
                .put("ordId", args.text("ordId", ""))
                .put("clOrdId", args.text("clOrdId", ""))
                .put("tag", args.text("tag", ""))
                .put("reqId", args.text("reqId", ""))
                .put("sCode", refused.code)
                .put("sMsg", refused.text)
                .put("subCode", "")
                .put("ts", venue.now());
    }

    ObjectNode place(String account, Args args) {
        List<ObjectNode> coming = attachments.read(account, args);
        Order order = OkxRefusals.orThrow(venue.exchange.trading().submit(account, form.read(account, args)));
        attachments.attach(order, coming);
        return named(order).put("tag", args.text("tag", ""));
    }

    private static ObjectNode named(Order order) {
        return Json.object()
                .put("ordId", Long.toString(order.id()))
                .put("clOrdId", order.clientId() == null ? "" : order.clientId());
    }

    ObjectNode cancel(String account, Args args) {
        Market market = venue.market(args);
        return named(
                OkxRefusals.orThrow(venue.exchange.trading().cancel(account, market.symbol(), OrderForm.ref(args))));
    }

    ObjectNode amend(String account, Args args) {
        Market market = venue.market(args);
        @Nullable BigDecimal price = args.findDecimal("newPx");
        @Nullable BigDecimal size = args.findDecimal("newSz");
        if (price == null && size == null) {
            throw OkxError.missing("newSz or newPx");
        }
        OrderRef ref = OrderForm.ref(args);
        Amendment amendment = new Amendment(price, size, false, args.flag("cxlOnFail"));
        Outcome<Order> outcome = venue.exchange.trading().amend(account, market.symbol(), ref, amendment);
        boolean isGone = outcome.refusal() != null
                && (outcome.reason() == RefusalReason.NO_ORDER || outcome.reason() == RefusalReason.ORDER_ENDED);
        if (isGone) {
            throw OkxError.of("51503", "Your order has already been filled or canceled.");
        }
        return named(OkxRefusals.orThrow(outcome)).put("reqId", args.text("reqId", ""));
    }
}
