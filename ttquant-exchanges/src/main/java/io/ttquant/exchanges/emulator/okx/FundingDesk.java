package io.ttquant.exchanges.emulator.okx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.ttquant.exchanges.emulator.server.Json;
import java.util.Map;
import java.util.TreeSet;

/** Currencies and the funding account, which holds nothing: all money is in the trading account. */
final class FundingDesk {
    private final OkxVenue venue;

    FundingDesk(OkxVenue venue) {
        this.venue = venue;
    }

    void addTo(Map<String, OkxRoute> routes) {
        routes.put("GET /api/v5/asset/currencies", OkxRoute.read(12, (caller, args) -> currencies(args)));
        routes.put("GET /api/v5/asset/balances", OkxRoute.read(12, (caller, args) -> Json.array()));
    }

    private ArrayNode currencies(Args args) {
        String asked = "," + args.text("ccy", "") + ",";
        TreeSet<String> all = new TreeSet<>();
        venue.exchange.marketData().markets().forEach(market -> {
            all.add(market.base());
            all.add(market.settle());
        });
        return all.stream()
                .filter(currency -> asked.equals(",,") || asked.contains("," + currency + ","))
                .map(FundingDesk::currency)
                .collect(Json.toArray());
    }

    /** Nothing can be deposited or withdrawn here. */
    private static JsonNode currency(String currency) {
        return Json.object()
                .put("ccy", currency)
                .put("name", currency)
                .put("logoLink", "")
                .put("chain", currency + "-" + currency)
                .put("mainNet", true)
                .put("canDep", false)
                .put("canWd", false)
                .put("canInternal", false)
                .put("needTag", false)
                .put("minDep", "0")
                .put("minWd", "0")
                .put("maxWd", "0")
                .put("wdTickSz", "8")
                .put("wdQuota", "0")
                .put("usedWdQuota", "0")
                .put("fee", "0")
                .put("minFee", "0")
                .put("maxFee", "0")
                .put("minDepArrivalConfirm", "1")
                .put("minWdUnlockConfirm", "1")
                .put("depQuotaFixed", "")
                .put("usedDepQuotaFixed", "")
                .put("depQuoteDailyLayer2", "");
    }
}
