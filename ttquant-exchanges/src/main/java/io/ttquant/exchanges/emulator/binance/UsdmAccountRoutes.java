package io.ttquant.exchanges.emulator.binance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ttquant.exchanges.emulator.exchange.AccountSettings;
import io.ttquant.exchanges.emulator.exchange.Balance;
import io.ttquant.exchanges.emulator.exchange.FeeRates;
import io.ttquant.exchanges.emulator.exchange.MarginMode;
import io.ttquant.exchanges.emulator.exchange.MarginSummary;
import io.ttquant.exchanges.emulator.exchange.Market;
import io.ttquant.exchanges.emulator.exchange.Outcome;
import io.ttquant.exchanges.emulator.exchange.Permission;
import io.ttquant.exchanges.emulator.exchange.Position;
import io.ttquant.exchanges.emulator.exchange.PositionMode;
import io.ttquant.exchanges.emulator.exchange.RefusalReason;
import io.ttquant.exchanges.emulator.server.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** What an account asks and sets on futures: balances, positions, leverage, modes, fees, income. */
final class UsdmAccountRoutes {
    private static final String API = "/fapi/v1";
    private static final String ENOUGH = "100000000";

    private final Venue venue;
    private final AccountSettings settings;

    UsdmAccountRoutes(Venue venue) {
        this.venue = venue;
        settings = venue.exchange.accounts().settings();
    }

    void addTo(Map<String, Route> routes) {
        for (String version : List.of("v2", "v3")) {
            routes.put("GET /fapi/" + version + "/account", Route.read(5, (caller, params) -> account(caller)));
            routes.put("GET /fapi/" + version + "/balance", Route.read(5, (caller, params) -> balances(caller)));
            routes.put("GET /fapi/" + version + "/positionRisk", Route.read(5, this::positions));
        }
        routes.put("POST " + API + "/leverage", Route.trade(1, this::leverage));
        routes.put("POST " + API + "/marginType", Route.trade(1, this::marginType));
        routes.put("POST " + API + "/positionSide/dual", Route.trade(1, this::setPositionMode));
        routes.put("GET " + API + "/positionSide/dual", Route.read(30, (caller, params) -> positionMode(caller)));
        routes.put(
                "GET " + API + "/multiAssetsMargin",
                Route.read(30, (caller, params) -> Json.object().put("multiAssetsMargin", false)));
        routes.put("GET " + API + "/leverageBracket", Route.read(1, this::brackets));
        routes.put("GET " + API + "/symbolConfig", Route.read(5, this::symbolConfig));
        routes.put("GET " + API + "/accountConfig", Route.read(5, (caller, params) -> accountConfig(caller)));
        routes.put("GET " + API + "/commissionRate", Route.read(20, this::commission));
        routes.put("GET " + API + "/income", Route.read(30, new UsdmIncome(venue)::answer));
        routes.put(
                "GET " + API + "/rateLimit/order", Route.read(1, (caller, params) -> venue.meter.orders(caller.id())));
        routes.put("GET /sapi/v1/account/apiRestrictions", Route.read(1, SpotAccountRoutes::restrictions));
    }

    private String amount(BigDecimal amount) {
        return venue.figures.amount(amount);
    }

    private JsonNode account(Caller caller) {
        ArrayNode assets = Json.array();
        BigDecimal wallet = BigDecimal.ZERO;
        BigDecimal gained = BigDecimal.ZERO;
        BigDecimal free = BigDecimal.ZERO;
        BigDecimal margin = BigDecimal.ZERO;
        BigDecimal maintenance = BigDecimal.ZERO;
        for (Balance balance : venue.exchange.accounts().balances(caller.id())) {
            MarginSummary summary = venue.exchange.accounts().margin(caller.id(), balance.asset());
            assets.add(asset(summary));
            wallet = wallet.add(summary.total());
            gained = gained.add(summary.unrealized());
            free = free.add(summary.free());
            margin = margin.add(summary.positionMargin()).add(summary.orderMargin());
            maintenance = maintenance.add(summary.maintenance());
        }
        ObjectNode answer = Json.object()
                .put("feeTier", 0)
                .put("canTrade", caller.apiKey().permissions().contains(Permission.TRADE))
                .put("canDeposit", true)
                .put("canWithdraw", true)
                .put("updateTime", 0)
                .put("multiAssetsMargin", false)
                .put("totalInitialMargin", amount(margin))
                .put("totalMaintMargin", amount(maintenance))
                .put("totalWalletBalance", amount(wallet))
                .put("totalUnrealizedProfit", amount(gained))
                .put("totalMarginBalance", amount(wallet.add(gained)))
                .put("totalCrossWalletBalance", amount(wallet))
                .put("totalCrossUnPnl", amount(gained))
                .put("availableBalance", amount(free))
                .put("maxWithdrawAmount", amount(free));
        answer.set("assets", assets);
        answer.set(
                "positions",
                venue.exchange.accounts().positions(caller.id()).stream()
                        .map(position -> position(position, "unrealizedProfit"))
                        .collect(Json.toArray()));
        return answer;
    }

    private ObjectNode asset(MarginSummary summary) {
        return Json.object()
                .put("asset", summary.asset())
                .put("walletBalance", amount(summary.total()))
                .put("unrealizedProfit", amount(summary.unrealized()))
                .put("marginBalance", amount(summary.total().add(summary.unrealized())))
                .put("maintMargin", amount(summary.maintenance()))
                .put("initialMargin", amount(summary.positionMargin().add(summary.orderMargin())))
                .put("positionInitialMargin", amount(summary.positionMargin()))
                .put("openOrderInitialMargin", amount(summary.orderMargin()))
                .put("crossWalletBalance", amount(summary.total().subtract(summary.isolated())))
                .put("crossUnPnl", amount(summary.unrealized()))
                .put("availableBalance", amount(summary.free()))
                .put("maxWithdrawAmount", amount(summary.free()))
                .put("updateTime", venue.millis());
    }

    private JsonNode balances(Caller caller) {
        return venue.exchange.accounts().balances(caller.id()).stream()
                .map(balance -> venue.exchange.accounts().margin(caller.id(), balance.asset()))
                .map(summary -> (JsonNode) Json.object()
                        .put("accountAlias", "SgsR")
                        .put("asset", summary.asset())
                        .put("balance", amount(summary.total()))
                        .put("crossWalletBalance", amount(summary.total().subtract(summary.isolated())))
                        .put("crossUnPnl", amount(summary.unrealized()))
                        .put("availableBalance", amount(summary.free()))
                        .put("maxWithdrawAmount", amount(summary.free()))
                        .put("marginAvailable", true)
                        .put("updateTime", venue.millis()))
                .collect(Json.toArray());
    }

    private JsonNode positions(Caller caller, Params params) {
        String symbol = params.has("symbol") ? venue.market(params).symbol() : null;
        return venue.exchange.accounts().positions(caller.id()).stream()
                .filter(position -> symbol == null || position.symbol().equals(symbol))
                .map(position -> position(position, "unRealizedProfit"))
                .collect(Json.toArray());
    }

    private ObjectNode position(Position position, String profit) {
        Market market = venue.market(position.symbol());
        boolean isIsolated = position.mode() == MarginMode.ISOLATED;
        BigDecimal mark = position.markPrice() == null ? BigDecimal.ZERO : position.markPrice();
        BigDecimal value = market.value(position.quantity(), mark);
        String margin = amount(position.margin());
        return Json.object()
                .put("symbol", position.symbol())
                .put("positionSide", UsdmViews.positionSide(position.side()))
                .put("positionAmt", venue.figures.quantity(market, position.quantity()))
                .put("entryPrice", Figures.scaled(position.entryPrice(), 1))
                .put("breakEvenPrice", Figures.scaled(position.entryPrice(), 1))
                .put("markPrice", amount(mark))
                .put(profit, amount(position.unrealized()))
                .put("liquidationPrice", Figures.scaled(position.liquidationPrice(), 0))
                .put("leverage", position.leverage().toPlainString())
                .put("marginType", isIsolated ? "isolated" : "cross")
                .put("isolatedMargin", isIsolated ? amount(position.margin().add(position.unrealized())) : "0")
                .put("notional", amount(value))
                .put("marginAsset", market.settle())
                .put("isolatedWallet", isIsolated ? margin : "0")
                .put("initialMargin", margin)
                .put("maintMargin", maintenance(market, value))
                .put("positionInitialMargin", margin)
                .put("openOrderInitialMargin", "0")
                .put("adl", 0)
                .put("bidNotional", "0")
                .put("askNotional", "0")
                .put("updateTime", Figures.millis(position.updated()));
    }

    private String maintenance(Market market, BigDecimal value) {
        BigDecimal share =
                market.contract() == null ? BigDecimal.ZERO : market.contract().maintenance();
        return Figures.rounded(value.abs().multiply(share), 8);
    }

    private JsonNode leverage(Caller caller, Params params) {
        Market market = venue.market(params);
        BigDecimal asked = BigDecimal.valueOf(params.whole("leverage"));
        Outcome<BigDecimal> outcome = settings.leverage(caller.id(), market.symbol(), asked);
        if (outcome.refusal() != null && outcome.reason() == RefusalReason.LEVERAGE) {
            throw VenueError.of(-4028, "Leverage " + asked.toPlainString() + " is not valid");
        }
        if (outcome.refusal() != null && outcome.reason() == RefusalReason.INSUFFICIENT_MARGIN) {
            throw VenueError.of(-2028, "Leverage is smaller than permitted: insufficient margin balance.");
        }
        return Json.object()
                .put("leverage", UsdmRefusals.orThrow(outcome).intValue())
                .put("maxNotionalValue", ENOUGH)
                .put("symbol", market.symbol());
    }

    private JsonNode marginType(Caller caller, Params params) {
        Market market = venue.market(params);
        MarginMode mode = switch (params.text("marginType")) {
            case "ISOLATED" -> MarginMode.ISOLATED;
            case "CROSSED", "CROSS" -> MarginMode.CROSS;
            default -> throw VenueError.of(-1130, "Data sent for parameter 'marginType' is not valid.");
        };
        Outcome<MarginMode> outcome = settings.marginMode(caller.id(), market.symbol(), mode);
        if (outcome.refusal() != null && outcome.reason() == RefusalReason.ALREADY_SET) {
            throw VenueError.of(-4046, "No need to change margin type.");
        }
        if (outcome.refusal() != null && outcome.reason() == RefusalReason.IN_USE) {
            throw hasOrders(caller)
                    ? VenueError.of(-4047, "Margin type cannot be changed if there exists open orders.")
                    : VenueError.of(-4048, "Margin type cannot be changed if there exists position.");
        }
        UsdmRefusals.orThrow(outcome);
        return done();
    }

    private boolean hasOrders(Caller caller) {
        return !venue.exchange.accounts().openOrders(caller.id()).isEmpty();
    }

    private static ObjectNode done() {
        return Json.object().put("code", 200).put("msg", "success");
    }

    private JsonNode setPositionMode(Caller caller, Params params) {
        boolean isDual = params.text("dualSidePosition").equals("true");
        Outcome<PositionMode> outcome =
                settings.positionMode(caller.id(), isDual ? PositionMode.HEDGE : PositionMode.ONE_WAY);
        if (outcome.refusal() != null && outcome.reason() == RefusalReason.ALREADY_SET) {
            throw VenueError.of(-4059, "No need to change position side.");
        }
        if (outcome.refusal() != null && outcome.reason() == RefusalReason.IN_USE) {
            throw hasOrders(caller)
                    ? VenueError.of(-4067, "Position side cannot be changed if there exists open orders.")
                    : VenueError.of(-4068, "Position side cannot be changed if there exists position.");
        }
        UsdmRefusals.orThrow(outcome);
        return done();
    }

    private JsonNode positionMode(Caller caller) {
        return Json.object().put("dualSidePosition", isDual(caller));
    }

    private boolean isDual(Caller caller) {
        return settings.positionMode(caller.id()) == PositionMode.HEDGE;
    }

    private List<Market> chosen(Params params) {
        return params.has("symbol")
                ? List.of(venue.market(params))
                : venue.exchange.marketData().markets();
    }

    private JsonNode brackets(Caller caller, Params params) {
        return chosen(params).stream()
                .filter(market -> market.contract() != null)
                .map(UsdmAccountRoutes::bracket)
                .collect(Json.toArray());
    }

    private static ObjectNode bracket(Market market) {
        var terms = java.util.Objects.requireNonNull(market.contract());
        ObjectNode row = Json.object().put("symbol", market.symbol()).put("notionalCoef", 1.0);
        row.set(
                "brackets",
                Json.array()
                        .add(Json.object()
                                .put("bracket", 1)
                                .put("initialLeverage", terms.mostLeverage().intValue())
                                .put("notionalCap", 100_000_000)
                                .put("notionalFloor", 0)
                                .put("maintMarginRatio", terms.maintenance())
                                .put("cum", 0.0)));
        return row;
    }

    private JsonNode symbolConfig(Caller caller, Params params) {
        return chosen(params).stream()
                .map(market -> (JsonNode) Json.object()
                        .put("symbol", market.symbol())
                        .put(
                                "marginType",
                                settings.marginMode(caller.id(), market.symbol()) == MarginMode.ISOLATED
                                        ? "ISOLATED"
                                        : "CROSSED")
                        .put("isAutoAddMargin", false)
                        .put(
                                "leverage",
                                settings.leverage(caller.id(), market.symbol()).intValue())
                        .put("maxNotionalValue", ENOUGH))
                .collect(Json.toArray());
    }

    private JsonNode accountConfig(Caller caller) {
        return Json.object()
                .put("feeTier", 0)
                .put("canTrade", caller.apiKey().permissions().contains(Permission.TRADE))
                .put("canDeposit", true)
                .put("canWithdraw", true)
                .put("dualSidePosition", isDual(caller))
                .put("updateTime", 0)
                .put("multiAssetsMargin", false)
                .put("tradeGroupId", -1);
    }

    private JsonNode commission(Caller caller, Params params) {
        Market market = venue.market(params);
        FeeRates fees = settings.fees(caller.id(), market.symbol());
        return Json.object()
                .put("symbol", market.symbol())
                .put("makerCommissionRate", Figures.scaled(fees.maker(), 4))
                .put("takerCommissionRate", Figures.scaled(fees.taker(), 4))
                .put("rpiCommissionRate", "0.0000");
    }
}
