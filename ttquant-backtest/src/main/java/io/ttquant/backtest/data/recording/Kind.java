package io.ttquant.backtest.data.recording;

/** What a message of a tape is. */
enum Kind {
    TRADE("trades"),
    QUOTE("quotes"),
    SNAPSHOT("book snapshots"),
    INCREMENT("book changes"),
    LOST("interruptions"),
    ORDERS("order events"),
    BAR("bars"),
    FUNDING("funding rates"),
    MARK("mark prices"),
    INDEX("index prices"),
    STATUS("changes of status");

    private static final Kind[] VALUES = values();

    private final String plural;

    Kind(String plural) {
        this.plural = plural;
    }

    static Kind of(long code) {
        return VALUES[(int) code];
    }

    /** How reports call several of them. */
    String plural() {
        return plural;
    }

    boolean isBook() {
        return this == SNAPSHOT || this == INCREMENT || this == LOST;
    }
}
