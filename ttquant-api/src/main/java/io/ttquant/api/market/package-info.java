/** Instruments and what markets say about them: trades, quotes, bars, books, funding, marks, status. */
@NullMarked
package io.ttquant.api.market;

import org.jspecify.annotations.NullMarked;
