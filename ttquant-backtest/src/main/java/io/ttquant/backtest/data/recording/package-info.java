/** Recorded streams as venues send and archive them: quotes, order books, trades. A format is one small class. */
@NullMarked
package io.ttquant.backtest.data.recording;

import org.jspecify.annotations.NullMarked;
