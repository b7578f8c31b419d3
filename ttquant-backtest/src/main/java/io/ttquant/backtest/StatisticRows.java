package io.ttquant.backtest;

import io.ttquant.backtest.statistics.Statistic;
import io.ttquant.backtest.statistics.Statistic.Unit;
import java.util.ArrayList;
import java.util.List;

/** Collects the figures of a group: what is finite is a number, the rest gets its reason. */
final class StatisticRows {
    private final String group;
    private final List<Statistic> rows = new ArrayList<>();

    StatisticRows(String group) {
        this.group = group;
    }

    List<Statistic> list() {
        return rows;
    }

    StatisticRows number(String key, String name, double number, String formula, String reason) {
        return add(Unit.NUMBER, key, name, number, formula, reason);
    }

    StatisticRows count(String key, String name, long number, String formula) {
        return add(Unit.COUNT, key, name, (double) number, formula, "");
    }

    /** How many, where that may not be known. */
    StatisticRows count(String key, String name, double number, String formula, String reason) {
        return add(Unit.COUNT, key, name, number, formula, reason);
    }

    StatisticRows percent(String key, String name, double ratio, String formula, String reason) {
        return add(Unit.PERCENT, key, name, ratio, formula, reason);
    }

    StatisticRows signedPercent(String key, String name, double ratio, String formula, String reason) {
        return add(Unit.SIGNED_PERCENT, key, name, ratio, formula, reason);
    }

    StatisticRows money(String key, String name, double amount, String formula, String reason) {
        return add(Unit.MONEY, key, name, amount, formula, reason);
    }

    StatisticRows signedMoney(String key, String name, double amount, String formula, String reason) {
        return add(Unit.SIGNED_MONEY, key, name, amount, formula, reason);
    }

    StatisticRows duration(String key, String name, double nanos, String formula, String reason) {
        return add(Unit.DURATION, key, name, nanos, formula, reason);
    }

    StatisticRows time(String key, String name, double seconds, String formula, String reason) {
        return add(Unit.TIME, key, name, seconds, formula, reason);
    }

    private StatisticRows add(Unit unit, String key, String name, double number, String formula, String reason) {
        rows.add(
                Double.isFinite(number)
                        ? Statistic.of(key, group, name, unit, number, formula)
                        : Statistic.unavailable(key, group, name, unit, formula, reason));
        return this;
    }
}
