/**
 * Conformance suites for those who write an exchange, a storage or a metrics export of their own. Extend one in a test, say what it is to test, and JUnit runs its
 * numbered cases; a failure names the case and the rule that was broken. What ships with TTQuant passes them too.
 */
@NullMarked
package io.ttquant.backtest.junit.conformance;

import org.jspecify.annotations.NullMarked;
