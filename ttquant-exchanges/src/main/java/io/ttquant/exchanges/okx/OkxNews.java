package io.ttquant.exchanges.okx;

/**
 * Which part of the account a message tells of.
 *
 * @param event the venue's word for why, as {@code snapshot} or {@code filled}; empty if it does not say
 * @param page number of the page of a snapshot, from 1; 0 if the venue does not say
 * @param isLastPage whether the snapshot is whole after it; true if the venue does not say
 * @param tsEvent when it was sent or so, epoch nanoseconds; 0 if the venue does not say
 */
public record OkxNews(String event, int page, boolean isLastPage, long tsEvent) {
    /** Whether it is part of a snapshot, after whose last page what was not told is not there. */
    public boolean isSnapshot() {
        return event.equals("snapshot");
    }
}
