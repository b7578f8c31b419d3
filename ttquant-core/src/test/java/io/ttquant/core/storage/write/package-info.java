@NullMarked
package io.ttquant.core.storage.write;

import org.jspecify.annotations.NullMarked;
