/** Storages over real servers, with what may befall them. */
@NullMarked
package io.ttquant.storage;

import org.jspecify.annotations.NullMarked;
