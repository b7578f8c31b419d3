/** The main job: reads the command line and the configuration, runs the strategies over the data, and writes the report. */
@NullMarked
package io.ttquant.examples.job;

import org.jspecify.annotations.NullMarked;
