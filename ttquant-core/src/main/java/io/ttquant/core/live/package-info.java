/** What drives an engine by real time: the loop of its thread, and the clock of the machine. */
@NullMarked
package io.ttquant.core.live;

import org.jspecify.annotations.NullMarked;
