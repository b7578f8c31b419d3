/** What Flight Recorder, which every JDK has, can keep of a loop. */
@NullMarked
package io.ttquant.core.live.recording;

import org.jspecify.annotations.NullMarked;
