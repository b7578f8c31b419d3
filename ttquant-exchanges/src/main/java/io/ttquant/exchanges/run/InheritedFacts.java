package io.ttquant.exchanges.run;

import io.ttquant.api.exchange.ExternalOrder;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.Side;
import io.ttquant.api.order.TimeInForce;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.core.engine.Inheritance;
import io.ttquant.core.engine.Inheritance.OwnOrder;
import io.ttquant.core.engine.Inheritance.OwnPosition;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What strategies got back at a restart, as facts of the journal: the replay gives them the same. */
final class InheritedFacts {
    private static final String POSITION = "inherited position ";
    private static final String ORDER = "inherited order ";
    private static final String STATE = "inherited state ";
    private static final String BETWEEN = "\t";

    private InheritedFacts() {}

    static void into(Map<String, String> facts, Inheritance inherited) {
        int number = 0;
        for (OwnPosition own : inherited.positions()) {
            facts.put(
                    POSITION + number++,
                    String.join(
                            BETWEEN,
                            own.strategyId(),
                            own.instrument().symbol(),
                            own.side().name(),
                            Long.toString(own.rawQuantity()),
                            own.averagePrice().toPlainString(),
                            Long.toString(own.rawRealized())));
        }
        for (OwnOrder own : inherited.orders()) {
            facts.put(ORDER + number++, text(own));
        }
        for (Map.Entry<String, Map<String, String>> its : inherited.states().entrySet()) {
            for (Map.Entry<String, String> text : its.getValue().entrySet()) {
                facts.put(
                        STATE + number++,
                        its.getKey() + BETWEEN + text.getKey().length() + BETWEEN + text.getKey() + text.getValue());
            }
        }
    }

    private static String text(OwnOrder own) {
        ExternalOrder order = own.order();
        OrderRequest request = order.request();
        return String.join(
                BETWEEN,
                own.strategyId(),
                order.clientId(),
                request.instrument().id().symbol(),
                request.side().name(),
                request.type().name(),
                Long.toString(request.rawQuantity()),
                Long.toString(request.rawPrice()),
                Long.toString(request.rawTrigger()),
                request.timeInForce().name(),
                request.positionSide().name(),
                order.status().name(),
                Long.toString(order.rawFilled()),
                Long.toString(order.tsEvent()));
    }

    static Inheritance from(Map<String, String> facts, List<Instrument> instruments) {
        Map<String, Instrument> bySymbol = new HashMap<>();
        instruments.forEach(each -> bySymbol.put(each.id().symbol(), each));
        List<OwnPosition> positions = new ArrayList<>();
        List<OwnOrder> orders = new ArrayList<>();
        Map<String, Map<String, String>> states = new HashMap<>();
        facts.forEach((name, text) -> {
            String[] words = text.split(BETWEEN, -1);
            if (name.startsWith(POSITION)) {
                positions.add(position(words, bySymbol));
            } else if (name.startsWith(ORDER)) {
                orders.add(order(words, bySymbol));
            } else if (name.startsWith(STATE)) {
                int begin = words[0].length() + words[1].length() + 2;
                int length = Integer.parseInt(words[1]);
                states.computeIfAbsent(words[0], id -> new HashMap<>())
                        .put(text.substring(begin, begin + length), text.substring(begin + length));
            }
        });
        return new Inheritance(positions, orders, states);
    }

    private static OwnPosition position(String[] words, Map<String, Instrument> bySymbol) {
        return new OwnPosition(
                words[0],
                find(words[1], bySymbol).id(),
                PositionSide.valueOf(words[2]),
                Long.parseLong(words[3]),
                new BigDecimal(words[4]),
                Long.parseLong(words[5]));
    }

    private static OwnOrder order(String[] words, Map<String, Instrument> bySymbol) {
        OrderRequest request = new OrderRequest(
                        find(words[2], bySymbol),
                        Side.valueOf(words[3]),
                        OrderType.valueOf(words[4]),
                        Long.parseLong(words[5]),
                        Long.parseLong(words[6]),
                        Long.parseLong(words[7]),
                        TimeInForce.valueOf(words[8]),
                        EpochNanos.NEVER,
                        false,
                        false,
                        "")
                .withPositionSide(PositionSide.valueOf(words[9]));
        return new OwnOrder(
                words[0],
                new ExternalOrder(
                        words[1],
                        "",
                        request,
                        OrderStatus.valueOf(words[10]),
                        Long.parseLong(words[11]),
                        Long.parseLong(words[12])));
    }

    private static Instrument find(String symbol, Map<String, Instrument> bySymbol) {
        Instrument found = bySymbol.get(symbol);
        if (found == null) {
            throw new IllegalArgumentException(
                    "the journal gives back something in " + symbol + ", which is none of its instruments");
        }
        return found;
    }
}
