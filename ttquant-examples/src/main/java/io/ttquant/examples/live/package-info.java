/** What the mains of live trading do: strategies on paper and live, recording, downloading. Threads are made here and nowhere else. */
@NullMarked
package io.ttquant.examples.live;

import org.jspecify.annotations.NullMarked;
