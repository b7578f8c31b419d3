package io.ttquant.core.portfolio;

import io.ttquant.api.order.PositionSide;

/** Books fills: on the strategy's position, the account's, and the balances; all of it or nothing. */
final class FillBooking {
    private FillBooking() {}

    static void book(PositionState position, long rawSigned, long rawPaid, long rawFee, CurrencyAccount feeAccount) {
        Holding holding = position.holding();
        PositionState net = holding.net.leg(position.side());
        requireRoom(holding, position, net, rawSigned, rawPaid, rawFee, feeAccount);
        position.book(rawSigned, rawPaid);
        long realized = net.book(rawSigned, rawPaid);
        if (position.side() != PositionSide.NET) {
            position.whole().sumLegs();
            holding.net.sumLegs();
        }
        if (holding.isSpot) {
            holding.base.rawTotal += holding.rawBase(rawSigned);
            holding.quote.rawTotal -= rawPaid;
        } else {
            holding.settlement.rawTotal += realized;
            holding.settlement.atExchange.rawTotal += realized;
            feeAccount.atExchange.rawTotal -= rawFee;
        }
        bookFee(position, net, rawFee, feeAccount);
    }

    private static void bookFee(PositionState position, PositionState net, long rawFee, CurrencyAccount feeAccount) {
        feeAccount.rawTotal -= rawFee;
        noteFee(position, net, rawFee, feeAccount);
    }

    /** Notes a fee that the balances show already. */
    static void noteFee(PositionState position, PositionState net, long rawFee, CurrencyAccount feeAccount) {
        if (rawFee == 0) {
            return;
        }
        Holding holding = position.holding();
        if (feeAccount == holding.settlement) {
            position.addFee(rawFee);
            net.addFee(rawFee);
        } else if (holding.isSpot && feeAccount == holding.base) {
            net.shrink(position.charge(rawFee));
        } else {
            position.addForeignFee(feeAccount, rawFee);
        }
    }

    /** Proves that every sum of a fill fits before any of them is made. */
    private static void requireRoom(
            Holding h,
            PositionState p,
            PositionState net,
            long rawSigned,
            long rawPaid,
            long rawFee,
            CurrencyAccount feeAccount) {
        try {
            p.requireRoom(rawSigned, rawPaid, rawFee);
            net.requireRoom(rawSigned, rawPaid, rawFee);
            Math.subtractExact(feeAccount.rawTotal, rawFee);
            if (h.isSpot) {
                Math.addExact(h.base.rawTotal, h.rawBase(rawSigned));
                Math.subtractExact(Math.subtractExact(h.quote.rawTotal, rawPaid), rawFee);
            } else {
                long most = Math.addExact(Math.abs(net.rawCost()), Math.abs(rawPaid));
                Math.addExact(Math.addExact(Math.abs(h.settlement.rawTotal), most), Math.abs(rawFee));
            }
        } catch (ArithmeticException e) {
            throw new ArithmeticException("a fill of " + h.instrument.formatQuantity(rawSigned) + " " + h.instrument
                    + " does not fit the 64 bits of its accounts; give its currencies smaller scales");
        }
    }
}
