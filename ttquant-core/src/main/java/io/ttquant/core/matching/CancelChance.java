package io.ttquant.core.matching;

/** The chance that a cancel came from behind us, given what is behind and ahead; from 0 to 1. Ratios come first, so that no power overflows. */
enum CancelChance {
    POWER("power") {
        @Override
        double behind(double ahead, double behind, double n) {
            return behind == 0 ? 0 : 1 / (1 + StrictMath.pow(ahead / behind, n));
        }
    },
    LOG("log") {
        @Override
        double behind(double ahead, double behind, double n) {
            double back = StrictMath.log1p(behind);
            return back / (back + StrictMath.log1p(ahead));
        }
    },
    POWER_2("power_2") {
        @Override
        double behind(double ahead, double behind, double n) {
            return StrictMath.pow(behind / (behind + ahead), n);
        }
    },
    LOG_2("log_2") {
        @Override
        double behind(double ahead, double behind, double n) {
            return StrictMath.log1p(behind) / StrictMath.log1p(behind + ahead);
        }
    },
    POWER_3("power_3") {
        @Override
        double behind(double ahead, double behind, double n) {
            return 1 - StrictMath.pow(ahead / (ahead + behind), n);
        }
    };

    static final double HIGHEST_EXPONENT = 100;

    final String text;

    CancelChance(String text) {
        this.text = text;
    }

    /**
     * The chance.
     *
     * @param ahead in units of quantity, not negative
     * @param behind in units of quantity, not negative; one of the two is above 0
     */
    abstract double behind(double ahead, double behind, double n);

    boolean hasExponent() {
        return this != LOG && this != LOG_2;
    }

    static double requireExponent(String name, double n) {
        if (!(n > 0 && n <= HIGHEST_EXPONENT)) {
            throw new IllegalArgumentException("queue model " + name + " has the exponent " + n
                    + ", which must be above 0 and at most 100; 1 to 5 are usual");
        }
        return n;
    }
}
