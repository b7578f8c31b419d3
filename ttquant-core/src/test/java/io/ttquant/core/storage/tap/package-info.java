@NullMarked
package io.ttquant.core.storage.tap;

import org.jspecify.annotations.NullMarked;
