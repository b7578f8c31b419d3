/** Finds providers of exchanges, storage and metrics by their ids. */
@NullMarked
package io.ttquant.core.provider;

import org.jspecify.annotations.NullMarked;
