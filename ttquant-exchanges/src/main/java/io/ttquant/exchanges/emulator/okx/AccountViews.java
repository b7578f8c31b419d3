package io.ttquant.exchanges.emulator.okx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ttquant.exchanges.emulator.exchange.Balance;
import io.ttquant.exchanges.emulator.exchange.MarginMode;
import io.ttquant.exchanges.emulator.exchange.MarginSummary;
import io.ttquant.exchanges.emulator.exchange.Market;
import io.ttquant.exchanges.emulator.exchange.Position;
import io.ttquant.exchanges.emulator.server.Json;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Balances and positions as answers and events show them. */
final class AccountViews {
    private final OkxVenue venue;

    AccountViews(OkxVenue venue) {
        this.venue = venue;
    }

    /** The account with all its currencies, or with some of them. */
    ObjectNode balance(String account, @Nullable String currencies) {
        List<String> asked = currencies == null ? List.of() : List.of(currencies);
        List<String> all = venue.exchange.accounts().balances(account).stream()
                .map(Balance::asset)
                .filter(asset -> asked.isEmpty() || ("," + asked.get(0) + ",").contains("," + asset + ","))
                .toList();
        return account(account, all);
    }

    ObjectNode account(String account, List<String> assets) {
        ArrayNode details = Json.array();
        BigDecimal total = BigDecimal.ZERO;
        for (String asset : assets) {
            MarginSummary summary = venue.exchange.accounts().margin(account, asset);
            details.add(detail(account, summary));
            total = total.add(summary.total()).add(summary.unrealized());
        }
        ObjectNode view = Json.object()
                .put("uTime", venue.now())
                .put("totalEq", Texts.figure(total))
                .put("adjEq", "")
                .put("availEq", "")
                .put("isoEq", "0")
                .put("ordFroz", "")
                .put("imr", "")
                .put("mmr", "")
                .put("mgnRatio", "")
                .put("notionalUsd", "")
                .put("upl", "");
        view.set("details", details);
        return view;
    }

    private ObjectNode detail(String account, MarginSummary summary) {
        Balance balance = venue.exchange.accounts().balance(account, summary.asset());
        BigDecimal equity = summary.total().add(summary.unrealized());
        String frozen = Texts.figure(equity.subtract(balance.free()).max(BigDecimal.ZERO));
        return Json.object()
                .put("ccy", summary.asset())
                .put("eq", Texts.figure(equity))
                .put("cashBal", Texts.figure(summary.total()))
                .put("uTime", venue.now())
                .put("isoEq", Texts.figure(summary.isolated()))
                .put("availEq", Texts.figure(balance.free()))
                .put("disEq", "")
                .put("fixedBal", "0")
                .put("availBal", Texts.figure(balance.free()))
                .put("frozenBal", frozen)
                .put("ordFrozen", Texts.figure(balance.locked().add(summary.orderMargin())))
                .put("liab", "")
                .put("upl", Texts.figure(summary.unrealized()))
                .put("uplLiab", "")
                .put("crossLiab", "")
                .put("isoLiab", "")
                .put("mgnRatio", "")
                .put("interest", "")
                .put("twap", "0")
                .put("maxLoan", "")
                .put("eqUsd", "")
                .put("notionalLever", "0")
                .put("stgyEq", "0")
                .put("isoUpl", "0")
                .put("spotInUseAmt", "");
    }

    /** Equity by currency, and positions with the fields that say how large they are. */
    ObjectNode risk(String account) {
        ArrayNode balances = Json.array();
        balance(account, null)
                .path("details")
                .forEach(detail -> balances.add(picked(detail, List.of("ccy", "eq", "disEq"))));
        ArrayNode positions = Json.array();
        List<String> sizes =
                List.of("instType", "instId", "mgnMode", "posId", "posSide", "pos", "posCcy", "ccy", "notionalUsd");
        positions(account, null)
                .forEach(position -> positions.add(picked(position, sizes)
                        .put("baseBal", "")
                        .put("quoteBal", "")
                        .put("notionalCcy", "")));
        ObjectNode view = Json.object().put("adjEq", "").put("ts", venue.now());
        view.set("balData", balances);
        view.set("posData", positions);
        return view;
    }

    private static ObjectNode picked(JsonNode from, List<String> names) {
        ObjectNode picked = Json.object();
        names.forEach(name -> picked.put(name, from.path(name).asText()));
        return picked;
    }

    ArrayNode positions(String account, @Nullable String symbol) {
        return venue.exchange.accounts().positions(account).stream()
                .filter(position -> symbol == null || position.symbol().equals(symbol))
                .map(this::position)
                .collect(Json.toArray());
    }

    ObjectNode position(Position position) {
        Market market = venue.market(position.symbol());
        boolean isIsolated = position.mode() == MarginMode.ISOLATED;
        boolean isNet = position.side() == io.ttquant.exchanges.emulator.exchange.PositionSide.NET;
        BigDecimal quantity = isNet ? position.quantity() : position.quantity().abs();
        return Json.object()
                .put("instType", Texts.instrumentType(market))
                .put("instId", position.symbol())
                .put("mgnMode", AccountDesk.mode(position.mode()))
                .put("posId", Long.toString(1_000_000L + venue.code(market)))
                .put("posSide", Texts.positionSide(position.side()))
                .put("pos", Texts.figure(quantity))
                .put("availPos", Texts.figure(quantity))
                .put("posCcy", "")
                .put("avgPx", Texts.figure(position.entryPrice()))
                .put("markPx", Texts.figure(position.markPrice()))
                .put("upl", Texts.figure(position.unrealized()))
                .put("uplRatio", "")
                .put("lever", Texts.figure(position.leverage()))
                .put("liqPx", Texts.figure(position.liquidationPrice()))
                .put("imr", isIsolated ? "" : Texts.figure(position.margin()))
                .put("margin", isIsolated ? Texts.figure(position.margin()) : "")
                .put("mgnRatio", "")
                .put("mmr", "")
                .put("liab", "")
                .put("interest", "0")
                .put("tradeId", "")
                .put("notionalUsd", "")
                .put("adl", "1")
                .put("ccy", market.settle())
                .put("last", "")
                .put("realizedPnl", Texts.figure(position.realized()))
                .put("cTime", Texts.millis(position.updated()))
                .put("uTime", Texts.millis(position.updated()))
                .put("pTime", venue.now());
    }
}
