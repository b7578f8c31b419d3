@NullMarked
package io.ttquant.core.storage.schema;

import org.jspecify.annotations.NullMarked;
