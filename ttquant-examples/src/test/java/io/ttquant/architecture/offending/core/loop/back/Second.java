package io.ttquant.architecture.offending.core.loop.back;

import io.ttquant.architecture.offending.core.loop.First;
import java.util.List;

/** The other half of a cycle. */
public record Second(List<First> firsts) {}
