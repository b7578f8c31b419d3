/** Storage in one SQLite file, which needs no set-up and which other programs can read meanwhile. */
@NullMarked
package io.ttquant.core.storage.sqlite;

import org.jspecify.annotations.NullMarked;
