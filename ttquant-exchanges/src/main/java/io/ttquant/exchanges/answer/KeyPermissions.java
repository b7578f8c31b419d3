package io.ttquant.exchanges.answer;

/**
 * What a key may do.
 *
 * @param mayTrade whether it may place orders in what it was asked for
 * @param mayWithdraw whether it may take money out
 * @param mayTransfer whether it may move money between accounts
 * @param isBoundToAddresses whether it works from certain addresses only
 */
public record KeyPermissions(boolean mayTrade, boolean mayWithdraw, boolean mayTransfer, boolean isBoundToAddresses) {
    /** True if it can do no more than trade, from known addresses only. */
    public boolean isSafe() {
        return !mayWithdraw && !mayTransfer && isBoundToAddresses;
    }
}
