/** What one does with a store from the command line: import, export, verify, compact, describe. */
@NullMarked
package io.ttquant.examples.store;

import org.jspecify.annotations.NullMarked;
