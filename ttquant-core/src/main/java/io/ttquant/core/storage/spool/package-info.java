/** Batches on disk, for as long as the database does not take them: checked, forced, bounded. */
@NullMarked
package io.ttquant.core.storage.spool;

import org.jspecify.annotations.NullMarked;
