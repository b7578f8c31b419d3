package io.ttquant.core.portfolio;

import io.ttquant.api.account.Balance;
import io.ttquant.api.account.Portfolio;
import io.ttquant.api.account.Position;
import io.ttquant.api.account.PositionMode;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The exact account of an engine: balances in several currencies, the strategies' virtual positions, and the net ones.
 *
 * <p>Spot fills exchange base and quote currency. Fills of derivatives, be they linear, inverse or quanto, pay what they realise in the settlement
 * currency. Not safe for use by several threads.
 */
public final class Ledger implements Portfolio {
    /**
     * The owner of what no strategy of this engine did: positions and orders that were there before, or that come from other hands. No strategy may have
     * this name.
     */
    public static final String EXTERNAL = "external";

    /** What stands for an amount that cannot be valued, because a price is not known. */
    public static final long UNKNOWN = Long.MIN_VALUE;

    private final Map<String, CurrencyAccount> accounts = new LinkedHashMap<>();
    private final Map<InstrumentId, Holding> holdings = new LinkedHashMap<>();
    private final Map<String, Map<InstrumentId, PositionState>> positions = new LinkedHashMap<>();
    private final Currency reporting;
    private final FundsPolicy policy;
    private final PositionMode positionMode;
    private final Valuation valuation;
    private final ExchangeAccount atExchange = new ExchangeAccount(this);
    private @Nullable BorrowLimit borrowLimit;

    /** A ledger in netting mode. */
    public Ledger(Currency reporting, FundsPolicy policy, Map<Currency, Long> start) {
        this(reporting, policy, start, PositionMode.NETTING);
    }

    /**
     * A ledger.
     *
     * @param reporting the currency in which equity is stated
     * @param policy whether balances may go below zero
     * @param start start balances by currency, at the currencies' scales, none negative
     * @param positionMode whether a derivative has one position or a long and a short one
     * @throws IllegalArgumentException if a start balance is negative
     */
    public Ledger(Currency reporting, FundsPolicy policy, Map<Currency, Long> start, PositionMode positionMode) {
        this.reporting = reporting;
        this.policy = policy;
        this.positionMode = positionMode;
        CurrencyAccount reportingAccount = new CurrencyAccount(reporting, start.getOrDefault(reporting, 0L));
        accounts.put(reporting.code(), reportingAccount);
        this.valuation = new Valuation(reportingAccount);
        start.forEach((currency, raw) -> {
            if (raw < 0) {
                throw new IllegalArgumentException("start balance " + FixedPoint.format(raw, currency.scale()) + " "
                        + currency + " must not be negative");
            }
            if (!accounts.containsKey(currency.code())) {
                add(new CurrencyAccount(currency, raw));
            }
        });
    }

    private CurrencyAccount add(CurrencyAccount account) {
        accounts.put(account.currency.code(), account);
        valuation.add(account);
        return account;
    }

    /** The currency in which equity is stated. */
    public Currency reporting() {
        return reporting;
    }

    /** Whether balances may go below zero. */
    public FundsPolicy policy() {
        return policy;
    }

    /**
     * Limits what spot fills may make the account owe, as {@link BorrowLimit} says.
     *
     * @throws IllegalStateException if the account may owe nothing at all
     */
    public void limitBorrowing(BigDecimal leverage) {
        if (policy != FundsPolicy.BORROW) {
            throw new IllegalStateException("funds " + policy + " owe nothing; leave the limit out, or let it borrow");
        }
        borrowLimit = new BorrowLimit(this, leverage, accounts.values(), valuation);
    }

    /** How much the account may owe; null if it may owe nothing, or whatever it likes. */
    public @Nullable BorrowLimit borrowLimit() {
        return borrowLimit;
    }

    /** Whether a derivative has one position or a long and a short one. */
    public PositionMode positionMode() {
        return positionMode;
    }

    /**
     * States a rate that never changes, such as one dollar for a coin that is pegged to it. Nothing is assumed to be worth the same as something
     * else unless it is said so here. It goes before instruments when a currency is valued.
     *
     * @param from the currency that is priced
     * @param to the currency in which it is priced
     * @param rate how much of {@code to} one {@code from} is, above zero, with at most 18 decimals
     * @throws IllegalArgumentException if the rate is not above zero or has too many digits, or both currencies are the same
     */
    public void fixRate(Currency from, Currency to, BigDecimal rate) {
        int scale = Math.max(0, rate.stripTrailingZeros().scale());
        boolean fits = (long) rate.precision() - rate.scale() + scale < 19;
        if (rate.signum() <= 0
                || scale > FixedPoint.MAX_SCALE
                || !fits
                || from.code().equals(to.code())) {
            throw new IllegalArgumentException("a fixed rate of " + rate + " " + to + " for one " + from
                    + " must be above zero, between two currencies, and have at most 18 digits; correct it");
        }
        valuation.fix(Link.fixed(from, to, FixedPoint.toRaw(rate, scale), scale));
    }

    /** The rates that were fixed, as text, in the order in which they were given. */
    public List<String> fixedRates() {
        return valuation.conversions().fixed().stream().map(Link::toString).toList();
    }

    /**
     * By which prices each currency but the reporting one is valued, in the order of first use; empty text if nothing leads to the reporting
     * currency.
     */
    public Map<Currency, String> conversionPaths() {
        return valuation.paths();
    }

    /**
     * Makes an instrument known. Its currencies get accounts.
     *
     * @throws IllegalArgumentException if a currency is known with another scale
     */
    public void register(Instrument instrument) {
        holdings.computeIfAbsent(instrument.id(), id -> {
            Holding holding = new Holding(
                    instrument,
                    account(instrument.base()),
                    account(instrument.quote()),
                    account(instrument.settlement()));
            valuation.add(holding);
            return holding;
        });
    }

    CurrencyAccount account(Currency currency) {
        CurrencyAccount account = accounts.get(currency.code());
        if (account == null) {
            account = add(new CurrencyAccount(currency, 0));
        }
        if (account.currency.scale() != currency.scale()) {
            throw new IllegalArgumentException(currency + " is used with " + account.currency.scale() + " and with "
                    + currency.scale() + " decimals; give it one scale everywhere");
        }
        return account;
    }

    Holding holding(Instrument instrument) {
        return holding(instrument.id());
    }

    private Holding holding(InstrumentId id) {
        Holding holding = holdings.get(id);
        if (holding == null) {
            throw new IllegalArgumentException(
                    "instrument " + id + " is not known to the ledger; it knows " + holdings.keySet());
        }
        return holding;
    }

    /** A strategy's own position in an instrument; made flat on first use. Keep it: looking it up costs more than using it. */
    public PositionState position(String strategyId, Instrument instrument) {
        return positions
                .computeIfAbsent(strategyId, id -> new LinkedHashMap<>())
                .computeIfAbsent(instrument.id(), id -> new PositionState(strategyId, holding(instrument)));
    }

    /**
     * The position that an order of a strategy changes: its own one in netting mode and for spot, one of its two legs in hedge mode.
     *
     * @throws IllegalArgumentException if the side does not go with the position mode; ask {@link #takes} first
     */
    public PositionState position(String strategyId, Instrument instrument, PositionSide side) {
        if (!takes(instrument, side)) {
            throw new IllegalArgumentException("position side " + side + " of " + instrument
                    + " does not go with an account in mode " + positionMode
                    + "; it is NET in netting mode and for spot,"
                    + " and LONG or SHORT for derivatives in hedge mode");
        }
        return position(strategyId, instrument).leg(side);
    }

    /** True if orders of an instrument may have this position side: NET in netting mode and for spot, else LONG or SHORT. */
    public boolean takes(Instrument instrument, PositionSide side) {
        boolean hasLegs =
                positionMode == PositionMode.HEDGING && instrument.kind().isDerivative();
        return hasLegs == (side != PositionSide.NET);
    }

    /** A strategy's positions, in the order of first use. */
    public List<PositionState> positions(String strategyId) {
        return List.copyOf(positions.getOrDefault(strategyId, Map.of()).values());
    }

    /** A strategy's own position in an instrument; null before its first use. */
    public @Nullable PositionState known(String strategyId, InstrumentId instrument) {
        return positions.getOrDefault(strategyId, Map.of()).get(instrument);
    }

    /**
     * Books a fill: balances, the strategy's position and the net one.
     *
     * @param position the strategy's position, from {@link #position}
     * @param rawFee fee at the scale of {@code feeCurrency}; negative for a rebate
     * @throws ArithmeticException if an amount does not fit; nothing is booked then
     */
    public void apply(
            PositionState position, Side side, long rawPrice, long rawQuantity, long rawFee, Currency feeCurrency) {
        Holding holding = position.holding();
        long rawSigned = side == Side.BUY ? rawQuantity : -rawQuantity;
        long rawPaid = holding.rawCost(rawPrice, rawSigned);
        CurrencyAccount feeAccount = feeAccount(holding, feeCurrency);
        FillBooking.book(position, rawSigned, rawPaid, rawFee, feeAccount);
    }

    CurrencyAccount feeAccount(Holding holding, Currency feeCurrency) {
        return feeCurrency.equals(holding.settlement.currency) ? holding.settlement : account(feeCurrency);
    }

    /**
     * Books money that a position received or paid and that was no fill: on the balance of its settlement currency, as we know it and as the
     * exchange has it, on the strategy's position and on the net one.
     *
     * @param rawAmount received if positive, paid if negative, at the settlement currency's scale
     * @throws ArithmeticException if a sum does not fit; nothing is booked then
     */
    public void pay(PositionState position, CashFlow.Kind kind, long rawAmount) {
        Holding holding = position.holding();
        CurrencyAccount account = holding.settlement;
        long total = Math.addExact(account.rawTotal, rawAmount);
        long totalAtExchange = Math.addExact(account.atExchange.rawTotal, rawAmount);
        if (kind == CashFlow.Kind.FUNDING) {
            position.addFunding(rawAmount);
            holding.net.addFunding(rawAmount);
        } else {
            position.addFee(Math.negateExact(rawAmount));
            holding.net.addFee(Math.negateExact(rawAmount));
        }
        account.rawTotal = total;
        account.atExchange.rawTotal = totalAtExchange;
    }

    /** Marks an instrument by a last price, at its price scale, above zero; see {@link InstrumentMark#last}. */
    public void mark(Instrument instrument, long rawPrice) {
        holding(instrument).last(rawPrice);
    }

    /** A handle to mark an instrument without a look-up, for every event. */
    public InstrumentMark markOf(Instrument instrument) {
        return new InstrumentMark(holding(instrument));
    }

    /** True if orders of an instrument need funds: spot of a cash account. */
    boolean isGuarded(Holding holding) {
        return holding.isSpot && policy != FundsPolicy.BORROW;
    }

    static long rawNeeded(Holding holding, Side side, long rawPrice, long rawQuantity, long rawFee) {
        long rawPaid =
                side == Side.BUY ? holding.instrument.rawNotional(rawPrice, rawQuantity) : holding.rawBase(rawQuantity);
        return Math.addExact(rawPaid, Math.max(0, rawFee));
    }

    /**
     * Holds back the funds of an order: quote currency for a spot buy, base currency for a spot sell, nothing for a derivative. What the
     * reservation held back before is replaced.
     *
     * @param rawPrice the price to reckon with, at the price scale
     * @param rawFee fee to reckon with at the scale of {@link #reservedCurrency}; 0 if it is charged in another currency
     * @return how much is missing at the scale of {@link #reservedCurrency}, with nothing changed; 0 if the funds are held back now
     */
    public long reserve(
            Reservation reservation, Instrument instrument, Side side, long rawPrice, long rawQuantity, long rawFee) {
        Holding holding = holding(instrument);
        if (!isGuarded(holding)) {
            return 0;
        }
        CurrencyAccount account = side == Side.BUY ? holding.quote : holding.base;
        return reservation.replace(account, rawNeeded(holding, side, rawPrice, rawQuantity, rawFee), rawQuantity);
    }

    /**
     * Holds back an amount of the quote currency for a spot buy, whatever its quantity turns out to be.
     *
     * @param rawAmount at the quote currency's scale
     * @param rawQuantity the quantity that is expected for it
     * @return how much is missing, with nothing changed; 0 if it is held back now
     */
    public long reserveAmount(Reservation reservation, Instrument instrument, long rawAmount, long rawQuantity) {
        Holding holding = holding(instrument);
        return isGuarded(holding) ? reservation.replace(holding.quote, rawAmount, rawQuantity) : 0;
    }

    /**
     * What {@link #reserve} would hold back, at the scale of {@link #reservedCurrency}; 0 if orders of the instrument need no funds.
     *
     * @param rawFee as in {@link #reserve}
     */
    public long rawNeeded(Instrument instrument, Side side, long rawPrice, long rawQuantity, long rawFee) {
        Holding holding = holding(instrument);
        return isGuarded(holding) ? rawNeeded(holding, side, rawPrice, rawQuantity, rawFee) : 0;
    }

    /** The currency that an order of this side holds back. */
    public Currency reservedCurrency(Instrument instrument, Side side) {
        return side == Side.BUY ? instrument.quote() : instrument.base();
    }

    /** Releases the part of a reservation that a fill used up. */
    public void releaseFilled(Reservation reservation, long rawFilledQuantity) {
        reservation.releaseFilled(rawFilledQuantity);
        if (borrowLimit() == null) {
            reservation.coverFromRest();
        }
    }

    /** Releases all of a reservation. */
    public void release(Reservation reservation) {
        reservation.release();
    }

    /**
     * Books money that the account as a whole received or paid, such as interest.
     *
     * @param rawAmount received if positive, paid if negative, at the currency's scale
     * @throws ArithmeticException if a balance does not fit; nothing is booked then
     */
    public void pay(Currency currency, long rawAmount) {
        CurrencyAccount account = account(currency);
        long total = Math.addExact(account.rawTotal, rawAmount);
        account.atExchange.rawTotal = Math.addExact(account.atExchange.rawTotal, rawAmount);
        account.rawTotal = total;
    }

    /** What is not held back for spot orders, at the currency's scale; negative while a fill under way took what an order holds back. */
    public long rawFree(Currency currency) {
        CurrencyAccount account = accounts.get(currency.code());
        return account == null ? 0 : account.rawFree();
    }

    /**
     * What {@link ExchangeAccount#rawFree} says of a currency, asked without a look-up.
     *
     * @throws IllegalArgumentException if no instrument has the currency
     */
    public LongSupplier freeAtExchange(Currency currency) {
        CurrencyAccount account = accounts.get(currency.code());
        if (account == null) {
            throw new IllegalArgumentException(
                    currency + " is not a currency of this account; it has " + accounts.keySet());
        }
        return account.atExchange::rawFree;
    }

    long rawFreeAtExchange(Currency currency) {
        CurrencyAccount account = accounts.get(currency.code());
        return account == null ? 0 : account.atExchange.rawFree();
    }

    /** The account as a simulated exchange has it, with the fills whose reports are still under way. */
    public ExchangeAccount atExchange() {
        return atExchange;
    }

    /** Value of the whole account at the reporting currency's scale; {@link #UNKNOWN} without a price, which {@link #missingPrice()} names. */
    public long rawEquity() {
        return valuation.rawEquity();
    }

    /** True if the value of the whole account is known, so that {@link #rawEquity()} is right. */
    public boolean isValued() {
        return valuation.isValued();
    }

    /** Value of the start balances at the prices of now, at the reporting currency's scale; {@link #UNKNOWN} without a price. */
    public long rawStartEquity() {
        return valuation.rawStart();
    }

    /** Value of an amount at the prices of now, at the reporting currency's scale; {@link #UNKNOWN} without a price. */
    public long rawValue(Currency currency, long rawAmount) {
        CurrencyAccount account = accounts.get(currency.code());
        return account == null
                ? valuation.rawValue(currency, rawAmount, reporting)
                : valuation.rawValue(account, rawAmount);
    }

    /** Value of an amount in another currency at the prices of now, at that currency's scale; {@link #UNKNOWN} without a price. */
    public long rawValue(Currency from, long rawAmount, Currency to) {
        return valuation.rawValue(from, rawAmount, to);
    }

    /**
     * Realised and unrealised profit of a strategy less all its fees, at the prices of now and the reporting currency's scale; {@link #UNKNOWN}
     * without a price.
     */
    public long rawProfit(String strategyId) {
        long sum = 0;
        for (PositionState position :
                positions.getOrDefault(strategyId, Map.of()).values()) {
            long profit = position.rawProfit(valuation);
            if (profit == UNKNOWN) {
                return UNKNOWN;
            }
            sum = Math.addExact(sum, profit);
        }
        return sum;
    }

    /**
     * What a position has brought, realised and unrealised, before fees and funding, at the prices of now and the reporting currency's scale;
     * {@link #UNKNOWN} without a price.
     */
    public long rawResult(PositionState position) {
        return position.rawResult(valuation);
    }

    /** The price by which an instrument is valued now, at its price scale; 0 before the first one. */
    public long rawMark(Instrument instrument) {
        return holding(instrument).rawMark;
    }

    /** Which price is missing to value what is held, as a sentence; null if none is. */
    public @Nullable String missingPrice() {
        return valuation.missing();
    }

    @Override
    public double equity() {
        long raw = rawEquity();
        return raw == UNKNOWN ? Double.NaN : FixedPoint.toDouble(raw, reporting.scale());
    }

    @Override
    public Balance balance(String currencyCode) {
        CurrencyAccount account = accounts.get(currencyCode);
        return account == null ? new Balance(Currency.of(currencyCode), 0, 0) : account.balance();
    }

    @Override
    public List<Balance> balances() {
        List<Balance> all = new ArrayList<>(accounts.size());
        accounts.values().forEach(account -> all.add(account.balance()));
        return all;
    }

    @Override
    public Position netPosition(InstrumentId instrument) {
        return holding(instrument).net;
    }

    @Override
    public Position netPosition(InstrumentId instrument, PositionSide side) {
        return holding(instrument).net.leg(side);
    }
}
