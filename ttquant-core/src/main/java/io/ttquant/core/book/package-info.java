/**
 * Order books: by price level ({@link io.ttquant.core.book.L2Book}) and by order ({@link io.ttquant.core.book.L3Book}), and the venues'
 * rules that say whether an increment follows the last one ({@link io.ttquant.core.book.SequencedBook}).
 */
@NullMarked
package io.ttquant.core.book;

import org.jspecify.annotations.NullMarked;
