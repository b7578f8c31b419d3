/** Keeps what passes through an engine in a database: one schema, one asynchronous writer with a spool on disk, and one implementation for each kind of database. */
@NullMarked
package io.ttquant.core.storage;

import org.jspecify.annotations.NullMarked;
