/** What storage needs of a database: connections, batches that may be applied again, columns that are read in chunks, migrations. */
@NullMarked
package io.ttquant.core.storage.database;

import org.jspecify.annotations.NullMarked;
