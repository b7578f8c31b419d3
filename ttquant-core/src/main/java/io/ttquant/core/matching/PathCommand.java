package io.ttquant.core.matching;

/**
 * A cancel or an amendment that arrived inside a bar, of whose path nobody knew then how far it had come.
 *
 * @param nanos when it arrived
 * @param priority its place among all that arrived at that time
 * @param isBuy the side of its order
 * @param action does what it asks for, or says that its order is not open any more
 */
record PathCommand(long nanos, long priority, boolean isBuy, Runnable action) {}
