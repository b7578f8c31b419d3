@NullMarked
package io.ttquant.core.storage.spool;

import org.jspecify.annotations.NullMarked;
