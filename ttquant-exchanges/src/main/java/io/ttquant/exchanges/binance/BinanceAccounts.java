package io.ttquant.exchanges.binance;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.api.account.PositionMode;
import io.ttquant.api.order.PositionSide;
import io.ttquant.exchanges.answer.AssetBalance;
import io.ttquant.exchanges.answer.Enums;
import io.ttquant.exchanges.answer.FeeRates;
import io.ttquant.exchanges.answer.Json;
import io.ttquant.exchanges.answer.KeyPermissions;
import io.ttquant.exchanges.answer.MarginTier;
import io.ttquant.exchanges.answer.Unreadable;
import io.ttquant.exchanges.answer.VenuePosition;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The account of Binance: balances, positions, settings. */
public final class BinanceAccounts {
    private BinanceAccounts() {}

    /** Balances of a Spot account, of a futures account, or of the list of futures balances. */
    public static List<AssetBalance> balances(JsonNode data) {
        List<AssetBalance> balances = new ArrayList<>();
        if (data.has("balances")) {
            Json.rows(data.path("balances"), "balances").forEach(b -> balances.add(spot(b)));
        } else {
            Json.rows(data.isArray() ? data : data.path("assets"), "balances").forEach(b -> balances.add(futures(b)));
        }
        return balances;
    }

    private static AssetBalance spot(JsonNode b) {
        BigDecimal free = Json.required(b, "free");
        BigDecimal locked = Json.required(b, "locked");
        return new AssetBalance(Json.text(b, "asset"), free.add(locked), free, locked, free.add(locked));
    }

    private static AssetBalance futures(JsonNode b) {
        BigDecimal wallet = Json.required(b, b.has("walletBalance") ? "walletBalance" : "balance");
        BigDecimal profit = Json.orZero(b, b.has("unrealizedProfit") ? "unrealizedProfit" : "crossUnPnl");
        return new AssetBalance(
                Json.text(b, "asset"),
                wallet.add(profit),
                Json.orZero(b, "availableBalance"),
                Json.orZero(b, "openOrderInitialMargin"),
                wallet);
    }

    /** Positions of a list, or of a futures account. */
    public static List<VenuePosition> positions(JsonNode data) {
        List<VenuePosition> positions = new ArrayList<>();
        Json.rows(data.isArray() ? data : data.path("positions"), "positions").forEach(p -> positions.add(position(p)));
        return positions;
    }

    private static VenuePosition position(JsonNode p) {
        PositionSide side = Enums.positionSide(Json.text(p, "positionSide"));
        BigDecimal quantity = Json.required(p, "positionAmt");
        boolean isIsolated = Json.text(p, "marginType").equalsIgnoreCase("isolated")
                || Json.flag(p, "isolated")
                || Json.nonZero(p, "isolatedWallet") != null;
        return new VenuePosition(
                Json.text(p, "symbol"),
                side,
                side == PositionSide.SHORT ? quantity.abs().negate() : quantity,
                Json.nonZero(p, "entryPrice"),
                Json.nonZero(p, "markPrice"),
                Json.decimal(p, p.has("unRealizedProfit") ? "unRealizedProfit" : "unrealizedProfit"),
                Json.nonZero(p, "leverage"),
                Json.nonZero(p, "liquidationPrice"),
                isIsolated,
                Json.nanos(p, "updateTime"));
    }

    /**
     * The mode that an answer about it tells.
     *
     * @throws Unreadable if it tells neither
     */
    public static PositionMode positionMode(JsonNode data) {
        String isDual = Json.text(data, "dualSidePosition");
        return switch (isDual) {
            case "true" -> PositionMode.HEDGING;
            case "false" -> PositionMode.NETTING;
            default ->
                throw new Unreadable("dualSidePosition of the answer, '" + isDual + "', is neither true nor false");
        };
    }

    /** Brackets of the symbols of an answer. */
    public static List<MarginTier> tiers(JsonNode data) {
        List<MarginTier> tiers = new ArrayList<>();
        for (JsonNode symbol : data.isArray() ? data : List.of(data)) {
            for (JsonNode b : symbol.path("brackets")) {
                tiers.add(new MarginTier(
                        Json.text(symbol, "symbol"),
                        Json.required(b, "notionalFloor"),
                        Json.required(b, "notionalCap"),
                        Json.required(b, "initialLeverage"),
                        Json.required(b, "maintMarginRatio")));
            }
        }
        return tiers;
    }

    /** Fees of a futures symbol, of a Spot symbol (all of its parts together), or of a list of Spot symbols. */
    public static List<FeeRates> fees(JsonNode data) {
        List<FeeRates> fees = new ArrayList<>();
        for (JsonNode row : data.isArray() ? data : List.of(data)) {
            fees.add(row.has("standardCommission") ? parts(row) : rates(row));
        }
        return fees;
    }

    private static FeeRates rates(JsonNode row) {
        boolean isFuture = row.has("makerCommissionRate");
        return new FeeRates(
                Json.text(row, "symbol"),
                Json.required(row, isFuture ? "makerCommissionRate" : "makerCommission"),
                Json.required(row, isFuture ? "takerCommissionRate" : "takerCommission"));
    }

    private static FeeRates parts(JsonNode row) {
        BigDecimal maker = BigDecimal.ZERO;
        BigDecimal taker = BigDecimal.ZERO;
        for (String part : List.of("standardCommission", "specialCommission", "taxCommission")) {
            maker = maker.add(Json.orZero(row.path(part), "maker"));
            taker = taker.add(Json.orZero(row.path(part), "taker"));
        }
        return new FeeRates(Json.text(row, "symbol"), maker, taker);
    }

    /** What a key may do on Spot, or on futures. Unless the venue says that it may not withdraw, it may. */
    public static KeyPermissions permissions(JsonNode data, boolean isSpot) {
        return new KeyPermissions(
                Json.flag(data, isSpot ? "enableSpotAndMarginTrading" : "enableFutures"),
                !Json.text(data, "enableWithdrawals").equals("false"),
                Json.flag(data, "enableInternalTransfer") || Json.flag(data, "permitsUniversalTransfer"),
                Json.flag(data, "ipRestrict"));
    }
}
