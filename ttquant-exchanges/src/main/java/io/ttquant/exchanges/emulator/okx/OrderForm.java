package io.ttquant.exchanges.emulator.okx;

import io.ttquant.exchanges.emulator.exchange.MarginMode;
import io.ttquant.exchanges.emulator.exchange.Market;
import io.ttquant.exchanges.emulator.exchange.OrderDraft;
import io.ttquant.exchanges.emulator.exchange.OrderKind;
import io.ttquant.exchanges.emulator.exchange.OrderRef;
import io.ttquant.exchanges.emulator.exchange.OrderRequest;
import io.ttquant.exchanges.emulator.exchange.PositionMode;
import io.ttquant.exchanges.emulator.exchange.PositionSide;
import io.ttquant.exchanges.emulator.exchange.SelfTradePrevention;
import io.ttquant.exchanges.emulator.exchange.Side;
import io.ttquant.exchanges.emulator.exchange.TimeInForce;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads an order from its arguments. */
final class OrderForm {
    private static final Pattern ID = Pattern.compile("[a-zA-Z0-9]{1,32}");
    private static final Set<String> TYPES = Set.of("limit", "market", "post_only", "fok", "ioc", "optimal_limit_ioc");

    private final OkxVenue venue;

    OrderForm(OkxVenue venue) {
        this.venue = venue;
    }

    OrderRequest read(String account, Args args) {
        Market market = venue.market(args);
        String type = args.text("ordType");
        if (!TYPES.contains(type)) {
            throw OkxError.parameter("ordType");
        }
        boolean isMarket = type.equals("market") || type.equals("optimal_limit_ioc");
        OrderDraft draft = draft(account, args, market, isMarket);
        if (!isMarket) {
            draft.price(args.decimal("px"));
        }
        switch (type) {
            case "post_only" -> draft.postOnly(true);
            case "fok" -> draft.timeInForce(TimeInForce.FOK);
            case "ioc" -> draft.timeInForce(TimeInForce.IOC);
            default -> draft.timeInForce(TimeInForce.GTC);
        }
        if (args.has("clOrdId")) {
            draft.clientId(clientId(args, "clOrdId"));
        }
        return draft.build();
    }

    /** What orders and conditional orders say alike. */
    OrderDraft draft(String account, Args args, Market market, boolean isMarket) {
        Side side = side(args.text("side"));
        OrderDraft draft = OrderRequest.draft(market.symbol(), side, isMarket ? OrderKind.MARKET : OrderKind.LIMIT);
        // Spot market orders: a buy is in quote unless it says otherwise.
        boolean isByQuote = isMarket
                && !market.isContract()
                && args.text("tgtCcy", side == Side.BUY ? "quote_ccy" : "base_ccy")
                        .equals("quote_ccy");
        if (isByQuote) {
            draft.quoteQuantity(args.decimal("sz"));
        } else {
            draft.quantity(args.decimal("sz"));
        }
        draft.marginMode(marginMode(args.text("tdMode"), market));
        draft.positionSide(positionSide(account, args, market));
        // In long/short mode closing orders reduce by their nature, and the field says nothing.
        boolean isNet = venue.exchange.accounts().settings().positionMode(account) == PositionMode.ONE_WAY;
        draft.reduceOnly(market.isContract() && isNet && args.flag("reduceOnly"));
        draft.tag(args.find("tag"));
        if (args.has("stpMode")) {
            draft.selfTrade(selfTrade(args.text("stpMode")));
        }
        return draft;
    }

    static String clientId(Args args, String name) {
        String id = args.text(name);
        if (!ID.matcher(id).matches()) {
            throw OkxError.parameter(name);
        }
        return id;
    }

    private static SelfTradePrevention selfTrade(String mode) {
        return switch (mode) {
            case "cancel_maker" -> SelfTradePrevention.CANCEL_MAKER;
            case "cancel_taker" -> SelfTradePrevention.CANCEL_TAKER;
            case "cancel_both" -> SelfTradePrevention.CANCEL_BOTH;
            default -> throw OkxError.parameter("stpMode");
        };
    }

    private static Side side(String word) {
        return switch (word) {
            case "buy" -> Side.BUY;
            case "sell" -> Side.SELL;
            default -> throw OkxError.parameter("side");
        };
    }

    private static MarginMode marginMode(String word, Market market) {
        if (!market.isContract()) {
            if (!word.equals("cash")) {
                throw OkxError.of("51010", "Request unsupported under current account mode");
            }
            return MarginMode.CASH;
        }
        return contractMode(word, "tdMode");
    }

    static MarginMode contractMode(String word, String name) {
        return switch (word) {
            case "cross" -> MarginMode.CROSS;
            case "isolated" -> MarginMode.ISOLATED;
            default -> throw OkxError.parameter(name);
        };
    }

    private PositionSide positionSide(String account, Args args, Market market) {
        String word = args.find("posSide");
        if (!market.isContract()) {
            return PositionSide.NET;
        }
        boolean isHedge = venue.exchange.accounts().settings().positionMode(account) == PositionMode.HEDGE;
        if (word == null && isHedge) {
            throw OkxError.parameter("posSide");
        }
        return word == null ? PositionSide.NET : positionSide(word);
    }

    static PositionSide positionSide(String word) {
        return switch (word) {
            case "net" -> PositionSide.NET;
            case "long" -> PositionSide.LONG;
            case "short" -> PositionSide.SHORT;
            default -> throw OkxError.parameter("posSide");
        };
    }

    /** Which order is meant: by the venue's id where there is one. */
    static OrderRef ref(Args args) {
        Long id = args.findWhole("ordId");
        if (id == null && !args.has("clOrdId")) {
            throw OkxError.missing("ordId or clOrdId");
        }
        return id == null ? OrderRef.client(args.text("clOrdId")) : OrderRef.id(id);
    }
}
