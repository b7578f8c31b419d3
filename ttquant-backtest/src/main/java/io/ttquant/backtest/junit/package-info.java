/**
 * Tests of strategies with JUnit 5 and AssertJ, which a project that uses this package brings along: markets written by hand, a runner, faults, assertions
 * whose failures say what happened, and checks that a strategy does not look ahead.
 */
@NullMarked
package io.ttquant.backtest.junit;

import org.jspecify.annotations.NullMarked;
