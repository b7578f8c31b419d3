package io.ttquant.core.journal;

import io.ttquant.api.account.Balance;
import io.ttquant.api.account.PositionMode;
import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.exchange.AccountSnapshot.HeldPosition;
import io.ttquant.api.exchange.ExternalOrder;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.Side;
import io.ttquant.api.order.TimeInForce;
import io.ttquant.api.order.TrailingOffset;
import io.ttquant.api.order.TriggerSource;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** How the larger things are written that come rarely: requests, accounts. Instruments are named by their numbers. */
final class Words {
    private Words() {}

    static void write(FrameBuffer to, Currency currency) {
        to.text(currency.code()).number(currency.scale());
    }

    static Currency currency(FrameInput in) {
        String code = in.text();
        return Currency.of(code, (int) in.number());
    }

    static void write(FrameBuffer to, OrderRequest r, int instrument) {
        to.number(instrument)
                .name(r.side())
                .name(r.type())
                .number(r.rawQuantity())
                .number(r.rawPrice())
                .number(r.rawTrigger())
                .name(r.timeInForce())
                .number(r.expiryNanos())
                .flag(r.isPostOnly())
                .flag(r.isReduceOnly())
                .text(r.tag())
                .name(r.triggerSource());
        TrailingOffset trailing = r.trailing();
        to.flag(trailing != null);
        if (trailing != null) {
            to.name(trailing.kind())
                    .number(trailing.distance())
                    .number(trailing.limitDistance())
                    .number(trailing.rawActivation());
        }
        to.number(r.rawDisplay()).name(r.positionSide()).number(r.rawQuoteQuantity());
    }

    static OrderRequest request(FrameInput in) {
        return new OrderRequest(
                in.instrument(),
                in.name(Side.class),
                in.name(OrderType.class),
                in.number(),
                in.number(),
                in.number(),
                in.name(TimeInForce.class),
                in.number(),
                in.flag(),
                in.flag(),
                in.text(),
                in.name(TriggerSource.class),
                trailing(in),
                in.number(),
                in.name(PositionSide.class),
                in.number());
    }

    private static @Nullable TrailingOffset trailing(FrameInput in) {
        return in.flag()
                ? new TrailingOffset(in.name(TrailingOffset.Kind.class), in.number(), in.number(), in.number())
                : null;
    }

    static void write(FrameBuffer to, ExternalOrder order, int instrument) {
        to.text(order.clientId()).text(order.venueId());
        write(to, order.request(), instrument);
        to.name(order.status()).number(order.rawFilled()).number(order.tsEvent());
    }

    static ExternalOrder external(FrameInput in) {
        return new ExternalOrder(
                in.text(), in.text(), request(in), in.name(OrderStatus.class), in.number(), in.number());
    }

    static void write(FrameBuffer to, Balance balance) {
        write(to, balance.currency());
        to.number(balance.rawTotal()).number(balance.rawLocked());
    }

    static Balance balance(FrameInput in) {
        return new Balance(currency(in), in.number(), in.number());
    }

    static void write(FrameBuffer to, AccountSnapshot account, ToIntFunction<Instrument> numbers) {
        to.number(account.balances().size());
        account.balances().forEach(each -> write(to, each));
        to.number(account.positions().size());
        for (HeldPosition each : account.positions()) {
            to.text(each.instrument().toString())
                    .name(each.side())
                    .number(each.rawQuantity())
                    .text(each.entryPrice().toString());
        }
        to.number(account.openOrders().size());
        account.openOrders()
                .forEach(each ->
                        write(to, each, numbers.applyAsInt(each.request().instrument())));
        to.name(account.positionMode()).number(account.tsEvent());
    }

    static AccountSnapshot snapshot(FrameInput in) {
        return new AccountSnapshot(
                list(in, () -> balance(in)),
                list(in, () -> held(in)),
                list(in, () -> external(in)),
                in.name(PositionMode.class),
                in.number());
    }

    private static HeldPosition held(FrameInput in) {
        return new HeldPosition(
                InstrumentId.parse(in.text()), in.name(PositionSide.class), in.number(), new BigDecimal(in.text()));
    }

    static <T> List<T> list(FrameInput in, Supplier<T> each) {
        int count = in.count();
        List<T> all = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            all.add(each.get());
        }
        return all;
    }
}
