/** Keeps what an engine does: a tap on its road that costs it a few objects, and made into entries elsewhere. */
@NullMarked
package io.ttquant.core.storage.tap;

import org.jspecify.annotations.NullMarked;
