package io.ttquant.core.risk;

/**
 * That a guard's limit was reached.
 *
 * @param guard which
 * @param action what is to happen
 * @param message a sentence with the numbers
 */
public record Trip(Guard guard, GuardAction action, String message) {}
