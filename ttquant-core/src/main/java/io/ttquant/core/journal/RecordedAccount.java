package io.ttquant.core.journal;

import io.ttquant.api.account.Balance;
import io.ttquant.api.exchange.AccountSink;
import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.exchange.ExternalOrder;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.RejectReason;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes down reports and news of the account before the engine takes them. They come rarely, so that what is clear was preferred to what is fast. */
final class RecordedAccount implements AccountSink {
    private final JournalWriter journal;
    private final AccountSink to;

    RecordedAccount(JournalWriter journal, AccountSink to) {
        this.journal = journal;
        this.to = to;
    }

    private FrameBuffer begin(EntryKind kind, Order order) {
        return journal.begin(kind).number(order.sequence());
    }

    /** Ends the entry and lets the engine take what it tells of. */
    private void take(Runnable input) {
        journal.end();
        boolean isDone = false;
        journal.enter();
        try {
            input.run();
            isDone = true;
        } finally {
            journal.leave(isDone);
        }
    }

    @Override
    public List<ExternalOrder> recalled() {
        return to.recalled();
    }

    @Override
    public void accepted(Order order, long tsEvent) {
        begin(EntryKind.ACCEPTED, order).time(tsEvent);
        take(() -> to.accepted(order, tsEvent));
    }

    @Override
    public void rejected(Order order, RejectReason reason, String message, long tsEvent) {
        begin(EntryKind.REJECTED, order).name(reason).text(message).time(tsEvent);
        take(() -> to.rejected(order, reason, message, tsEvent));
    }

    @Override
    public void triggered(Order order, long tsEvent) {
        begin(EntryKind.TRIGGERED, order).time(tsEvent);
        take(() -> to.triggered(order, tsEvent));
    }

    @Override
    public void updated(Order order, long rawQuantity, long rawPrice, long rawTrigger, long tsEvent) {
        begin(EntryKind.UPDATED, order)
                .number(rawQuantity)
                .number(rawPrice)
                .number(rawTrigger)
                .time(tsEvent);
        take(() -> to.updated(order, rawQuantity, rawPrice, rawTrigger, tsEvent));
    }

    @Override
    public void repriced(Order order, long rawPrice, long rawTrigger, long tsEvent) {
        begin(EntryKind.REPRICED, order).number(rawPrice).number(rawTrigger).time(tsEvent);
        take(() -> to.repriced(order, rawPrice, rawTrigger, tsEvent));
    }

    @Override
    public void updateRejected(Order order, RejectReason reason, String message, long tsEvent) {
        begin(EntryKind.UPDATE_REJECTED, order).name(reason).text(message).time(tsEvent);
        take(() -> to.updateRejected(order, reason, message, tsEvent));
    }

    @Override
    public void canceled(Order order, String message, long tsEvent) {
        begin(EntryKind.CANCELED, order).text(message).time(tsEvent);
        take(() -> to.canceled(order, message, tsEvent));
    }

    @Override
    public void cancelRejected(Order order, RejectReason reason, String message, long tsEvent) {
        begin(EntryKind.CANCEL_REJECTED, order).name(reason).text(message).time(tsEvent);
        take(() -> to.cancelRejected(order, reason, message, tsEvent));
    }

    @Override
    public void expired(Order order, long tsEvent) {
        begin(EntryKind.EXPIRED, order).time(tsEvent);
        take(() -> to.expired(order, tsEvent));
    }

    @Override
    public void outcomeUnknown(Order order, String message, long tsEvent) {
        begin(EntryKind.UNKNOWN, order).text(message).time(tsEvent);
        take(() -> to.outcomeUnknown(order, message, tsEvent));
    }

    @Override
    public void outcomeKnown(Order order, long tsEvent) {
        begin(EntryKind.KNOWN, order).time(tsEvent);
        take(() -> to.outcomeKnown(order, tsEvent));
    }

    @Override
    public void filled(
            Order order,
            long tradeId,
            long rawPrice,
            long rawQuantity,
            long rawFee,
            Currency feeCurrency,
            LiquiditySide liquidity,
            FillReason reason,
            long tsEvent) {
        FrameBuffer entry = begin(EntryKind.FILLED, order)
                .number(tradeId)
                .number(rawPrice)
                .number(rawQuantity)
                .number(rawFee);
        Words.write(entry, feeCurrency);
        entry.name(liquidity).name(reason).time(tsEvent);
        take(() -> to.filled(order, tradeId, rawPrice, rawQuantity, rawFee, feeCurrency, liquidity, reason, tsEvent));
    }

    @Override
    public Order adopt(ExternalOrder order) {
        int instrument = journal.number(order.request().instrument());
        Words.write(journal.begin(EntryKind.ADOPTED), order, instrument);
        Adopted adopted = new Adopted();
        take(() -> adopted.order = to.adopt(order));
        return Objects.requireNonNull(adopted.order);
    }

    private static final class Adopted {
        @Nullable
        Order order;
    }

    @Override
    public void audited(AccountSnapshot account) {
        account.openOrders().forEach(each -> journal.number(each.request().instrument()));
        Words.write(journal.begin(EntryKind.AUDITED), account, journal::number);
        take(() -> to.audited(account));
    }

    @Override
    public void balance(Balance balance, long tsEvent) {
        FrameBuffer entry = journal.begin(EntryKind.BALANCE);
        Words.write(entry, balance);
        entry.time(tsEvent);
        take(() -> to.balance(balance, tsEvent));
    }

    @Override
    public void fundingPaid(InstrumentId instrument, String id, Currency currency, long rawAmount, long tsEvent) {
        FrameBuffer entry = journal.begin(EntryKind.FUNDING_PAID)
                .text(instrument.toString())
                .text(id);
        Words.write(entry, currency);
        entry.number(rawAmount).time(tsEvent);
        take(() -> to.fundingPaid(instrument, id, currency, rawAmount, tsEvent));
    }
}
