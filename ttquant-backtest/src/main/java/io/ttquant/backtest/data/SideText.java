package io.ttquant.backtest.data;

import io.ttquant.api.market.AggressorSide;

/** Who crossed the spread, as venues write it. */
final class SideText {
    private static final String[] WORDS = {"true", "false", "buy", "sell", "1", "0", "t", "f", "b", "s"};
    private static final AggressorSide[] SIDES = {
        AggressorSide.SELLER, AggressorSide.BUYER, AggressorSide.BUYER, AggressorSide.SELLER,
        AggressorSide.SELLER, AggressorSide.BUYER, AggressorSide.SELLER, AggressorSide.BUYER,
        AggressorSide.BUYER, AggressorSide.SELLER
    };

    private SideText() {}

    /** The ordinal of the {@link AggressorSide}, or -1. */
    static int code(byte[] bytes, int start, int end) {
        for (int i = 0; i < WORDS.length; i++) {
            if (isWord(WORDS[i], bytes, start, end)) {
                return SIDES[i].ordinal();
            }
        }
        return -1;
    }

    private static boolean isWord(String word, byte[] bytes, int start, int end) {
        int n = word.length();
        if (end - start != n) {
            return false;
        }
        for (int i = 0; i < n; i++) {
            // Clearing bit 5 makes ASCII letters upper case; it maps no digit to a letter.
            if (((bytes[start + i] ^ word.charAt(i)) & ~0x20) != 0) {
                return false;
            }
        }
        return true;
    }
}
