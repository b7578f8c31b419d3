package io.ttquant.exchanges.transport.stream;

/** What happens to a channel's messages while a new connection takes over from an old one, and both carry the channel. */
public enum Handover {
    /** Both are passed on: messages carry ids by which the receiver drops what it had. For trades, orders, increments with ids. */
    MERGE,
    /** The old one is passed on until the first message of the new one: for channels that start with a snapshot, and whole snapshots. */
    SWITCH
}
