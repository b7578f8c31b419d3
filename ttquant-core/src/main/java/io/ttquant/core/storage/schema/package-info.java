/** The tables as data, and how each kind of database spells them. */
@NullMarked
package io.ttquant.core.storage.schema;

import org.jspecify.annotations.NullMarked;
