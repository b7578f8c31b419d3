/** What the encoder of rows does, beside what a real server says; here, because the server is. */
@NullMarked
package io.ttquant.core.storage.postgresql;

import org.jspecify.annotations.NullMarked;
