/** Classes that break a rule on purpose. */
@NullMarked
package io.ttquant.architecture.offending.api.market;

import org.jspecify.annotations.NullMarked;
