package io.ttquant.core.journal;

import io.ttquant.api.market.Instrument;

/** Where entries go: to the file, or to a replay that compares them. An entry is begun, written to, ended; then what it tells of may be entered and left. */
interface Entries {
    /** Begins an entry; one at a time. */
    FrameBuffer begin(EntryKind kind);

    /** The entry is whole. */
    void end();

    /** What the entry tells of begins. */
    void enter();

    /** It is over. */
    void leave();

    /** The number of an instrument; to be asked before the entry that names it is begun. */
    int number(Instrument instrument);
}
