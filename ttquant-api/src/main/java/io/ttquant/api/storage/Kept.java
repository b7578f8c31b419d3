package io.ttquant.api.storage;

/**
 * Market data as it was kept.
 *
 * @param event what happened
 * @param number the number under which it was given
 * @param <T> its kind
 */
public record Kept<T>(T event, long number) {}
