package io.ttquant.exchanges.emulator.exchange;

import java.math.BigDecimal;
import java.util.concurrent.TimeUnit;

/** Payments between longs and shorts of a perpetual, at full hours of UTC that the interval divides. */
final class Funding {
    private final Core core;

    Funding(Core core) {
        this.core = core;
    }

    void schedule(MarketState market) {
        ContractTerms terms = market.market.contract();
        if (terms == null || terms.fundingHours() == 0) {
            return;
        }
        long interval = TimeUnit.HOURS.toNanos(terms.fundingHours());
        long due = (Math.floorDiv(core.now(), interval) + 1) * interval;
        market.nextFunding = due;
        core.agenda.at(due, () -> {
            if (market.nextFunding == due) {
                pay(market);
                schedule(market);
                core.tellPrices(market);
            }
        });
    }

    /** Each position pays its value at the mark price times the rate, rounded; what rounding leaves over is the exchange's. */
    void pay(MarketState market) {
        BigDecimal mark = market.markPrice();
        if (mark == null) {
            return;
        }
        market.paid(new FundingPayment(market.market.symbol(), core.now(), market.fundingRate, mark));
        if (market.fundingRate.signum() == 0) {
            return;
        }
        BigDecimal rest = BigDecimal.ZERO;
        String asset = market.market.settle();
        var source = new Ledger.Source(market.market.symbol(), 0, 0);
        for (AccountState account : core.accounts.values()) {
            for (PositionState position : account.positions.values()) {
                if (Margins.isOf(position, market) && !position.isFlat()) {
                    BigDecimal amount = amount(position, mark, market.fundingRate);
                    core.ledger.post(account, asset, amount, BillKind.FUNDING, source);
                    rest = rest.subtract(amount);
                    if (position.mode == MarginMode.ISOLATED) {
                        position.isolated = position.isolated.add(amount);
                    }
                    tell(position, asset, amount, market.fundingRate);
                }
            }
            core.ledger.tell(account, BillKind.FUNDING);
        }
        core.ledger.post(core.house, asset, rest, BillKind.FUNDING, source);
        market.isMoved = true;
    }

    private static BigDecimal amount(PositionState position, BigDecimal mark, BigDecimal rate) {
        BigDecimal owed =
                Money.round(position.market.value(position.quantity.abs(), mark).multiply(rate));
        return position.quantity.signum() > 0 ? owed.negate() : owed;
    }

    private void tell(PositionState position, String asset, BigDecimal amount, BigDecimal rate) {
        if (!position.account.isBackground()) {
            String account = position.account.id();
            String symbol = position.market.symbol();
            BigDecimal quantity = position.quantity;
            core.tape.write((sequence, time) ->
                    new ExchangeEvent.FundingPaid(sequence, time, account, symbol, asset, amount, rate, quantity));
        }
    }
}
