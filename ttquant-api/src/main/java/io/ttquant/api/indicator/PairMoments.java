package io.ttquant.api.indicator;

/** Means, sums of squared deviations and sum of products of deviations of a set of pairs, built pair by pair; as {@link RollingMoments}. */
final class PairMoments {
    private double count;
    double meanX;
    double meanY;
    double squaresX;
    double squaresY;
    double products;

    void clear() {
        set(0, 0, 0, 0, 0, 0);
    }

    void set(double n, double mx, double my, double sx, double sy, double p) {
        count = n;
        meanX = mx;
        meanY = my;
        squaresX = sx;
        squaresY = sy;
        products = p;
    }

    void add(double x, double y) {
        count++;
        double dx = x - meanX;
        double dy = y - meanY;
        double share = 1 / count;
        meanX += dx * share;
        meanY += dy * share;
        squaresX += dx * (x - meanX);
        squaresY += dy * (y - meanY);
        products += dx * (y - meanY);
    }

    /** This set with these moments of {@code n} others. */
    void join(PairMoments head, double n, double mx, double my, double sx, double sy, double p) {
        double all = head.count + n;
        double dx = head.count == 0 ? 0 : head.meanX - mx;
        double dy = head.count == 0 ? 0 : head.meanY - my;
        double share = head.count / all;
        double weight = share * n;
        set(
                all,
                mx + dx * share,
                my + dy * share,
                sx + head.squaresX + dx * dx * weight,
                sy + head.squaresY + dy * dy * weight,
                p + head.products + dx * dy * weight);
    }

    /** Copies another. */
    void copy(PairMoments other) {
        set(other.count, other.meanX, other.meanY, other.squaresX, other.squaresY, other.products);
    }
}
