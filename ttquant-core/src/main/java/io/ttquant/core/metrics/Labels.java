package io.ttquant.core.metrics;

/** Names of labels, and the value that stands for what is above the limit on series. */
final class Labels {
    /** The engine, which is the id of its venue in a run that was configured. */
    static final String ENGINE = "engine";

    static final String MODE = "mode";
    static final String STRATEGY = "strategy";
    static final String INSTRUMENT = "instrument";
    static final String KIND = "kind";
    static final String STATE = "state";
    static final String SIDE = "side";
    static final String OUTCOME = "outcome";
    static final String REASON = "reason";
    static final String LIQUIDITY = "liquidity";
    static final String CURRENCY = "currency";
    static final String RESULT = "result";
    static final String CONFIDENCE = "confidence";
    static final String CAUSE = "cause";
    static final String SCOPE = "scope";
    static final String RULE = "rule";
    static final String GUARD = "guard";
    static final String QUOTA = "quota";
    static final String STORE = "store";
    static final String AREA = "area";
    static final String COLLECTOR = "collector";

    /** Stands for all that is above the limit. */
    static final String OTHER = "other";

    /** The scope that is no strategy's. */
    static final String ACCOUNT = "account";

    private Labels() {}
}
