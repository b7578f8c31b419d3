/** What engines on one machine tell each other by files. */
@NullMarked
package io.ttquant.core.file;

import org.jspecify.annotations.NullMarked;
