/** Classes that break a rule on purpose. */
@NullMarked
package io.ttquant.architecture.offending.core.loop;

import org.jspecify.annotations.NullMarked;
