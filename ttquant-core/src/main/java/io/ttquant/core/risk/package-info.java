/**
 * Limits on orders, positions and losses, per strategy and for the account. The rules here are functions of the order, what is open and held, and
 * the limits; the engine runs them under every clock, and acts on what they say.
 */
@NullMarked
package io.ttquant.core.risk;

import org.jspecify.annotations.NullMarked;
