/**
 * What people see of a result: one HTML page that needs no network, exports as CSV and JSON, a console summary, and
 * progress while a run lasts.
 *
 * <p>The package reads nothing but its own {@link io.ttquant.backtest.report.ReportModel}, so a report can be made of any
 * result, not only of a backtest's.
 */
@NullMarked
package io.ttquant.backtest.report;

import org.jspecify.annotations.NullMarked;
