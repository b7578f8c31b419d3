package io.ttquant.backtest.junit;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.Instrument;
import io.ttquant.backtest.data.TradeColumns;
import java.util.List;

/** Reads trades written by hand. */
final class WrittenTrades {
    static final String FORM = "\"[+1s] buy|sell QUANTITY at PRICE\"";

    private WrittenTrades() {}

    static TradeColumns read(Instrument instrument, long startNanos, List<String> lines) {
        TradeColumns.Builder trades = TradeColumns.builder(instrument);
        long nanos = startNanos;
        for (int i = 0; i < lines.size(); i++) {
            WrittenLine line = new WrittenLine("trade", i + 1, lines.get(i), FORM);
            nanos += line.step();
            List<String> rest = line.untimed();
            if (rest.size() != 4 || !rest.get(2).equals("at")) {
                throw line.wrong("it is not of this form");
            }
            trades.add(
                    nanos,
                    line.price(instrument, rest.get(3)),
                    line.quantity(instrument, rest.get(1)),
                    side(line, rest));
        }
        return trades.build();
    }

    private static AggressorSide side(WrittenLine line, List<String> rest) {
        return switch (rest.get(0)) {
            case "buy" -> AggressorSide.BUYER;
            case "sell" -> AggressorSide.SELLER;
            default -> throw line.wrong("'" + rest.get(0) + "' is neither buy nor sell");
        };
    }
}
