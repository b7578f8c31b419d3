package io.ttquant.exchanges.emulator.exchange;

/**
 * What was refused and why.
 *
 * @param reason for programs
 * @param text for people, with the values and the rule
 */
public record Refusal(RefusalReason reason, String text) {}
