package io.ttquant.exchanges.emulator.okx;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.ttquant.exchanges.emulator.exchange.MarginMode;
import io.ttquant.exchanges.emulator.exchange.Market;
import io.ttquant.exchanges.emulator.exchange.Order;
import io.ttquant.exchanges.emulator.exchange.OrderKind;
import io.ttquant.exchanges.emulator.exchange.OrderRef;
import io.ttquant.exchanges.emulator.exchange.OrderRequest;
import io.ttquant.exchanges.emulator.exchange.Position;
import io.ttquant.exchanges.emulator.exchange.PositionSide;
import io.ttquant.exchanges.emulator.exchange.Side;
import io.ttquant.exchanges.emulator.server.Json;
import java.util.List;

/** Closes a whole position at the market. */
final class Closing {
    private final OkxVenue venue;

    Closing(OkxVenue venue) {
        this.venue = venue;
    }

    ArrayNode close(OkxVenue.Caller caller, Args args) {
        Market market = venue.market(args);
        MarginMode mode = OrderForm.contractMode(args.text("mgnMode"), "mgnMode");
        PositionSide side = OrderForm.positionSide(args.text("posSide", "net"));
        Position position = venue.exchange.accounts().positions(caller.account()).stream()
                .filter(each -> each.symbol().equals(market.symbol()) && each.mode() == mode && each.side() == side)
                .filter(each -> each.quantity().signum() != 0)
                .findFirst()
                .orElseThrow(() -> OkxError.of("51023", "Position doesn't exist."));
        cancelWhatCloses(caller.account(), position, args.flag("autoCxl"));
        OkxRefusals.orThrow(venue.exchange.trading().submit(caller.account(), order(position, args)));
        return Json.array()
                .add(Json.object()
                        .put("instId", market.symbol())
                        .put("posSide", Texts.positionSide(side))
                        .put("clOrdId", args.text("clOrdId", ""))
                        .put("tag", args.text("tag", "")));
    }

    private static Side away(Position position) {
        return position.quantity().signum() > 0 ? Side.SELL : Side.BUY;
    }

    /** Orders that would close it too stand in the way unless the caller has them cancelled. */
    private void cancelWhatCloses(String account, Position position, boolean isWanted) {
        List<Order> inTheWay = venue.exchange.accounts().openOrders(account).stream()
                .filter(order -> order.symbol().equals(position.symbol()) && order.side() == away(position))
                .filter(order -> order.request().positionSide() == position.side())
                .toList();
        if (!inTheWay.isEmpty() && !isWanted) {
            throw OkxError.of("51112", "Close order size exceeds available size for this position.");
        }
        inTheWay.forEach(order ->
                OkxRefusals.orThrow(venue.exchange.trading().cancel(account, order.symbol(), OrderRef.id(order.id()))));
    }

    private static OrderRequest order(Position position, Args args) {
        var draft = OrderRequest.draft(position.symbol(), away(position), OrderKind.MARKET)
                .quantity(position.quantity().abs())
                .marginMode(position.mode())
                .positionSide(position.side())
                .reduceOnly(position.side() == PositionSide.NET)
                .tag(args.find("tag"));
        if (args.has("clOrdId")) {
            draft.clientId(OrderForm.clientId(args, "clOrdId"));
        }
        return draft.build();
    }
}
