/** TTQuant as its users meet it: installed, outside of the reactor, through the BOM. */
@NullMarked
package io.ttquant.consumer;

import org.jspecify.annotations.NullMarked;
