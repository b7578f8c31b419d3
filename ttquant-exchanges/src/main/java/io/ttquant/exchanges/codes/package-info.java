/**
 * What the codes, HTTP statuses and order statuses of a venue mean for an order: one table per venue, read from a text beside its adapter. What is
 * not in a table is unknown.
 */
@NullMarked
package io.ttquant.exchanges.codes;

import org.jspecify.annotations.NullMarked;
