package io.ttquant.core.risk;

/**
 * That the kill switch was tripped.
 *
 * @param reason why
 * @param who tripped it
 * @param tsEvent when, epoch nanoseconds of the engine
 */
public record KillLatch(String reason, String who, long tsEvent) {}
