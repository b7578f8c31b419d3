package io.ttquant.exchanges.okx.session;

import io.ttquant.exchanges.answer.VenueFill;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One id for each fill wherever it is told. The venue may leave the id of a trade out in one place and tell it in the other; the first that was told
 * stays. Answers tell the bill of a fill, by which two that are alike else are told apart; news do not.
 */
final class OkxFillIds {
    private static final int MOST = 10_000;
    private static final long NO_BILL = -1;

    private record Place(String orderId, long tsEvent, BigDecimal price, BigDecimal quantity) {
        static Place of(VenueFill f) {
            return new Place(
                    f.orderId(),
                    f.tsEvent(),
                    f.price().stripTrailingZeros(),
                    f.quantity().stripTrailingZeros());
        }
    }

    private static final class Told {
        final long id;
        long bill;
        boolean isHeard;

        Told(long id) {
            this.id = id;
            this.bill = NO_BILL;
        }

        boolean isOurs() {
            return id < 0;
        }
    }

    private final Map<Place, List<Told>> all = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, List<Told>> eldest) {
            return size() > MOST;
        }
    };

    /** A fill of the stream under the id that it was told with first. */
    VenueFill heard(VenueFill f) {
        List<Told> alike = alike(f);
        Told told = find(alike, f);
        for (Told other : alike) {
            told = told == null && other.isOurs() && !other.isHeard ? other : told;
        }
        Told its = told == null ? added(alike, f) : told;
        its.isHeard = true;
        return named(f, its.id);
    }

    /** A fill of an answer under the id that it was told with first. */
    VenueFill listed(VenueFill f) {
        List<Told> alike = alike(f);
        Told told = find(alike, f);
        for (Told other : alike) {
            boolean isIt = f.cursor() != NO_BILL && other.bill == f.cursor();
            boolean mayBe = f.tradeId() < 0 && !other.isOurs() && other.bill == NO_BILL;
            told = told == null && (isIt || mayBe) ? other : told;
        }
        Told its = told == null ? added(alike, f) : told;
        its.bill = f.cursor() == NO_BILL ? its.bill : f.cursor();
        return named(f, its.id);
    }

    private List<Told> alike(VenueFill f) {
        return all.computeIfAbsent(Place.of(f), any -> new ArrayList<>(1));
    }

    private static @Nullable Told find(List<Told> alike, VenueFill f) {
        for (Told told : alike) {
            if (told.id == f.tradeId()) {
                return told;
            }
        }
        return null;
    }

    private static Told added(List<Told> alike, VenueFill f) {
        Told added = new Told(f.tradeId());
        alike.add(added);
        return added;
    }

    private static VenueFill named(VenueFill f, long tradeId) {
        return tradeId == f.tradeId()
                ? f
                : new VenueFill(
                        f.symbol(),
                        tradeId,
                        f.orderId(),
                        f.clientId(),
                        f.side(),
                        f.positionSide(),
                        f.price(),
                        f.quantity(),
                        f.fee(),
                        f.isMaker(),
                        f.cursor(),
                        f.tsEvent());
    }
}
