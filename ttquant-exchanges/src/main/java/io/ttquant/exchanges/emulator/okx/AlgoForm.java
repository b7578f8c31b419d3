package io.ttquant.exchanges.emulator.okx;

import io.ttquant.exchanges.emulator.exchange.Conditional;
import io.ttquant.exchanges.emulator.exchange.ConditionalRequest;
import io.ttquant.exchanges.emulator.exchange.Market;
import io.ttquant.exchanges.emulator.exchange.OrderDraft;
import io.ttquant.exchanges.emulator.exchange.OrderKind;
import io.ttquant.exchanges.emulator.exchange.OrderRequest;
import io.ttquant.exchanges.emulator.exchange.Side;
import io.ttquant.exchanges.emulator.exchange.Trigger;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads algo orders, and changes to them, from their arguments. */
final class AlgoForm {
    /** Kinds as {@code ordType} names them; the label of their conditional orders. */
    static final String TRIGGER = "trigger";

    static final String TRAILING = "move_order_stop";
    /** The price of an order that is a market order. */
    static final BigDecimal AT_MARKET = new BigDecimal(-1);

    private static final Set<String> LEGGED = Set.of("conditional", "oco");

    private final OkxVenue venue;
    private final OrderForm form;

    AlgoForm(OkxVenue venue, OrderForm form) {
        this.venue = venue;
        this.form = form;
    }

    ConditionalRequest read(String account, Args args) {
        Market market = venue.market(args);
        String type = args.text("ordType");
        String id = args.has("algoClOrdId") ? OrderForm.clientId(args, "algoClOrdId") : null;
        return new ConditionalRequest(branches(account, args, market, type), id, type);
    }

    private List<ConditionalRequest.Branch> branches(String account, Args args, Market market, String type) {
        Side side = args.text("side").equals("buy") ? Side.BUY : Side.SELL;
        if (LEGGED.contains(type)) {
            return legs(account, args, market, side);
        }
        return switch (type) {
            case TRAILING ->
                List.of(new ConditionalRequest.Branch(trailing(args, side), order(account, args, market, AT_MARKET)));
            case TRIGGER -> {
                Trigger trigger = triggered(market, args.decimal("triggerPx"))
                        .on(Texts.source(args.text("triggerPxType", "last")));
                yield List.of(
                        new ConditionalRequest.Branch(trigger, order(account, args, market, args.decimal("orderPx"))));
            }
            default -> throw OkxError.parameter("ordType");
        };
    }

    /** A trigger fires when the price comes to it, from whichever side it is now. */
    private Trigger triggered(Market market, BigDecimal price) {
        var last = venue.exchange.marketData().ticker(market.symbol()).last();
        boolean isAbove = last == null || price.compareTo(last.price()) >= 0;
        return isAbove ? Trigger.atOrAbove(price) : Trigger.atOrBelow(price);
    }

    private List<ConditionalRequest.Branch> legs(String account, Args args, Market market, Side side) {
        List<ConditionalRequest.Branch> legs = new ArrayList<>();
        if (args.has("tpTriggerPx")) {
            Trigger trigger = Trigger.takeProfit(side, args.decimal("tpTriggerPx"))
                    .on(Texts.source(args.text("tpTriggerPxType", "last")));
            legs.add(new ConditionalRequest.Branch(trigger, order(account, args, market, args.decimal("tpOrdPx"))));
        }
        if (args.has("slTriggerPx")) {
            Trigger trigger = Trigger.stop(side, args.decimal("slTriggerPx"))
                    .on(Texts.source(args.text("slTriggerPxType", "last")));
            legs.add(new ConditionalRequest.Branch(trigger, order(account, args, market, args.decimal("slOrdPx"))));
        }
        if (legs.isEmpty()) {
            throw OkxError.missing("tpTriggerPx or slTriggerPx");
        }
        return legs;
    }

    private static Trigger trailing(Args args, Side side) {
        BigDecimal ratio = args.findDecimal("callbackRatio");
        BigDecimal activation = args.findDecimal("activePx");
        return ratio == null
                ? Trigger.trailing(side, activation, args.decimal("callbackSpread"), false)
                : Trigger.trailing(side, activation, ratio, true);
    }

    private OrderRequest order(String account, Args args, Market market, BigDecimal price) {
        boolean isMarket = isMarket(price);
        OrderDraft draft = form.draft(account, args, market, isMarket);
        return (isMarket ? draft : draft.price(price)).build();
    }

    private static boolean isMarket(BigDecimal price) {
        return price.compareTo(AT_MARKET) == 0;
    }

    /** Whether a branch is the stop of its order, not the take-profit. */
    static boolean isStop(ConditionalRequest.Branch branch) {
        return branch.trigger().rising() == (branch.order().side() == Side.BUY);
    }

    /** What an algo order waits for and places once the arguments changed it. */
    List<ConditionalRequest.Branch> amended(Conditional algo, Args args) {
        String type = algo.request().label();
        if (TRAILING.equals(type)) {
            throw OkxError.of("51506", "Order modification unavailable for the order type.");
        }
        return algo.request().branches().stream()
                .map(branch -> TRIGGER.equals(type)
                        ? triggerAmended(algo, branch, args)
                        : amended(branch, args, isStop(branch) ? "newSl" : "newTp"))
                .toList();
    }

    private ConditionalRequest.Branch triggerAmended(Conditional algo, ConditionalRequest.Branch branch, Args args) {
        ConditionalRequest.Branch changed = amended(branch, args, "new");
        BigDecimal price = args.findDecimal("newTriggerPx");
        if (price == null) {
            return changed;
        }
        Trigger trigger = triggered(venue.market(algo.symbol()), price)
                .on(changed.trigger().source());
        return new ConditionalRequest.Branch(trigger, changed.order());
    }

    private static ConditionalRequest.Branch amended(ConditionalRequest.Branch branch, Args args, String prefix) {
        Trigger old = branch.trigger();
        @Nullable BigDecimal level = args.findDecimal(prefix + "TriggerPx");
        String source = args.text(prefix + "TriggerPxType", Texts.source(old.source()));
        Trigger trigger =
                new Trigger(Texts.source(source), old.rising(), level == null ? old.price() : level, null, false);
        OrderDraft order = branch.order().edit();
        @Nullable BigDecimal price = args.findDecimal(prefix + "OrdPx");
        if (price != null) {
            order.kind(isMarket(price) ? OrderKind.MARKET : OrderKind.LIMIT).price(isMarket(price) ? null : price);
        }
        if (args.has("newSz")) {
            resize(order, branch.order(), args.decimal("newSz"));
        }
        return new ConditionalRequest.Branch(trigger, order.build());
    }

    private static void resize(OrderDraft draft, OrderRequest order, BigDecimal size) {
        if (order.quoteQuantity() == null) {
            draft.quantity(size);
        } else {
            draft.quoteQuantity(size);
        }
    }
}
