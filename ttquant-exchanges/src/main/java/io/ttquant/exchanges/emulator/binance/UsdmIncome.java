package io.ttquant.exchanges.emulator.binance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ttquant.exchanges.emulator.exchange.Bill;
import io.ttquant.exchanges.emulator.server.Json;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Payments to and from a futures account, oldest first: of seven days unless a time is asked for, of three months at most, page by page. */
final class UsdmIncome {
    private static final long RECENT = Duration.ofDays(7).toMillis();
    private static final long KEPT = Duration.ofDays(92).toMillis();
    private static final Set<String> OTHER_TYPES = Set.of(
            "WELCOME_BONUS",
            "REFERRAL_KICKBACK",
            "COMMISSION_REBATE",
            "API_REBATE",
            "CONTEST_REWARD",
            "CROSS_COLLATERAL_TRANSFER",
            "OPTIONS_PREMIUM_FEE",
            "OPTIONS_SETTLE_PROFIT",
            "INTERNAL_TRANSFER",
            "AUTO_EXCHANGE",
            "DELIVERED_SETTELMENT",
            "COIN_SWAP_DEPOSIT",
            "COIN_SWAP_WITHDRAW",
            "POSITION_LIMIT_INCREASE_FEE",
            "STRATEGY_UMFUTURES_TRANSFER",
            "FEE_RETURN",
            "BFUSD_REWARD");
    private static final Set<String> TYPES =
            Set.of("TRANSFER", "REALIZED_PNL", "COMMISSION", "FUNDING_FEE", "INSURANCE_CLEAR");

    private final Venue venue;

    UsdmIncome(Venue venue) {
        this.venue = venue;
    }

    JsonNode answer(Caller caller, Params params) {
        SpotAccountRoutes.Times times = SpotAccountRoutes.Times.of(params, Long.MAX_VALUE, 0);
        boolean isTimed = times.start() != null || times.end() != null;
        long oldest = venue.millis() - (isTimed ? KEPT : RECENT);
        String symbol = params.find("symbol");
        String type = params.find("incomeType");
        if (type != null && !TYPES.contains(type) && !OTHER_TYPES.contains(type)) {
            throw VenueError.of(-1130, "Data sent for parameter 'incomeType' is not valid.");
        }
        List<ObjectNode> rows = venue.exchange.accounts().bills(caller.id(), 0).stream()
                .filter(bill -> symbol == null || symbol.equals(bill.symbol()))
                .filter(bill -> type == null || type.equals(type(bill)))
                .filter(bill -> Figures.millis(bill.time()) >= oldest && times.holds(Figures.millis(bill.time())))
                .map(this::row)
                .toList();
        int limit = params.limit(100, 1000);
        Long page = params.findWhole("page");
        if (page != null) {
            long first = Math.min(rows.size(), Math.max(0, page - 1) * limit);
            rows = rows.subList((int) first, rows.size());
        }
        return SpotAccountRoutes.page(rows, limit, page != null || times.start() != null).stream()
                .collect(Json.toArray());
    }

    private static String type(Bill bill) {
        return switch (bill.kind()) {
            case DEPOSIT, WITHDRAWAL, TRANSFER -> "TRANSFER";
            case TRADE, REALIZED -> "REALIZED_PNL";
            case FEE -> "COMMISSION";
            case FUNDING -> "FUNDING_FEE";
            case INSURANCE -> "INSURANCE_CLEAR";
        };
    }

    private ObjectNode row(Bill bill) {
        return Json.object()
                .put("symbol", bill.symbol() == null ? "" : bill.symbol())
                .put("incomeType", type(bill))
                .put("income", venue.figures.amount(bill.amount()))
                .put("asset", bill.asset())
                .put("info", type(bill))
                .put("time", Figures.millis(bill.time()))
                .put("tranId", bill.id())
                .put("tradeId", bill.tradeId() == 0 ? "" : Long.toString(bill.tradeId()));
    }
}
