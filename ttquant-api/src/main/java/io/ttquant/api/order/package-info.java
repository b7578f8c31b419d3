/** Orders: what is asked for, what becomes of it, and the one table of states and transitions. */
@NullMarked
package io.ttquant.api.order;

import org.jspecify.annotations.NullMarked;
