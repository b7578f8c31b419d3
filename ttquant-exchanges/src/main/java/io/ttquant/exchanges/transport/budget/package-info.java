/** Budgets of requests: nothing is sent that the venue would count above its limits, and cancels keep a share. */
@NullMarked
package io.ttquant.exchanges.transport.budget;

import org.jspecify.annotations.NullMarked;
