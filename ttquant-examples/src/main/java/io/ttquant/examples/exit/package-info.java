/** Stop-loss and take-profit shared by the example strategies. */
@NullMarked
package io.ttquant.examples.exit;

import org.jspecify.annotations.NullMarked;
