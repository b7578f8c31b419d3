/** The state of orders: identity, life cycle, and the rules an order must keep before it leaves. */
@NullMarked
package io.ttquant.core.order;

import org.jspecify.annotations.NullMarked;
