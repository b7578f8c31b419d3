package io.ttquant.exchanges.emulator.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Conditional orders in a service of their own, with ids of their own: queries and cancels of {@link Trading} and {@link Accounts} do not see them, and
 * nothing of the balance is held for them. One that fires places an ordinary order, which may be refused.
 */
public final class Conditionals {
    private final Core core;
    private final OrderDesk desk;
    private final Map<Long, ConditionalState> waiting = new LinkedHashMap<>();
    private final List<Conditional> ended = new ArrayList<>();
    private long nextId;

    Conditionals(Core core, OrderDesk desk) {
        this.core = core;
        this.desk = desk;
        nextId = core.rules.firstId();
    }

    /** Places a conditional order. */
    public Outcome<Conditional> submit(String account, ConditionalRequest request) {
        return core.command(() -> place(core.account(account), request).view());
    }

    private ConditionalState place(AccountState account, ConditionalRequest request) {
        int count = request.branches().size();
        if (count < 1
                || count > 2
                || request.branches().stream()
                                .map(each -> each.order().symbol())
                                .distinct()
                                .count()
                        > 1) {
            throw new Refused(RefusalReason.BAD_REQUEST, "one or two branches of one market are needed");
        }
        MarketState market = core.market(request.branches().get(0).order().symbol());
        check(account, market, request);
        counts(account, market, request.clientId());
        ConditionalState state = new ConditionalState(nextId++, account, market, request, core.now());
        waiting.put(state.id, state);
        watch(state);
        tell(state);
        return state;
    }

    private static void check(AccountState account, MarketState market, ConditionalRequest request) {
        for (ConditionalRequest.Branch branch : request.branches()) {
            if (branch.order().trigger() != null) {
                throw new Refused(
                        RefusalReason.BAD_REQUEST, "what a conditional order places has no trigger of its own");
            }
            OrderChecks.request(account, market, branch.order());
            Triggers.check(market, branch.trigger());
        }
    }

    private void watch(ConditionalState state) {
        state.watches.forEach(watch -> state.market.watches.remove(watch.id));
        state.watches.clear();
        for (int i = 0; i < state.request.branches().size(); i++) {
            int branch = i;
            // Watches of this service have ids below 0, so they meet no watch of an order.
            Watch watch =
                    new Watch(-2 * state.id - i, state.request.branches().get(i).trigger(), () -> fire(state, branch));
            state.watches.add(watch);
            state.market.watches.put(watch.id, watch);
        }
        state.market.isMoved = true;
    }

    /** Changes what one waits for and places; its id and client id stay, and a trail starts anew. */
    public Outcome<Conditional> amend(
            String account, String symbol, OrderRef ref, List<ConditionalRequest.Branch> branches) {
        return core.command(() -> {
            ConditionalState state = waiting(account, symbol, ref);
            ConditionalRequest changed =
                    new ConditionalRequest(branches, state.request.clientId(), state.request.label());
            boolean isSameShape = branches.size() == state.request.branches().size()
                    && branches.stream().allMatch(each -> each.order().symbol().equals(symbol));
            if (!isSameShape) {
                throw new Refused(RefusalReason.CANNOT_AMEND, "market and number of branches cannot change");
            }
            check(state.account, state.market, changed);
            state.request = changed;
            state.reason = OrderReason.AMENDED;
            state.updated = core.now();
            watch(state);
            tell(state);
            return state.view();
        });
    }

    private ConditionalState waiting(String account, String symbol, OrderRef ref) {
        AccountState owner = core.account(account);
        return waiting.values().stream()
                .filter(each -> each.account == owner && each.isMeant(symbol, ref))
                .findFirst()
                .orElseThrow(() -> new Refused(RefusalReason.NO_ORDER, "no conditional order waits as " + ref));
    }

    private void counts(AccountState account, MarketState market, @Nullable String clientId) {
        int most = market.market.counts().conditionals();
        List<ConditionalState> own = waiting.values().stream()
                .filter(each -> each.account == account)
                .toList();
        long held = own.stream().filter(each -> each.market == market).count();
        if (most > 0 && held >= most) {
            throw new Refused(
                    RefusalReason.TOO_MANY_CONDITIONALS,
                    "there are " + held + " already, and " + most + " are the most");
        }
        if (clientId != null && own.stream().anyMatch(each -> clientId.equals(each.request.clientId()))) {
            throw new Refused(RefusalReason.DUPLICATE_CLIENT_ID, "client id " + clientId + " is in use");
        }
    }

    private void fire(ConditionalState state, int branch) {
        state.branch = branch;
        state.reason = OrderReason.TRIGGERED;
        try {
            LiveOrder order = desk.place(
                    state.account, state.request.branches().get(branch).order(), state.id);
            state.orderId = order.id;
            end(state, ConditionalStatus.TRIGGERED);
        } catch (Refused refused) {
            state.refusal = refused.refusal();
            end(state, ConditionalStatus.FAILED);
        }
    }

    private void end(ConditionalState state, ConditionalStatus status) {
        state.status = status;
        state.updated = core.now();
        waiting.remove(state.id);
        state.watches.forEach(watch -> state.market.watches.remove(watch.id));
        ended.add(state.view());
        tell(state);
    }

    private void tell(ConditionalState state) {
        Conditional view = state.view();
        core.tape.write((sequence, time) -> new ExchangeEvent.ConditionalChanged(sequence, time, view));
    }

    /** Cancels one that waits and gives it as it ended. */
    public Outcome<Conditional> cancel(String account, String symbol, OrderRef ref) {
        return core.command(() -> {
            ConditionalState state = waiting(account, symbol, ref);
            cancel(state, OrderReason.CANCELED);
            return state.view();
        });
    }

    /** Cancels all that wait in a market, or in all markets with null, and gives them as they ended. */
    public Outcome<List<Conditional>> cancelAll(String account, @Nullable String symbol) {
        return core.command(() -> {
            AccountState owner = core.account(account);
            List<ConditionalState> meant = waiting.values().stream()
                    .filter(each -> each.account == owner
                            && (symbol == null || each.market.market.symbol().equals(symbol)))
                    .toList();
            meant.forEach(each -> cancel(each, OrderReason.CANCELED));
            return meant.stream().map(ConditionalState::view).toList();
        });
    }

    private void cancel(ConditionalState state, OrderReason reason) {
        state.reason = reason;
        end(state, ConditionalStatus.CANCELED);
    }

    void endAll(MarketState market, @Nullable AccountState account, OrderReason reason) {
        for (ConditionalState state : List.copyOf(waiting.values())) {
            if (state.market == market && (account == null || state.account == account)) {
                state.reason = reason;
                end(state, ConditionalStatus.EXPIRED);
            }
        }
    }

    /** Those that wait, oldest first. */
    public List<Conditional> open(String account) {
        core.catchUp();
        return waiting.values().stream()
                .filter(each -> each.account.id().equals(account))
                .map(ConditionalState::view)
                .toList();
    }

    /** Those that have fired or ended, in that order. */
    public List<Conditional> ended(String account) {
        core.catchUp();
        return ended.stream().filter(each -> each.account().equals(account)).toList();
    }

    /** One, waiting or ended; of several with one client id the one that waits, else the newest. */
    public Optional<Conditional> find(String account, String symbol, OrderRef ref) {
        Optional<Conditional> open = open(account).stream()
                .filter(each -> isMeant(each, symbol, ref))
                .findFirst();
        return open.isPresent()
                ? open
                : ended(account).stream()
                        .filter(each -> isMeant(each, symbol, ref))
                        .reduce((older, newer) -> newer);
    }

    private static boolean isMeant(Conditional conditional, String symbol, OrderRef ref) {
        boolean isSame = ref.id() != 0
                ? conditional.id() == ref.id()
                : ref.clientId() != null
                        && ref.clientId().equals(conditional.request().clientId());
        return isSame && conditional.symbol().equals(symbol);
    }
}
