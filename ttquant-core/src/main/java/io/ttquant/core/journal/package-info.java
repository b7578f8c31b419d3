/**
 * The journal: an append-only record of every input of an engine, in the order in which it took them, with what it did in answer; and the replay, which
 * gives the inputs to an engine that is built the same way and compares what that one does.
 */
@NullMarked
package io.ttquant.core.journal;

import org.jspecify.annotations.NullMarked;
