/** Storage in PostgreSQL, and in TimescaleDB where the server has it. */
@NullMarked
package io.ttquant.core.storage.postgresql;

import org.jspecify.annotations.NullMarked;
