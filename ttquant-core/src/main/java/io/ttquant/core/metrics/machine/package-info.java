/** What is asked of the computer's file system. */
@NullMarked
package io.ttquant.core.metrics.machine;

import org.jspecify.annotations.NullMarked;
