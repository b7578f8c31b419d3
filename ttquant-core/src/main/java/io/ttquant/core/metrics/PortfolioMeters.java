package io.ttquant.core.metrics;

import static io.ttquant.core.metrics.Labels.CONFIDENCE;
import static io.ttquant.core.metrics.Labels.CURRENCY;
import static io.ttquant.core.metrics.Labels.ENGINE;
import static io.ttquant.core.metrics.Labels.INSTRUMENT;
import static io.ttquant.core.metrics.Labels.RESULT;
import static io.ttquant.core.metrics.Labels.STRATEGY;

import java.util.List;

/** Meters of the account: balances, positions, profit, and figures of risk from the equity so far. */
final class PortfolioMeters {
    private static final String MONEY = "reporting currency";

    static final Meter EQUITY = Meter.sum("ttquant_equity", MONEY, "Value of the account.", ENGINE);
    static final Meter BALANCE = Meter.each(
            "ttquant_balance", "currency", "Balance of a currency, in the currency itself.", ENGINE, CURRENCY);
    static final Meter BALANCE_FREE = Meter.each(
            "ttquant_balance_free",
            "currency",
            "Part of a balance that no order holds back, in the currency itself.",
            ENGINE,
            CURRENCY);
    static final Meter POSITION = Meter.each(
            "ttquant_position_quantity",
            "quantity",
            "Quantity held, in the instrument's unit; negative if short.",
            ENGINE,
            STRATEGY,
            INSTRUMENT);
    static final Meter POSITION_VALUE = Meter.sum(
            "ttquant_position_value",
            MONEY,
            "Value of what is held at the last price; negative if short.",
            ENGINE,
            STRATEGY,
            INSTRUMENT);
    static final Meter POSITIONS =
            Meter.sum("ttquant_positions_open", "positions", "Positions that are not flat.", ENGINE, STRATEGY);
    static final Meter EXPOSURE = Meter.sum(
            "ttquant_exposure", MONEY, "Sum of the values of all positions, without their signs.", ENGINE, STRATEGY);
    static final Meter NET_EXPOSURE = Meter.sum(
            "ttquant_net_exposure", MONEY, "Sum of the values of all positions, with their signs.", ENGINE, STRATEGY);
    static final Meter PROFIT = Meter.sum(
            "ttquant_profit",
            MONEY,
            "Realised profit and funding less fees since the engine started, and unrealised profit of what is held.",
            ENGINE,
            STRATEGY);
    static final Meter REALIZED = Meter.sum(
            "ttquant_realized_profit",
            MONEY,
            "Profit of what was closed since the engine started, before fees.",
            ENGINE,
            STRATEGY);
    static final Meter UNREALIZED = Meter.sum(
            "ttquant_unrealized_profit", MONEY, "Profit of what is held, at the last price.", ENGINE, STRATEGY);
    static final Meter FUNDING = Meter.sum(
            "ttquant_funding_received", MONEY, "Funding received less funding paid since the start.", ENGINE, STRATEGY);
    static final Meter DRAWDOWN = Meter.most(
            "ttquant_drawdown_ratio", "ratio", "Loss from the highest equity so far, as a part of that.", ENGINE);
    static final Meter MAX_DRAWDOWN =
            Meter.most("ttquant_max_drawdown_ratio", "ratio", "Largest drawdown since the start.", ENGINE);
    static final Meter DRAWDOWN_VALUE =
            Meter.sum("ttquant_drawdown", MONEY, "Loss from the highest equity so far.", ENGINE);
    static final Meter MAX_DRAWDOWN_VALUE = Meter.most(
            "ttquant_max_drawdown", MONEY, "Largest loss from the highest equity until then, since the start.", ENGINE);
    static final Meter STRATEGY_DRAWDOWN = Meter.most(
            "ttquant_strategy_max_drawdown",
            MONEY,
            "Largest loss of a strategy from its highest profit until then, since the start.",
            ENGINE,
            STRATEGY);
    static final Meter ROUND_TRIPS = Meter.counter(
            "ttquant_round_trips_total",
            "round trips",
            "Positions that were opened and closed again, by result after fees: won, lost, even.",
            ENGINE,
            STRATEGY,
            RESULT);
    static final Meter WIN_RATIO =
            Meter.each("ttquant_win_ratio", "ratio", "Won round trips out of all, from 0 to 1.", ENGINE, STRATEGY);
    static final Meter AVERAGE_WIN =
            Meter.each("ttquant_average_win", MONEY, "Average profit of the won round trips.", ENGINE, STRATEGY);
    static final Meter AVERAGE_LOSS = Meter.each(
            "ttquant_average_loss", MONEY, "Average loss of the lost round trips, positive.", ENGINE, STRATEGY);
    static final Meter SHARPE = Meter.each(
            "ttquant_sharpe_ratio",
            "ratio",
            "Sharpe ratio of the returns in the window, a year of 365 days, no risk-free rate.",
            ENGINE);
    static final Meter STRATEGY_SHARPE = Meter.each(
            "ttquant_strategy_sharpe_ratio",
            "ratio",
            "Sharpe ratio of a strategy's profit as a part of the account's equity.",
            ENGINE,
            STRATEGY);
    static final Meter SORTINO = Meter.each(
            "ttquant_sortino_ratio", "ratio", "Sortino ratio of the returns in the window, target 0.", ENGINE);
    static final Meter CALMAR = Meter.each(
            "ttquant_calmar_ratio", "ratio", "Yearly return over the largest drawdown, both of the window.", ENGINE);
    static final Meter VOLATILITY = Meter.each(
            "ttquant_volatility_ratio",
            "ratio",
            "Standard deviation of the returns in the window, for a year of 365 days.",
            ENGINE);
    static final Meter VAR = Meter.each(
            "ttquant_value_at_risk_ratio",
            "ratio",
            "Loss of one period that was not exceeded with the given confidence, as a part of the equity; historical.",
            ENGINE,
            CONFIDENCE);
    static final Meter CVAR = Meter.each(
            "ttquant_conditional_value_at_risk_ratio",
            "ratio",
            "Average loss of the periods that lost at least the value at risk, as a part of the equity.",
            ENGINE,
            CONFIDENCE);
    static final Meter RETURNS = Meter.sum(
            "ttquant_returns_in_window",
            "returns",
            "Returns from which Sharpe ratio, value at risk and the like are made.",
            ENGINE);

    static final List<Meter> ALL = List.of(
            EQUITY,
            BALANCE,
            BALANCE_FREE,
            POSITION,
            POSITION_VALUE,
            POSITIONS,
            EXPOSURE,
            NET_EXPOSURE,
            PROFIT,
            REALIZED,
            UNREALIZED,
            FUNDING,
            DRAWDOWN,
            MAX_DRAWDOWN,
            DRAWDOWN_VALUE,
            MAX_DRAWDOWN_VALUE,
            STRATEGY_DRAWDOWN,
            ROUND_TRIPS,
            WIN_RATIO,
            AVERAGE_WIN,
            AVERAGE_LOSS,
            SHARPE,
            STRATEGY_SHARPE,
            SORTINO,
            CALMAR,
            VOLATILITY,
            VAR,
            CVAR,
            RETURNS);

    private PortfolioMeters() {}
}
