package io.ttquant.backtest;

import java.util.Map;

/** What the assumptions of a run mean for its result: in which direction each may be wrong. */
final class AssumptionNotes {
    private static final Map<String, String> NOTES = Map.ofEntries(
            Map.entry(
                    "Market orders on bars",
                    "A fill at the very close on which a strategy decided is one that it could hardly have had; the next open is."),
            Map.entry(
                    "Path inside a bar",
                    "Nobody knows in which order high and low came. Where a stop and a target lie in one bar, this decides which"
                            + " of them counts; the interval of the result says how much hangs on it."),
            Map.entry(
                    "Resting limit orders",
                    "A touch does not say whether our turn in the queue had come. To count touches as fills flatters the result."),
            Map.entry(
                    "Stop orders",
                    "Real stops fill worse in a fast market. Without slippage or a depth model stops look better than they are."),
            Map.entry(
                    "Fees",
                    "Rates too low flatter the result most where trades are many. Compare them with your account's."),
            Map.entry(
                    "Slippage",
                    "What a taker pays beyond the price that was seen. None flatters whoever takes often or in a hurry."),
            Map.entry("Latency", "Orders and answers take time. None flatters strategies that race others to a price."),
            Map.entry(
                    "Feed latency",
                    "Market data takes time to reach us. None flatters strategies that react to it at once."),
            Map.entry(
                    "Volume inside a bar",
                    "Without a limit an order of any size is filled whole, which flatters large ones."),
            Map.entry(
                    "Depth without a book",
                    "What stands behind the best price is not in the data, so it is a guess; too much of it flatters large orders."),
            Map.entry(
                    "Queue on a book",
                    "What of the volume at our price stood before us is an estimate, but on data by order. Too short a queue flatters"
                            + " makers."),
            Map.entry(
                    "Price protection",
                    "Venues cancel what would fill too far from the market. Without it an order may fill at any price that there is."),
            Map.entry(
                    "Market impact",
                    "Others do not react to our orders. Orders that are large beside the market's volume would do worse."),
            Map.entry("Days", "Where a venue's day ends at another hour, DAY orders end at another time there."),
            Map.entry(
                    "Risk limits",
                    "What they refused or closed is in the list of refusals and events, with its reason."),
            Map.entry(
                    "Funds",
                    "A cash account never spends what it does not have. One that borrows within a limit finds a lender"
                            + " at any time here. One that borrows without a limit is not closed out for it either, which flatters what"
                            + " no lender would have paid for."),
            Map.entry(
                    "Liquidation",
                    "Venues liquidate in steps of their own and may fill worse. What lies beyond the margin is a guess."),
            Map.entry("Interest", "Rates change by the hour at real lenders. None flatters who borrows for long."),
            Map.entry(
                    "Funding",
                    "Without the rates that were paid, positions held for long look better or worse than they were."),
            Map.entry("Valuation", "Equity, drawdown and margin are as good as these prices."),
            Map.entry(
                    "Data",
                    "What the data lacks, the result lacks: gaps, delistings and coins that did not survive flatter."));

    private static final String MARGIN =
            "Terms of a venue change with the size of a position and with time. Too little margin hides liquidations.";

    private AssumptionNotes() {}

    /** What an assumption means; empty if nothing is known of it. */
    static String of(String topic) {
        String note = NOTES.get(topic);
        return note != null ? note : topic.startsWith("Margin of ") ? MARGIN : "";
    }
}
