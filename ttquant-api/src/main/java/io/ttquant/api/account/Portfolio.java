package io.ttquant.api.account;

import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.order.PositionSide;
import java.util.List;

/** A live view of the account that a strategy trades on. It is shared by all strategies of the engine. */
public interface Portfolio {
    /** What the account holds of a currency; zero if it never held any. */
    Balance balance(String currencyCode);

    /** All balances that were ever touched, in the order of first use. */
    List<Balance> balances();

    /** The account's net position in an instrument. */
    Position netPosition(InstrumentId instrument);

    /** The account's long or short position in an instrument, in hedge mode; flat in netting mode. The net one for {@link PositionSide#NET}. */
    Position netPosition(InstrumentId instrument, PositionSide side);

    /**
     * The value of the whole account in its reporting currency: balances plus holdings and unrealised profit at the last marks.
     *
     * @return NaN if a price that is needed is not known
     */
    double equity();
}
