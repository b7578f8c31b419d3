/** Journals in files. */
@NullMarked
package io.ttquant.core.journal.file;

import org.jspecify.annotations.NullMarked;
