/** What a simulated run takes for granted, said so that a reader can judge its result. */
@NullMarked
package io.ttquant.core.assumption;

import org.jspecify.annotations.NullMarked;
