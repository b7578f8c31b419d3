package io.ttquant.exchanges.request;

/**
 * What a request takes from the budgets of a venue.
 *
 * @param bucket the budget it draws on: an endpoint's own at OKX, {@code ip} at Binance
 * @param scope what the budget is counted for beside the account, such as an instrument; empty if nothing
 * @param weight units taken from that budget
 * @param orders new orders counted against the order limits; 0 for everything but creates and amendments
 * @param isReducing whether it lowers risk (cancels, dead-man timers), so that it may use the reserve
 */
public record Cost(String bucket, String scope, int weight, int orders, boolean isReducing) {
    /** A request that counts no order. */
    public static Cost of(String bucket, int weight) {
        return new Cost(bucket, "", weight, 0, false);
    }

    /** A create or an amendment of some orders. */
    public static Cost ofOrders(String bucket, int weight, int orders) {
        return new Cost(bucket, "", weight, orders, false);
    }

    /** A request that lowers risk. */
    public static Cost reducing(String bucket, int weight) {
        return new Cost(bucket, "", weight, 0, true);
    }

    /** The same counted for something. */
    public Cost within(String what) {
        return new Cost(bucket, what, weight, orders, isReducing);
    }

    /** The same with another weight. */
    public Cost weighing(int other) {
        return new Cost(bucket, scope, other, orders, isReducing);
    }

    /** The same for a batch. */
    public Cost times(int items) {
        return new Cost(bucket, scope, weight * items, orders * items, isReducing);
    }
}
