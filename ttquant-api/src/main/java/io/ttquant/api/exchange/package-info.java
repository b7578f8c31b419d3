/**
 * What an exchange provider implements, and the ports through which market data and execution reports reach an engine. All calls
 * into and out of an engine come on the engine's thread.
 */
@NullMarked
package io.ttquant.api.exchange;

import org.jspecify.annotations.NullMarked;
