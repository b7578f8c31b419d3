/** Classes that break a rule on purpose. */
@NullMarked
package io.ttquant.architecture.offending.core.naming;

import org.jspecify.annotations.NullMarked;
