package io.ttquant.exchanges.okx;

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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The account of OKX: balances, positions, settings. */
public final class OkxAccounts {
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    private OkxAccounts() {}

    /** Balances of an answer. */
    public static List<AssetBalance> balances(JsonNode data) {
        List<AssetBalance> balances = new ArrayList<>();
        if (Json.rows(data, "accounts").isEmpty()) {
            throw new Unreadable("the answer has no account, which it must have; ask again");
        }
        for (JsonNode account : data) {
            Json.rows(account.path("details"), "balances").forEach(row -> balances.add(balance(row)));
        }
        return balances;
    }

    /** Accounts with margin tell equity, those without tell cash only. */
    private static AssetBalance balance(JsonNode row) {
        BigDecimal cash = Json.required(row, "cashBal");
        BigDecimal equity = Json.decimal(row, "eq");
        BigDecimal available = Json.decimal(row, "availEq");
        return new AssetBalance(
                Json.text(row, "ccy"),
                equity == null ? cash : equity,
                available == null ? Json.required(row, "availBal") : available,
                Json.orZero(row, "frozenBal"),
                cash);
    }

    /** Positions of an answer. */
    public static List<VenuePosition> positions(JsonNode data) {
        List<VenuePosition> positions = new ArrayList<>();
        Json.rows(data, "positions").forEach(row -> positions.add(position(row)));
        return positions;
    }

    /** Only the net position has a sign. */
    private static VenuePosition position(JsonNode row) {
        PositionSide side = Enums.positionSide(Json.text(row, "posSide"));
        BigDecimal quantity = Json.required(row, "pos");
        return new VenuePosition(
                Json.text(row, "instId"),
                side,
                side == PositionSide.SHORT ? quantity.abs().negate() : quantity,
                Json.nonZero(row, "avgPx"),
                Json.nonZero(row, "markPx"),
                Json.decimal(row, "upl"),
                Json.nonZero(row, "lever"),
                Json.nonZero(row, "liqPx"),
                Json.text(row, "mgnMode").equals("isolated"),
                Json.nanos(row, "uTime"));
    }

    /**
     * The position mode of the answer to {@code account/config}.
     *
     * @throws Unreadable if it is neither of the two
     */
    public static PositionMode positionMode(JsonNode data) {
        String mode = Json.text(data.path(0), "posMode");
        return switch (mode) {
            case "net_mode" -> PositionMode.NETTING;
            case "long_short_mode" -> PositionMode.HEDGING;
            default -> throw new Unreadable("position mode '" + mode + "' is neither net_mode nor long_short_mode");
        };
    }

    /** What the key may do, of the answer to {@code account/config}; withdrawing and transferring are one permission there. */
    public static KeyPermissions permissions(JsonNode data) {
        JsonNode config = data.path(0);
        Set<String> words = Set.copyOf(
                COMMA.splitAsStream(Json.text(config, "perm")).distinct().toList());
        boolean mayWithdraw = words.contains("withdraw");
        return new KeyPermissions(
                words.contains("trade"),
                mayWithdraw,
                mayWithdraw,
                !Json.text(config, "ip").isBlank());
    }

    /**
     * Fees of an answer; the venue counts as negative what is paid. Contracts have rates of their own for each currency that they are settled in.
     *
     * @param settlement the code of the currency in which the instruments are settled, of spot their quote currency
     * @throws Unreadable if an answer has no rates for it
     */
    public static List<FeeRates> fees(JsonNode data, String settlement) {
        List<FeeRates> fees = new ArrayList<>();
        for (JsonNode row : Json.rows(data, "fees")) {
            String kind = Json.text(row, "instType");
            boolean isContract = kind.equals("SWAP") || kind.equals("FUTURES");
            String suffix = suffix(settlement, isContract);
            // Pairs of spot in other currencies have the plain rates where the venue tells no others.
            boolean isPlain = !isContract && Json.decimal(row, "maker" + suffix) == null;
            fees.add(new FeeRates(
                    kind,
                    Json.required(row, isPlain ? "maker" : "maker" + suffix).negate(),
                    Json.required(row, isPlain ? "taker" : "taker" + suffix).negate()));
        }
        return fees;
    }

    private static String suffix(String settlement, boolean isContract) {
        return switch (settlement) {
            case "USDT" -> isContract ? "U" : "";
            case "USDC" -> "USDC";
            default -> isContract ? "" : "USDC";
        };
    }

    /**
     * Leverage of the instrument of an answer, as plain digits. Where its position sides differ, all are told, as {@code 3/5}.
     *
     * @param side the side that is meant, {@code long} or {@code short}; null for all
     * @throws Unreadable if the answer has none
     */
    public static String leverage(JsonNode data, @Nullable String side) {
        Set<String> found = new LinkedHashSet<>();
        for (JsonNode row : Json.rows(data, "leverage")) {
            String its = Json.text(row, "posSide");
            if (side == null || its.equals(side) || its.equals("net")) {
                found.add(Json.required(row, "lever").stripTrailingZeros().toPlainString());
            }
        }
        if (found.isEmpty()) {
            throw new Unreadable("the answer has no leverage" + (side == null ? "" : " of the side " + side));
        }
        return String.join("/", found);
    }

    /** Margin tiers of an answer. */
    public static List<MarginTier> tiers(JsonNode data) {
        List<MarginTier> tiers = new ArrayList<>();
        for (JsonNode row : data) {
            String family = Json.text(row, "instFamily");
            tiers.add(new MarginTier(
                    family.isEmpty() ? Json.text(row, "instId") : family,
                    Json.required(row, "minSz"),
                    Json.required(row, "maxSz"),
                    Json.required(row, "maxLever"),
                    Json.required(row, "mmr")));
        }
        return tiers;
    }
}
