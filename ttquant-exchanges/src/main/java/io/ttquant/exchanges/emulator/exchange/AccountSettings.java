package io.ttquant.exchanges.emulator.exchange;

import java.math.BigDecimal;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Settings of accounts. Questions about an account, market or contract that is not there throw {@link IllegalArgumentException}. */
public final class AccountSettings {
    private final Core core;

    AccountSettings(Core core) {
        this.core = core;
    }

    /** One-way or hedge. */
    public PositionMode positionMode(String account) {
        return ask(() -> core.account(account).positionMode);
    }

    /** Leverage of a contract. */
    public BigDecimal leverage(String account, String symbol) {
        return ask(() -> core.account(account).settings(contract(symbol).market).leverage());
    }

    /**
     * Leverage of one of a contract's positions.
     *
     * @param mode null for what the account has set
     */
    public BigDecimal leverage(String account, String symbol, PositionSide side, @Nullable MarginMode mode) {
        return ask(() -> {
            AccountState state = core.account(account);
            Market market = contract(symbol).market;
            return state.leverage(market, side, state.marginMode(market, mode));
        });
    }

    /** Cross or isolated, for orders that do not say. */
    public MarginMode marginMode(String account, String symbol) {
        return ask(() -> core.account(account).settings(contract(symbol).market).mode());
    }

    /** Fees of an account in a market. */
    public FeeRates fees(String account, String symbol) {
        return ask(() -> core.account(account).fees(core.market(symbol).market));
    }

    private static <T> T ask(Supplier<T> question) {
        try {
            return question.get();
        } catch (Refused refused) {
            throw new IllegalArgumentException(refused.refusal().text(), refused);
        }
    }

    /** Sets the leverage of a contract, above 0 and at most the market's; refused if the margin that it then needs is not there. */
    public Outcome<BigDecimal> leverage(String account, String symbol, BigDecimal leverage) {
        return leverage(account, symbol, PositionSide.NET, leverage);
    }

    /**
     * The same of one side in hedge mode, for its isolated position only; which from then on does not follow the contract's.
     *
     * @param side the side; of {@code NET} it is the contract's
     */
    public Outcome<BigDecimal> leverage(String account, String symbol, PositionSide side, BigDecimal leverage) {
        return core.command(() -> {
            AccountState state = core.account(account);
            MarketState market = contract(symbol);
            BigDecimal most = market.market.terms().mostLeverage();
            if (!Decimals.isBounded(leverage) || leverage.signum() <= 0 || Decimals.isAbove(leverage, most)) {
                throw new Refused(
                        RefusalReason.LEVERAGE, "leverage must be above 0 and at most " + most.toPlainString());
            }
            BigDecimal held = Margins.margin(state, market, null);
            BigDecimal free = Margins.free(core, state, market.market.settle());
            Runnable back = state.leverage(market.market, side, leverage);
            if (!state.isBackground()
                    && Decimals.isAbove(Margins.margin(state, market, null).subtract(held), free)) {
                back.run();
                throw new Refused(RefusalReason.INSUFFICIENT_MARGIN, "the margin at that leverage is not there");
            }
            tell(state, symbol);
            return leverage;
        });
    }

    /** Sets cross or isolated for orders that do not say; refused with a position or an order in the market. */
    public Outcome<MarginMode> marginMode(String account, String symbol, MarginMode mode) {
        return core.command(() -> {
            AccountState state = core.account(account);
            MarketState market = contract(symbol);
            AccountState.Settings before = state.settings(market.market);
            if (mode == MarginMode.CASH) {
                throw new Refused(RefusalReason.BAD_REQUEST, "a contract is cross or isolated");
            }
            if (before.mode() == mode) {
                throw new Refused(RefusalReason.ALREADY_SET, "the margin mode is " + mode + " already");
            }
            idle(state, symbol);
            state.set(symbol, new AccountState.Settings(mode, before.leverage()));
            tell(state, symbol);
            return mode;
        });
    }

    /** Sets one-way or hedge; refused with a position or an order in any contract. */
    public Outcome<PositionMode> positionMode(String account, PositionMode mode) {
        return core.command(() -> {
            AccountState state = core.account(account);
            if (state.positionMode == mode) {
                throw new Refused(RefusalReason.ALREADY_SET, "the position mode is " + mode + " already");
            }
            idle(state, null);
            state.positionMode = mode;
            tell(state, null);
            return mode;
        });
    }

    /** Adds to what is set aside for an isolated position, or takes from it; the value is what is then. */
    public Outcome<BigDecimal> isolatedMargin(String account, String symbol, PositionSide side, BigDecimal change) {
        return core.command(() -> {
            AccountState state = core.account(account);
            MarketState market = contract(symbol);
            PositionState position = state.position(market.market, side, MarginMode.ISOLATED);
            BigDecimal least =
                    Money.divide(position.cost.abs(), state.leverage(market.market, side, MarginMode.ISOLATED));
            BigDecimal after = position.isolated.add(change);
            if (position.isFlat() || Decimals.isBelow(after, Decimals.min(least, position.isolated))) {
                throw new Refused(
                        RefusalReason.INSUFFICIENT_MARGIN, "the position needs a margin of " + least.toPlainString());
            }
            if (Decimals.isAbove(change, Margins.free(core, state, market.market.settle()))) {
                throw new Refused(RefusalReason.INSUFFICIENT_BALANCE, "that much is not free");
            }
            position.isolated = after;
            position.updated = core.now();
            state.touched.add(market.market.settle());
            core.tellPosition(position);
            core.ledger.tell(state, null);
            return after;
        });
    }

    /** Sets fees of an account in a market. */
    public Outcome<FeeRates> fees(String account, String symbol, FeeRates rates) {
        return core.command(() -> {
            core.account(account).fees.put(core.market(symbol).market.symbol(), rates);
            return rates;
        });
    }

    /**
     * Lets an account pay fees in an asset, as long as it has enough of it and its price in the trade's asset is known.
     *
     * @param asset null to pay as all others do
     * @param factor what the fee is multiplied with, 0.75 for a quarter off
     */
    public Outcome<BigDecimal> feeCoin(String account, @Nullable String asset, BigDecimal factor) {
        return core.command(() -> {
            core.account(account).feeCoin = asset == null ? null : new AccountState.FeeCoin(asset, factor);
            return factor;
        });
    }

    private MarketState contract(String symbol) {
        MarketState market = core.market(symbol);
        if (!market.market.isContract()) {
            throw new Refused(RefusalReason.BAD_REQUEST, symbol + " is no contract");
        }
        return market;
    }

    private static void idle(AccountState account, @Nullable String symbol) {
        boolean hasOrder = account.open.values().stream()
                .anyMatch(order -> order.market.market.isContract()
                        && (symbol == null || order.request.symbol().equals(symbol)));
        boolean hasPosition = account.positions.values().stream()
                .anyMatch(position -> !position.isFlat()
                        && (symbol == null || position.market.symbol().equals(symbol)));
        if (hasOrder || hasPosition) {
            throw new Refused(RefusalReason.IN_USE, "there are positions or open orders");
        }
    }

    private void tell(AccountState account, @Nullable String symbol) {
        MarketState market = symbol == null ? null : core.market(symbol);
        var now = market == null ? null : account.settings(market.market);
        core.tape.write((sequence, time) -> new ExchangeEvent.SettingsChanged(
                sequence,
                time,
                account.id(),
                symbol,
                account.positionMode,
                now == null ? null : now.mode(),
                now == null ? null : now.leverage()));
    }
}
