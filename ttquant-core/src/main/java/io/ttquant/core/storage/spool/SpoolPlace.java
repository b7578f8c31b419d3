package io.ttquant.core.storage.spool;

/**
 * Where a batch is in a spool.
 *
 * @param file its file
 * @param from its first byte there
 * @param length of its bytes
 * @param check CRC-32C of its bytes
 * @param entries how many entries it holds
 * @param sinceMillis since when the oldest of them waits, epoch milliseconds
 */
public record SpoolPlace(SpoolSegment file, long from, int length, int check, int entries, long sinceMillis) {}
