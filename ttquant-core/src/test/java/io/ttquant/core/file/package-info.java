@NullMarked
package io.ttquant.core.file;

import org.jspecify.annotations.NullMarked;
