package io.ttquant.core.portfolio;

import io.ttquant.api.money.Currency;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.Side;
import java.math.BigDecimal;

/**
 * Divides what an account holds already among those who hold it. No balance moves by it: what was paid and earned is in
 * the balances that the exchange states.
 */
public final class PositionShares {
    private PositionShares() {}

    /**
     * Gives an owner what it held in an earlier run. The account's own position rises with it; where the exchange
     * states a position, {@link HeldPositions#set}
     * says afterwards what the account holds.
     *
     * @param owner its net position, or in hedge mode its long or its short one
     * @param rawQuantity at the quantity scale, negative if short
     * @param averagePrice what was paid for it, above zero; not looked at if it is flat
     * @param rawRealized what it had realised, at the settlement currency's scale
     * @throws IllegalArgumentException if the sign does not go with the side, or the price is not above zero
     * @throws ArithmeticException if a sum does not fit; nothing is changed then
     */
    public static void give(PositionState owner, long rawQuantity, BigDecimal averagePrice, long rawRealized) {
        Holding holding = owner.holding();
        HeldPositions.requireHeld(holding.instrument, owner.side(), rawQuantity, averagePrice);
        PositionState net = holding.net.leg(owner.side());
        long cost = rawQuantity == 0 ? 0 : HeldPositions.rawCost(holding.instrument, rawQuantity, averagePrice);
        owner.requireRoomFor(rawQuantity, cost);
        net.requireRoomFor(rawQuantity, cost);
        owner.correct(rawQuantity, cost);
        owner.realizedBefore(rawRealized);
        net.correct(rawQuantity, cost);
        if (owner.side() != PositionSide.NET) {
            owner.whole().sumLegs();
            holding.net.sumLegs();
        }
    }

    /**
     * Gives a part of a fill to another owner than the one on which it was booked, as if each had been filled by its part:
     * what it realises by it is the other's. The account's own figures stay.
     *
     * @param from on which the whole fill was booked
     * @param to whose position the part closes, of the same instrument and side
     * @param rawQuantity the part, at the quantity scale, above zero
     * @param rawFee the fee of the part, at the scale of {@code feeCurrency}; negative for a rebate
     * @throws IllegalStateException if a position in hedge mode would turn over
     * @throws ArithmeticException if a sum does not fit; nothing is changed then
     */
    public static void pass(
            Ledger ledger,
            PositionState from,
            PositionState to,
            Side side,
            long rawPrice,
            long rawQuantity,
            long rawFee,
            Currency feeCurrency) {
        Holding holding = to.holding();
        long rawSigned = side == Side.BUY ? rawQuantity : -rawQuantity;
        long rawPaid = holding.rawCost(rawPrice, rawSigned);
        to.requireRoom(rawSigned, rawPaid, rawFee);
        from.requireRoom(-rawSigned, -rawPaid, rawFee);
        to.book(rawSigned, rawPaid);
        from.book(-rawSigned, -rawPaid);
        if (to.side() != PositionSide.NET) {
            to.whole().sumLegs();
            from.whole().sumLegs();
        }
        CurrencyAccount feeAccount = ledger.feeAccount(holding, feeCurrency);
        if (feeAccount == holding.settlement) {
            to.addFee(rawFee);
            from.addFee(-rawFee);
        } else if (rawFee != 0) {
            to.addForeignFee(feeAccount, rawFee);
            from.addForeignFee(feeAccount, -rawFee);
        }
    }

    /**
     * Takes from an owner what it holds beyond a quantity, at its average price; nothing is realised.
     *
     * @param owner who holds more, on the same side, than it is to keep
     * @param rest who has what was taken; nobody of spot, of which the balance says what there is
     * @param rawKept at the quantity scale, from zero to what is held
     */
    public static void cut(PositionState owner, PositionState rest, long rawKept) {
        Holding holding = owner.holding();
        PositionState other = holding.isSpot ? holding.net : rest;
        long rawTaken = Math.subtractExact(owner.rawQuantity(), rawKept);
        long costKept = rawKept == 0
                ? 0
                : FixedPoint.multiplyDivide(owner.rawCost(), Math.abs(rawKept), Math.abs(owner.rawQuantity()));
        long costTaken = Math.subtractExact(owner.rawCost(), costKept);
        other.requireRoomFor(rawTaken, costTaken);
        owner.correct(-rawTaken, -costTaken);
        other.correct(holding.isSpot ? -rawTaken : rawTaken, holding.isSpot ? -costTaken : costTaken);
        if (owner.side() != PositionSide.NET) {
            owner.whole().sumLegs();
            rest.whole().sumLegs();
        }
    }

    /**
     * Books a fill that the account's figures have already: its quantity goes from the owner who was given it, for want
     * of knowing better, to the one whose order
     * it was of. Of spot, of which the exchange states balances only, nobody was given it.
     *
     * @param to whose order it was of
     * @param from who was given what the account held and no strategy was known to hold
     * @param rawFee at the scale of {@code feeCurrency}; negative for a rebate
     * @throws IllegalStateException if a position in hedge mode would turn over
     * @throws ArithmeticException if a sum does not fit; nothing is changed then
     */
    public static void move(
            Ledger ledger,
            PositionState to,
            PositionState from,
            Side side,
            long rawPrice,
            long rawQuantity,
            long rawFee,
            Currency feeCurrency) {
        Holding holding = to.holding();
        long rawSigned = side == Side.BUY ? rawQuantity : -rawQuantity;
        long rawPaid = holding.rawCost(rawPrice, rawSigned);
        PositionState other = holding.isSpot ? holding.net : from;
        to.requireRoom(rawSigned, rawPaid, rawFee);
        other.requireRoom(holding.isSpot ? rawSigned : -rawSigned, rawPaid, rawFee);
        long costBefore = to.rawCost();
        to.book(rawSigned, rawPaid);
        if (holding.isSpot) {
            other.book(rawSigned, rawPaid);
        } else {
            other.correct(-rawSigned, costBefore - to.rawCost());
        }
        if (to.side() != PositionSide.NET) {
            to.whole().sumLegs();
            from.whole().sumLegs();
        }
        FillBooking.noteFee(to, holding.net.leg(to.side()), rawFee, ledger.feeAccount(holding, feeCurrency));
    }
}
