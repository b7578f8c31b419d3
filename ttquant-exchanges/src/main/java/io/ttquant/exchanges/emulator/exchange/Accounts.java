package io.ttquant.exchanges.emulator.exchange;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Accounts: open, ask, move money, change settings. Every call first lets happen what was due until now. */
public final class Accounts {
    private final Core core;
    private final AccountSettings settings;

    Accounts(Core core) {
        this.core = core;
        settings = new AccountSettings(core);
    }

    /**
     * Opens an account.
     *
     * @throws IllegalArgumentException if its id or one of its keys is in use
     */
    public void open(AccountSpec spec) {
        if (core.accounts.containsKey(spec.id())) {
            throw new IllegalArgumentException("there is an account " + spec.id() + " already; use another id");
        }
        for (ApiKey key : spec.keys()) {
            if (byKey(key.key()).isPresent()) {
                throw new IllegalArgumentException("an API key of " + spec.id() + " is in use; use another");
            }
        }
        core.accounts.put(spec.id(), new AccountState(spec));
    }

    /**
     * Gives an account other keys; those that it had are worth nothing any more.
     *
     * @throws IllegalArgumentException if there is no such account or a key is in use by another
     */
    public void keys(String account, List<ApiKey> keys) {
        ask(account, state -> {
            for (ApiKey key : keys) {
                Optional<AccountSpec> holder = byKey(key.key());
                if (holder.isPresent() && !holder.get().id().equals(account)) {
                    throw new IllegalArgumentException("an API key is in use by another account; use another");
                }
            }
            AccountSpec before = state.spec;
            state.spec = new AccountSpec(before.id(), keys, before.positionMode(), before.isBackground());
            return state;
        });
    }

    /** Ids of all accounts in the order in which they were opened, the exchange's own first. */
    public List<String> ids() {
        return List.copyOf(core.accounts.keySet());
    }

    /** The account that a public key speaks for. */
    public Optional<AccountSpec> byKey(String key) {
        return core.accounts.values().stream()
                .map(account -> account.spec)
                .filter(spec -> spec.keys().stream().anyMatch(held -> held.key().equals(key)))
                .findFirst();
    }

    /**
     * Brings money in.
     *
     * @throws IllegalArgumentException if the amount is not above 0 or there is no such account
     */
    public void deposit(String account, String asset, BigDecimal amount) {
        Decimals.positive("amount", amount);
        ask(account, state -> {
            core.ledger.deposit(state, asset, amount, BillKind.DEPOSIT);
            core.tape.deliver();
            return state;
        });
    }

    /** Takes money out, if that much is free; the value is the balance after it. */
    public Outcome<Balance> withdraw(String account, String asset, BigDecimal amount) {
        return core.command(() -> {
            AccountState state = core.account(account);
            free(state, asset, amount);
            core.ledger.deposit(state, asset, amount.negate(), BillKind.WITHDRAWAL);
            return Margins.balance(core, state, asset);
        });
    }

    /** Moves money to another account, if that much is free; the value is the balance after it. */
    public Outcome<Balance> transfer(String from, String to, String asset, BigDecimal amount) {
        return core.command(() -> {
            AccountState giver = core.account(from);
            AccountState taker = core.account(to);
            free(giver, asset, amount);
            core.ledger.move(giver, taker, asset, amount, BillKind.TRANSFER, Ledger.Source.NONE);
            core.ledger.tell(giver, BillKind.TRANSFER);
            core.ledger.tell(taker, BillKind.TRANSFER);
            return Margins.balance(core, giver, asset);
        });
    }

    private void free(AccountState account, String asset, BigDecimal amount) {
        if (!Decimals.isBounded(amount) || amount.signum() <= 0) {
            throw new Refused(RefusalReason.BAD_REQUEST, "an amount must be above 0");
        }
        BigDecimal free = Margins.cash(core, account, asset);
        if (Decimals.isAbove(amount, free)) {
            throw new Refused(
                    RefusalReason.INSUFFICIENT_BALANCE, "only " + free.toPlainString() + " " + asset + " is free");
        }
    }

    /** Leverage, margin mode, position mode, fees. */
    public AccountSettings settings() {
        return settings;
    }

    /** What the account has of an asset. */
    public Balance balance(String account, String asset) {
        return ask(account, state -> Margins.balance(core, state, asset));
    }

    /** What the account has of every asset that it ever had, by name. */
    public List<Balance> balances(String account) {
        return ask(
                account,
                state -> List.copyOf(state.wallets.keySet()).stream()
                        .map(asset -> Margins.balance(core, state, asset))
                        .toList());
    }

    /** How the account stands in a settlement asset. */
    public MarginSummary margin(String account, String asset) {
        return ask(account, state -> MarginSummary.of(core, state, asset));
    }

    /** All positions that are not flat. */
    public List<Position> positions(String account) {
        return ask(
                account,
                state -> state.positions.values().stream()
                        .filter(position -> !position.isFlat())
                        .map(position -> Positions.view(core, position))
                        .toList());
    }

    /** One position, flat if there is none. */
    public Position position(String account, String symbol, PositionSide side, MarginMode mode) {
        return ask(account, state -> Positions.view(core, state.position(core.market(symbol).market, side, mode)));
    }

    /** Open orders of all markets, oldest first: at work, waiting for a trigger, or for another order. */
    public List<Order> openOrders(String account) {
        return ask(
                account,
                state -> state.open.values().stream().map(LiveOrder::view).toList());
    }

    /** Ended orders of all markets in the order in which they ended. */
    public List<Order> endedOrders(String account) {
        return ask(account, state -> List.copyOf(state.ended.values()));
    }

    /** An order, open or ended. An open one goes before an ended one of the same client id, and the newest ended one before others. */
    public Optional<Order> order(String account, String symbol, OrderRef ref) {
        return ask(account, state -> {
            LiveOrder open = state.find(symbol, ref);
            return open != null ? Optional.of(open.view()) : Optional.ofNullable(Queries.ended(state, symbol, ref));
        });
    }

    /** Fills with an id above the given one, oldest first. */
    public List<Fill> fills(String account, long afterId) {
        return ask(account, state -> after(state.fills, Fill::id, afterId));
    }

    /** Changes of balances with an id above the given one, oldest first. */
    public List<Bill> bills(String account, long afterId) {
        return ask(account, state -> after(state.bills, Bill::id, afterId));
    }

    /** The end of a list whose ids rise, from the first id above the given one. */
    private static <T> List<T> after(List<T> all, ToLongFunction<T> id, long afterId) {
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (id.applyAsLong(all.get(middle)) > afterId) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return List.copyOf(all.subList(low, all.size()));
    }

    private <T> T ask(String account, Function<AccountState, T> question) {
        core.catchUp();
        try {
            return question.apply(core.account(account));
        } catch (Refused refused) {
            throw new IllegalArgumentException(refused.refusal().text(), refused);
        }
    }
}
