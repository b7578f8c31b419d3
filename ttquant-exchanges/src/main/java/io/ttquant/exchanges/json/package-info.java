/**
 * JSON read from bytes without an object tree: names, symbols and decimals are found where they stand, and nothing is allocated on the way. Internal
 * to TTQuant's adapters.
 */
@NullMarked
package io.ttquant.exchanges.json;

import org.jspecify.annotations.NullMarked;
