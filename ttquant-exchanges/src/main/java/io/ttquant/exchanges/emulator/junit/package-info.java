/** A local exchange in JUnit tests. JUnit is needed by users of this package only. */
@NullMarked
package io.ttquant.exchanges.emulator.junit;

import org.jspecify.annotations.NullMarked;
