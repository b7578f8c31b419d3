/**
 * What a derivatives account owes beside its fills: funding, margin, liquidation, interest. Pure arithmetic on raw values; the engine says when.
 */
@NullMarked
package io.ttquant.core.margin;

import org.jspecify.annotations.NullMarked;
