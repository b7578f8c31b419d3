package io.ttquant.backtest.report;

import io.ttquant.api.order.LiquiditySide;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What fills or payments of one kind came to.
 *
 * @param strategy the strategy; empty for the account as a whole
 * @param instrument the instrument as text; empty if it is of none
 * @param kind code of the kind: {@code MAKER_FEE}, {@code TAKER_FEE}, or of a payment such as {@code FUNDING}
 * @param currency the currency of the amount
 * @param count how many fills or payments
 * @param cost their sum, exact; above zero if paid, below if received
 */
record CostLine(String strategy, String instrument, String kind, String currency, long count, BigDecimal cost) {
    private record Key(String strategy, String instrument, String kind, String currency) {}

    private static final class Sum {
        private long count;
        private BigDecimal cost = BigDecimal.ZERO;

        private void add(BigDecimal amount) {
            count++;
            cost = cost.add(amount);
        }
    }

    /** The costs of all fills and payments, in the order in which each kind first came; amounts in different currencies are never added. */
    static List<CostLine> of(List<FillMark> fills, List<CashFlowRow> flows) {
        Map<Key, Sum> sums = new LinkedHashMap<>();
        for (FillMark fill : fills) {
            Key key = new Key(fill.strategy(), fill.instrument(), kind(fill.liquidity()), fill.feeCurrency());
            sums.computeIfAbsent(key, any -> new Sum()).add(fill.fee());
        }
        for (CashFlowRow flow : flows) {
            Key key = new Key(flow.strategy(), flow.instrument(), flow.kind(), flow.currency());
            sums.computeIfAbsent(key, any -> new Sum()).add(flow.amount().negate());
        }
        List<CostLine> lines = new ArrayList<>(sums.size());
        sums.forEach((key, sum) ->
                lines.add(new CostLine(key.strategy, key.instrument, key.kind, key.currency, sum.count, sum.cost)));
        return lines;
    }

    private static String kind(LiquiditySide side) {
        return side == LiquiditySide.MAKER ? "MAKER_FEE" : "TAKER_FEE";
    }
}
