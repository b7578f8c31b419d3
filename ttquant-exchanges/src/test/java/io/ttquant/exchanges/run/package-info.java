@NullMarked
package io.ttquant.exchanges.run;

import org.jspecify.annotations.NullMarked;
