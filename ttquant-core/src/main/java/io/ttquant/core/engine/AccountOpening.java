package io.ttquant.core.engine;

import io.ttquant.api.account.Balance;
import io.ttquant.api.account.PositionMode;
import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.exchange.AccountSnapshot.HeldPosition;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.PositionSide;
import io.ttquant.core.engine.Inheritance.OwnPosition;
import io.ttquant.core.portfolio.FundsPolicy;
import io.ttquant.core.portfolio.HeldPositions;
import io.ttquant.core.portfolio.Ledger;
import io.ttquant.core.portfolio.PositionShares;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Opens the books with what an account at an exchange holds. */
final class AccountOpening {
    private AccountOpening() {}

    /**
     * Refuses an account that the engine could keep no books of.
     *
     * @param isAlone whether the engine has a session and no start balances of its own
     * @param mode the position mode that was asked for; null if none was
     */
    static void require(
            AccountSnapshot account, boolean isAlone, @Nullable PositionMode mode, List<Instrument> instruments) {
        if (!isAlone) {
            throw new IllegalStateException(
                    "an account is opened through a session with a real exchange, and its balances"
                            + " are all there is; give the engine a session, and no start balances");
        }
        if (mode != null && mode != account.positionMode()) {
            throw new IllegalStateException("the account is in position mode " + account.positionMode() + " and " + mode
                    + " was asked for; change one of them, at the exchange or in the configuration");
        }
        Set<InstrumentId> missing = new TreeSet<>((a, b) -> a.toString().compareTo(b.toString()));
        account.positions().forEach(each -> missing.add(each.instrument()));
        instruments.forEach(each -> missing.remove(each.id()));
        if (!missing.isEmpty()) {
            throw new IllegalStateException("the account holds positions in " + missing
                    + ", which this engine does not know, so that no limit would count them; add them with"
                    + " EngineBuilder.instrument, or close them");
        }
    }

    /** A ledger that has the balances and no position yet. */
    static Ledger ledger(AccountSnapshot account, Currency reporting, FundsPolicy policy) {
        Map<Currency, Long> balances = new LinkedHashMap<>();
        Set<String> codes = new HashSet<>();
        Currency stated = reporting;
        for (Balance each : account.balances()) {
            if (!codes.add(each.currency().code())) {
                throw new IllegalArgumentException("the account states two balances of " + each.currency());
            }
            balances.put(each.currency(), each.rawTotal());
            stated = each.currency().code().equals(reporting.code()) ? each.currency() : stated;
        }
        return new Ledger(stated, policy, balances, account.positionMode());
    }

    /** Strategies get back what they held, as far as that is known; the rest of what the account holds is nobody's. */
    static void positions(
            AccountSnapshot account,
            Inheritance inherited,
            Ledger ledger,
            List<Instrument> instruments,
            Set<String> strategies) {
        Map<InstrumentId, Instrument> byId =
                instruments.stream().collect(Collectors.toMap(Instrument::id, Function.identity(), (a, b) -> a));
        for (OwnPosition own : inherited.positions()) {
            Instrument instrument = byId.get(own.instrument());
            if (instrument != null && strategies.contains(own.strategyId())) {
                PositionShares.give(
                        ledger.position(own.strategyId(), instrument, own.side()),
                        own.rawQuantity(),
                        own.averagePrice(),
                        own.rawRealized());
                settleFlat(account, ledger, instrument, own.side());
            }
        }
        for (HeldPosition each : account.positions()) {
            Instrument instrument = byId.get(each.instrument());
            if (instrument != null) {
                HeldPositions.set(
                        ledger.position(Ledger.EXTERNAL, instrument, each.side()),
                        each.rawQuantity(),
                        each.entryPrice());
            }
        }
    }

    /** An account names what it holds only: what it does not name is flat, whatever a strategy held. */
    private static void settleFlat(AccountSnapshot account, Ledger ledger, Instrument instrument, PositionSide side) {
        boolean isNamed = account.positions().stream()
                .anyMatch(held -> held.instrument().equals(instrument.id()) && held.side() == side);
        if (!isNamed && instrument.kind().isDerivative()) {
            HeldPositions.set(ledger.position(Ledger.EXTERNAL, instrument, side), 0, BigDecimal.ZERO);
        }
    }
}
