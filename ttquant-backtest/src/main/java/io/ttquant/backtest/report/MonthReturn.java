package io.ttquant.backtest.report;

/**
 * The return of one calendar month (UTC).
 *
 * @param year the year
 * @param month the month, 1 to 12
 * @param ratio equity at the month's end / equity at its start − 1; NaN if it cannot be computed
 */
public record MonthReturn(int year, int month, double ratio) {}
