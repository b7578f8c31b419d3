package io.ttquant.exchanges.emulator.exchange;

/**
 * Where venues differ in what they do. Each default is the worse one to have to do with.
 *
 * @param postOnlyRefused whether a post-only order that would trade is refused, rather than accepted and then cancelled
 * @param fillOrKillRefused whether a fill-or-kill order that cannot fill is refused, rather than accepted and then expired
 * @param rememberedClientIds how many of an account's last client ids are refused besides those of open orders
 * @param amendBelowFilledCancels whether an amendment to a quantity that has filled already cancels the order, rather than being refused
 * @param amendMayTake whether an amended order that crosses trades; otherwise only orders that are not post-only do
 * @param selfTrade what happens by default against an order of the own account
 * @param liquidationName begins the client id of an order by which the exchange takes a position; empty if that has none
 * @param firstId of orders, fills and bills: each exchange has an id space of its own
 */
public record ExchangeRules(
        boolean postOnlyRefused,
        boolean fillOrKillRefused,
        int rememberedClientIds,
        boolean amendBelowFilledCancels,
        boolean amendMayTake,
        SelfTradePrevention selfTrade,
        String liquidationName,
        long firstId) {
    /** As Binance Spot: refusals on the spot, client ids free again after the order ended, no self-trade prevention. */
    public static ExchangeRules binanceSpot() {
        return new ExchangeRules(true, false, 0, false, true, SelfTradePrevention.NONE, "", 28_457_000_001L);
    }

    /** The same, refusing that many of an account's last client ids too. */
    public ExchangeRules remembering(int clientIds) {
        return new ExchangeRules(
                postOnlyRefused,
                fillOrKillRefused,
                clientIds,
                amendBelowFilledCancels,
                amendMayTake,
                selfTrade,
                liquidationName,
                firstId);
    }

    /** As Binance USDT-M futures. */
    public static ExchangeRules binanceUsdm() {
        return new ExchangeRules(
                true, true, 0, true, true, SelfTradePrevention.CANCEL_MAKER, "autoclose-", 8_886_774_000_001L);
    }

    /** As OKX: post-only and fill-or-kill are accepted and then cancelled, makers give way to takers of the same account. */
    public static ExchangeRules okx() {
        return new ExchangeRules(
                false, false, 0, true, true, SelfTradePrevention.CANCEL_MAKER, "", 1_754_000_000_000_000_001L);
    }
}
