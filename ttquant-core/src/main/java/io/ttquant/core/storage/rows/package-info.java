/** Events as rows, and rows as events. */
@NullMarked
package io.ttquant.core.storage.rows;

import org.jspecify.annotations.NullMarked;
