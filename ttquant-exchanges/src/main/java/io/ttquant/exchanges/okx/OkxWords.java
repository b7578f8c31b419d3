package io.ttquant.exchanges.okx;

import io.ttquant.exchanges.json.Terms;
import java.util.Locale;

/** The words of OKX: those of the constants in small letters. */
final class OkxWords {
    static final Terms<OkxSide> SIDES = Terms.of(OkxSide.values(), OkxSide.UNKNOWN, OkxSide.UNKNOWN, OkxWords::small);
    static final Terms<OkxOrderState> STATES =
            Terms.of(OkxOrderState.values(), OkxOrderState.UNKNOWN, OkxOrderState.UNKNOWN, OkxWords::small);
    static final Terms<OkxAlgoState> ALGO_STATES =
            Terms.of(OkxAlgoState.values(), OkxAlgoState.UNKNOWN, OkxAlgoState.UNKNOWN, OkxWords::small);

    private OkxWords() {}

    private static String small(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
