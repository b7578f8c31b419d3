package io.ttquant.architecture.offending.core.loop;

import io.ttquant.architecture.offending.core.loop.back.Second;

/** One half of a cycle. */
public record First(Second second) {}
