package io.ttquant.exchanges.emulator.okx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.ttquant.exchanges.emulator.exchange.Bill;
import io.ttquant.exchanges.emulator.exchange.MarketKind;
import io.ttquant.exchanges.emulator.server.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Each change of a balance, newest first: those of the last seven days, and of three months in the archive. */
final class BillDesk {
    private static final long RECENT = Duration.ofDays(7).toMillis();
    private static final long KEPT = Duration.ofDays(92).toMillis();

    private final OkxVenue venue;
    private final BillViews views;

    BillDesk(OkxVenue venue) {
        this.venue = venue;
        views = new BillViews(venue);
    }

    void addTo(Map<String, OkxRoute> routes) {
        routes.put("GET /api/v5/account/bills", OkxRoute.read(10, (caller, args) -> bills(caller, args, RECENT)));
        routes.put("GET /api/v5/account/bills-archive", OkxRoute.read(5, (caller, args) -> bills(caller, args, KEPT)));
    }

    private ArrayNode bills(OkxVenue.Caller caller, Args args, long kept) {
        long after = args.whole("after", Long.MAX_VALUE);
        long before = args.whole("before", -1);
        long begin = Math.max(args.whole("begin", 0), venue.millis() - kept);
        long end = args.whole("end", Long.MAX_VALUE);
        List<BillViews.Row> rows = rows(caller.account());
        Collections.reverse(rows);
        return rows.stream()
                .filter(row -> row.id() < after && row.id() > before)
                .filter(row -> row.millis() >= begin && row.millis() <= end)
                .filter(meant(args))
                .limit(args.limit(100, 100))
                .map(row -> (JsonNode) views.view(row))
                .collect(Json.toArray());
    }

    /** What the exchange's ledger keeps apart, gain and fee of a trade, is one bill here. */
    private List<BillViews.Row> rows(String account) {
        List<BillViews.Row> rows = new ArrayList<>();
        for (Bill bill : venue.exchange.accounts().bills(account, 0)) {
            int at = rows.size() - 1;
            while (at >= 0 && rows.get(at).isOfTrade(bill) && !rows.get(at).isOneWith(bill)) {
                at--;
            }
            if (at >= 0 && rows.get(at).isOneWith(bill)) {
                rows.set(at, rows.get(at).with(bill));
            } else {
                rows.add(BillViews.Row.of(bill));
            }
        }
        return rows;
    }

    private Predicate<BillViews.Row> meant(Args args) {
        String symbol = args.find("instId");
        String kind = args.find("instType");
        String currency = args.find("ccy");
        String type = args.find("type");
        String subType = args.find("subType");
        String mode = args.find("mgnMode");
        String contract = args.find("ctType");
        return row -> isAny(symbol, row.symbol())
                && isAny(kind, views.kind(row))
                && isAny(currency, row.asset())
                && isAny(type, views.type(row))
                && isAny(subType, views.subType(row))
                && isAny(mode, views.mode(row))
                && isAny(contract, contract(row));
    }

    private String contract(BillViews.Row row) {
        if (row.symbol().isEmpty() || !venue.market(row.symbol()).isContract()) {
            return "";
        }
        return venue.market(row.symbol()).kind() == MarketKind.INVERSE ? "inverse" : "linear";
    }

    private static boolean isAny(@Nullable String asked, String is) {
        return asked == null || Objects.equals(asked, is);
    }
}
