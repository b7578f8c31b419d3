/** Reads back what was kept. */
@NullMarked
package io.ttquant.core.storage.read;

import org.jspecify.annotations.NullMarked;
