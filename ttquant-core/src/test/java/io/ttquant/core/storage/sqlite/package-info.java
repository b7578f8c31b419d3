@NullMarked
package io.ttquant.core.storage.sqlite;

import org.jspecify.annotations.NullMarked;
