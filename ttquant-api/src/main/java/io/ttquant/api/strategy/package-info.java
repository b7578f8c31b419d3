/** What a strategy is: the class to extend, its context, its subscriptions, and the annotations of its parameters. */
@NullMarked
package io.ttquant.api.strategy;

import org.jspecify.annotations.NullMarked;
