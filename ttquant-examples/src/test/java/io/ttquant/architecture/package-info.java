/** What the house promises about its own code, checked on the compiled classes of all modules. */
@NullMarked
package io.ttquant.architecture;

import org.jspecify.annotations.NullMarked;
