package io.ttquant.core.storage.schema;

import static io.ttquant.core.storage.schema.Column.decimal;
import static io.ttquant.core.storage.schema.Column.real;
import static io.ttquant.core.storage.schema.Column.small;
import static io.ttquant.core.storage.schema.Column.text;
import static io.ttquant.core.storage.schema.Column.whole;

import java.util.ArrayList;
import java.util.List;

/** The tables of what runs did: orders, fills, positions, money. Their decimals are of any length, as the database has them for people. */
public final class RunTables {
    /** Runs. */
    public static final Table RUNS = new Table(
            "runs",
            "Backtests, paper and live runs.",
            List.of(
                    text("run", "its id"),
                    text("kind", "BACKTEST, PAPER or LIVE"),
                    whole("ts_start", "when it began first, epoch nanoseconds"),
                    text(
                            "parameters",
                            "of its strategies and settings, as a JSON object of texts; of a live run those of its first start"),
                    text("data_fingerprint", "what its data were; may be empty")),
            List.of("run"),
            List.of());
    /** What happened to orders, and how each then stood. */
    public static final Table ORDER_EVENTS = entries(
            "order_events",
            "Every event of every order, and how the order then stood.",
            List.of(),
            whole(Table.HEARD, "when we heard of it, epoch nanoseconds"),
            text("client_id", "our id of the order"),
            text("strategy", "whose"),
            text("instrument", "venue:symbol"),
            text("side", "BUY or SELL"),
            text("order_type", "MARKET, LIMIT, ..."),
            text("time_in_force", "GTC, IOC, ..."),
            text("status", "how the order then stood"),
            decimal("quantity", "ordered"),
            decimal("filled", "of it filled"),
            decimal("price", "limit price").orNull(),
            decimal("trigger_price", "trigger price").orNull(),
            text("event", "what happened, such as Accepted"),
            text("message", "what the event says; may be empty"));
    /** Fills as the first version had them. */
    static final Table FIRST_FILLS = entries(
            "fills",
            "Fills with their fees, each once by the exchange's trade id.",
            List.of("run", "instrument", "side", "trade_id"),
            whole(Table.HEARD, "when we heard of it, epoch nanoseconds"),
            text("client_id", "our id of the order"),
            text("strategy", "whose"),
            text("instrument", "venue:symbol"),
            whole("trade_id", "the exchange's id"),
            text("side", "BUY or SELL"),
            decimal("price", "at which"),
            decimal("quantity", "how much"),
            decimal("fee", "paid; negative for a rebate"),
            text("fee_currency", "in which the fee was paid"),
            small("fee_scale", "decimals of that currency"),
            text("liquidity", "MAKER or TAKER"),
            text("reason", "why it happened at that price"));
    /** What fills are worth, which price times quantity does not say where a contract has a multiplier or is inverse. */
    static final List<Column> NOTIONAL = List.of(
            decimal("notional", "its value with the contract's multiplier; null in rows of older versions")
                    .orNull(),
            text("notional_currency", "of that value, the one in which the instrument is settled")
                    .orNull(),
            small("notional_scale", "decimals of that currency; 0 if there is none"));
    /** Fills. */
    public static final Table FILLS = NOTIONAL.stream().reduce(FIRST_FILLS, Table::with, (one, other) -> other);
    /** Positions as they stood. */
    public static final Table POSITION_STATES = entries(
            "position_states",
            "Positions as they stood after each change.",
            List.of(),
            text("strategy", "whose; external for what no strategy holds"),
            text("instrument", "venue:symbol"),
            text("side", "NET, LONG or SHORT"),
            decimal("quantity", "held; negative if short"),
            decimal("average_price", "what was paid for what is held").orNull(),
            decimal(
                    "realized",
                    "profit of what was closed, before fees; of a live run over all its starts, but for what is external"),
            text("currency", "of the profit"),
            small("currency_scale", "decimals of that currency"));
    /** Balances as they stood. */
    public static final Table BALANCE_STATES = entries(
            "balance_states",
            "Balances as they stood after each change.",
            List.of(),
            text("currency", "of which"),
            small("currency_scale", "decimals of that currency"),
            decimal("total", "in the account"),
            decimal("locked", "of it reserved for orders"));
    /** Equity. */
    public static final Table EQUITY = entries(
            "equity",
            "The account's equity.",
            List.of(),
            text("currency", "the reporting currency"),
            small("currency_scale", "decimals of that currency"),
            decimal("amount", "how much"));
    /** Money that was no fill. */
    public static final Table PAYMENTS = entries(
            "payments",
            "Money received, or if negative paid, that was no fill: funding, interest, the fee of a liquidation.",
            List.of(),
            text("kind", "such as FUNDING"),
            text("strategy", "whose; empty for the account's"),
            text("instrument", "of which position, venue:symbol").orNull(),
            text("currency", "of the amount"),
            small("currency_scale", "decimals of that currency"),
            decimal("amount", "how much"),
            text("why", "how it was reckoned; may be empty"));
    /** What strategies want to know again. */
    public static final Table STRATEGY_STATES = entries(
            "strategy_states",
            "What strategies want to know again after a restart; the last of a name counts.",
            List.of(),
            text("strategy", "whose"),
            text("name", "what"),
            text("state", "its value"));
    /** What the risk rules did. */
    public static final Table RISK_ACTS = entries(
            "risk_acts",
            "Trips, stages and other acts of the risk rules.",
            List.of(),
            text("strategy", "whose; empty for the account's"),
            text("kind", "such as Tripped"),
            text("guard", "which limit; empty if none"),
            text("message", "a sentence with the numbers"));
    /** Ends of runs. */
    public static final Table RUN_ENDS = entries("run_ends", "When runs ended.", List.of());
    /** Statistics of runs that ended. */
    public static final Table RUN_STATISTICS = new Table(
            "run_statistics",
            "The figures of runs that ended.",
            List.of(
                    text("run", "which run"),
                    whole("number", "of the entry in run_ends"),
                    text("name", "which figure"),
                    real("value", "how much; null if it is not known")),
            List.of("run", "number", "name"),
            List.of());

    /** Those that hold entries; {@link #RUN_ENDS} with the statistics that its rows are given. */
    public static final List<Table> ENTRIES = List.of(
            ORDER_EVENTS,
            FILLS,
            POSITION_STATES,
            BALANCE_STATES,
            EQUITY,
            PAYMENTS,
            STRATEGY_STATES,
            RISK_ACTS,
            RUN_ENDS);

    private RunTables() {}

    private static Table entries(String name, String meaning, List<String> alsoUnique, Column... columns) {
        List<Column> all = new ArrayList<>(List.of(
                text("run", "which run"),
                whole("number", "rising in the order in which things happened in the run"),
                whole("ts_event", "when it happened, epoch nanoseconds")));
        all.addAll(List.of(columns));
        return new Table(name, meaning, all, List.of("run", "number"), alsoUnique);
    }
}
