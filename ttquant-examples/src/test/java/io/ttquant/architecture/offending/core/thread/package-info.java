/** Classes that break a rule on purpose. */
@NullMarked
package io.ttquant.architecture.offending.core.thread;

import org.jspecify.annotations.NullMarked;
