/** The one event loop, its builder and its life cycle. */
@NullMarked
package io.ttquant.core.engine;

import org.jspecify.annotations.NullMarked;
