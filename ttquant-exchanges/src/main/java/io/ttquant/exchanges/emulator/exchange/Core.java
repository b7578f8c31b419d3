package io.ttquant.exchanges.emulator.exchange;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** What the parts of the exchange share: time, tape, ids, accounts, markets, and the one door through which every command goes. */
final class Core {
    final ExchangeRules rules;
    final Agenda agenda;
    final Tape tape;
    final Map<String, MarketState> markets = new LinkedHashMap<>();
    final Map<String, AccountState> accounts = new LinkedHashMap<>();
    final AccountState house = new AccountState(AccountSpec.background("house"));
    final Ledger ledger;
    /** What a change brings about once the command that caused it is through. */
    final Queue<Runnable> aftermath = new ArrayDeque<>();

    private Consumer<LiveOrder> firing = order -> {};
    private Consumer<LiveOrder> lists = order -> {};
    private Runnable settling = () -> {};
    private long nextOrder;
    private long nextFill;
    private long nextBill;
    private long nextList = 1;

    Core(ExchangeRules rules, LongSupplier clock) {
        this.rules = rules;
        agenda = new Agenda(clock);
        tape = new Tape(agenda);
        ledger = new Ledger(this);
        nextOrder = rules.firstId();
        nextFill = rules.firstId();
        nextBill = rules.firstId();
        accounts.put(house.id(), house);
    }

    /** What runs after each command and each task, until nothing is left to do. */
    void settleBy(Runnable action) {
        settling = action;
    }

    /** Who hears of every order of a list that is about to fire, and of every one that traded, fired or ended. */
    void listsBy(Consumer<LiveOrder> beforeFiring, Consumer<LiveOrder> afterChange) {
        firing = beforeFiring;
        lists = afterChange;
    }

    void firingInList(LiveOrder order) {
        if (order.listId != 0) {
            firing.accept(order);
        }
    }

    void changedInList(LiveOrder order) {
        if (order.listId != 0) {
            lists.accept(order);
        }
    }

    void tellPosition(PositionState position) {
        if (!position.account.isBackground()) {
            Position view = Positions.view(this, position);
            tape.write((sequence, time) -> new ExchangeEvent.PositionChanged(sequence, time, view));
        }
    }

    void tellPrices(MarketState market) {
        MarkPrice prices = market.prices(now());
        tape.write((sequence, time) -> new ExchangeEvent.MarkChanged(sequence, time, prices));
    }

    <T> Outcome<T> command(Supplier<T> action) {
        catchUp();
        try {
            return Outcome.accepted(action.get());
        } catch (Refused refused) {
            return Outcome.refused(refused.refusal());
        } finally {
            settling.run();
            tape.deliver();
        }
    }

    void catchUp() {
        // Told after each task, so that what a listener does about it happens at that moment too.
        agenda.catchUp(() -> {
            settling.run();
            tape.deliver();
        });
        tape.deliver();
    }

    /** A command that only a mistake of the caller can make fail. */
    void require(Runnable action) {
        command(() -> {
                    action.run();
                    return this;
                })
                .orElseThrow();
    }

    MarketState market(String symbol) {
        MarketState found = markets.get(symbol);
        if (found == null) {
            throw new Refused(RefusalReason.NO_MARKET, "there is no market " + symbol);
        }
        return found;
    }

    AccountState account(String id) {
        AccountState found = accounts.get(id);
        if (found == null) {
            throw new Refused(RefusalReason.NO_ACCOUNT, "there is no account " + id);
        }
        return found;
    }

    long now() {
        return agenda.now();
    }

    long nextOrder() {
        return nextOrder++;
    }

    long nextFill() {
        return nextFill++;
    }

    long nextBill() {
        return nextBill++;
    }

    long nextList() {
        return nextList++;
    }
}
