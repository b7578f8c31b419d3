/** The main job. */
@NullMarked
package io.ttquant.examples;

import org.jspecify.annotations.NullMarked;
