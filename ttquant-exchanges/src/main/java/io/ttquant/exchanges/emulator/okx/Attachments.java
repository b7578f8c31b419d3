package io.ttquant.exchanges.emulator.okx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ttquant.exchanges.emulator.exchange.ExchangeEvent;
import io.ttquant.exchanges.emulator.exchange.Market;
import io.ttquant.exchanges.emulator.exchange.Order;
import io.ttquant.exchanges.emulator.exchange.OrderStatus;
import io.ttquant.exchanges.emulator.server.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Take-profits and stops that come with an order: algo orders of the other side that begin once it is filled completely, and never otherwise. */
final class Attachments {
    private static final int MOST = 20;
    private static final List<String> LEVELS =
            List.of("tpTriggerPx", "tpTriggerPxType", "tpOrdPx", "slTriggerPx", "slTriggerPxType", "slOrdPx");

    private final OkxVenue venue;
    private final AlgoForm form;
    private final AlgoDesk algos;
    private final Map<Long, List<ObjectNode>> attached = new HashMap<>();
    private final Map<Long, List<ObjectNode>> waiting = new HashMap<>();

    Attachments(OkxVenue venue, AlgoForm form, AlgoDesk algos) {
        this.venue = venue;
        this.form = form;
        this.algos = algos;
    }

    /** Arguments of the algo orders that come with an order, checked as if they were placed now. */
    List<ObjectNode> read(String account, Args args) {
        JsonNode asked = args.at("attachAlgoOrds");
        if (asked.size() > MOST) {
            throw OkxError.parameter("attachAlgoOrds");
        }
        List<ObjectNode> read = new ArrayList<>();
        for (JsonNode each : asked) {
            ObjectNode algo = algo(args, new Args(each));
            form.read(account, new Args(algo));
            read.add(algo);
        }
        return read;
    }

    private ObjectNode algo(Args order, Args asked) {
        Market market = venue.market(order);
        boolean isPair = asked.has("tpTriggerPx") && asked.has("slTriggerPx");
        ObjectNode algo = Json.object()
                .put("instId", market.symbol())
                .put("tdMode", order.text("tdMode"))
                .put("side", order.text("side").equals("buy") ? "sell" : "buy")
                .put("posSide", order.text("posSide", ""))
                .put("ordType", isPair ? "oco" : "conditional")
                .put("algoClOrdId", asked.text("attachAlgoClOrdId", ""))
                .put("tgtCcy", "base_ccy")
                .put("sz", order.text("sz"))
                .put("reduceOnly", market.isContract());
        LEVELS.forEach(name -> algo.put(name, asked.text(name, "")));
        return algo;
    }

    /** What comes with an order that was placed. */
    void attach(Order order, List<ObjectNode> coming) {
        if (coming.isEmpty()) {
            return;
        }
        attached.put(order.id(), coming);
        if (order.isOpen()) {
            waiting.put(order.id(), coming);
        } else {
            begin(order, coming);
        }
    }

    void see(ExchangeEvent event) {
        if (event instanceof ExchangeEvent.Filled filled && !filled.order().isOpen()) {
            ended(filled.order());
        } else if (event instanceof ExchangeEvent.OrderChanged changed
                && !changed.order().isOpen()) {
            ended(changed.order());
        }
    }

    private void ended(Order order) {
        List<ObjectNode> coming = waiting.remove(order.id());
        if (coming != null) {
            // Not within the event: what follows from it is told first.
            venue.turns.execute(() -> begin(order, coming));
        }
    }

    private void begin(Order order, List<ObjectNode> coming) {
        if (order.status() != OrderStatus.FILLED) {
            return;
        }
        for (ObjectNode algo : coming) {
            try {
                algos.place(order.account(), new Args(algo.put("sz", Texts.figure(order.filled()))));
            } catch (OkxError refused) {
                algo.put("failCode", refused.code).put("failReason", refused.text);
            }
        }
    }

    /** What came with an order, as the order shows it. */
    ArrayNode view(long orderId) {
        ArrayNode rows = Json.array();
        for (ObjectNode algo : attached.getOrDefault(orderId, List.of())) {
            ObjectNode row = Json.object()
                    .put("attachAlgoId", Long.toString(orderId) + rows.size())
                    .put("attachAlgoClOrdId", algo.path("algoClOrdId").asText())
                    .put("sz", "")
                    .put("amendPxOnTriggerType", "0")
                    .put("failCode", algo.path("failCode").asText())
                    .put("failReason", algo.path("failReason").asText());
            LEVELS.forEach(name -> row.put(name, algo.path(name).asText()));
            rows.add(row);
        }
        return rows;
    }
}
