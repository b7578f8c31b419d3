package io.ttquant.backtest.data;

import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.data.Finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Puts counts into words. */
final class QualityFindings {
    /** From this share of missing bars on, a gap is a warning. */
    private static final double MANY_MISSING = 0.001;

    private final QualityCounts c;
    private final List<Finding> findings = new ArrayList<>();

    private QualityFindings(QualityCounts counts) {
        this.c = counts;
    }

    static DataQuality of(SourceFile file, InstrumentId instrument, @Nullable String bars, QualityCounts c) {
        QualityFindings words = new QualityFindings(c);
        words.common();
        if (bars == null) {
            words.trades();
        } else {
            words.bars();
        }
        return new DataQuality(
                file.name(),
                file.format().name(),
                instrument,
                bars == null ? "trades" : bars + " bars",
                c.rows,
                c.firstNanos,
                c.lastNanos,
                c.gaps,
                c.missing,
                c.longestGap,
                c.duplicates,
                c.outOfOrder,
                c.outliers,
                c.largestMove,
                c.zeroVolume,
                c.openOutside + c.closeOutside,
                c.shortBars,
                words.findings);
    }

    private void common() {
        add("duplicates", Severity.NOTE, c.duplicates, "rows that repeat the one before exactly, dropped");
        add(
                "disorder",
                Severity.NOTE,
                c.outOfOrder,
                c.isReversed ? "newest first, turned round" : "rows that stood too late, put in order");
        String move = String.format(
                Locale.ROOT, "largest move %.2f %% at %s", c.largestMove * 100, EpochNanos.format(c.largestMoveNanos));
        findings.add(new Finding("outliers", c.outliers == 0 ? Severity.FINE : Severity.WARNING, c.outliers, move));
        addIfAny("overlap", c.overlapping, "bars that another file has too, dropped");
        addIfAny("missing before", c.missingBefore, "bars missing between the file before and this one");
        addIfAny(
                "unit changes",
                c.unitChanges,
                "the unit of the stamps changes inside the file; each was read in its own");
    }

    private void bars() {
        boolean isMany = c.missing > (c.rows + c.missing) * MANY_MISSING;
        add("gaps", isMany ? Severity.WARNING : Severity.NOTE, c.gaps, c.missing + " bars missing, " + c.longest());
        add("zero volume", Severity.NOTE, c.zeroVolume, c.hasVolume ? "" : "the file has no volume");
        add("open outside low and high", Severity.NOTE, c.openOutside, "kept as the venue states it");
        add("close outside low and high", Severity.WARNING, c.closeOutside, "kept as the file states it");
        addIfAny(
                "short bars",
                c.shortBars,
                "ended early as the venue states it, first at " + EpochNanos.format(c.shortBarNanos)
                        + "; seen by strategies at the end of the interval");
        addIfAny("rounded volumes", c.roundedVolumes, "had more decimals than are kept; rounded half to even");
        addIfAny("unfinished bars", c.unfinished, "dropped");
        addIfAny("off the grid", c.offGrid, "bars that start between two multiples of the interval");
    }

    private void trades() {
        add("gaps", Severity.WARNING, c.gaps, c.missing + " trade numbers missing, " + c.longest());
    }

    private void add(String check, Severity severity, long count, String detail) {
        findings.add(
                count == 0 ? new Finding(check, Severity.FINE, 0, "") : new Finding(check, severity, count, detail));
    }

    private void addIfAny(String check, long count, String detail) {
        if (count > 0) {
            findings.add(new Finding(check, Severity.NOTE, count, detail));
        }
    }
}
