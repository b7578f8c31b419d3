package io.ttquant.examples.indicators;

import io.ttquant.api.market.Bar;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** A part of a picture: prices or figures over the same hours. */
final class Pane {
    static final int STEP = 4;
    static final int WIDTH = Sample.DRAWN * STEP;
    private static final List<String> COLOURS = List.of("#2f81f7", "#e08c00", "#2da44e", "#e5534b", "#a371f7");

    private final StringBuilder svg = new StringBuilder();
    private final List<Series> lines;
    private final double top;
    private final double bottom;
    private final Scale scale;

    /** A pane between two heights, wide enough for the lines and for these figures. */
    Pane(List<Series> lines, DoubleStream others, double top, double bottom) {
        this.lines = lines;
        this.top = top;
        this.bottom = bottom;
        this.scale =
                Scale.of(DoubleStream.concat(others, lines.stream().flatMapToDouble(Series::numbers)), top, bottom);
    }

    /** Frame and figures beside it: these levels, or round figures where there are none. */
    Pane axes(List<BigDecimal> levels) {
        for (BigDecimal level : levels.isEmpty() ? scale.ticks() : levels) {
            String y = scale.y(level.doubleValue());
            svg.append("<path d=\"M0 ").append(y).append('H').append(WIDTH);
            svg.append(levels.isEmpty() ? "\" opacity=\".25\"/>" : "\" stroke-dasharray=\"3 3\" opacity=\".8\"/>");
            text(WIDTH + 5, Scale.tenths(Double.parseDouble(y) + 3.5), "", Scale.label(level));
        }
        svg.append("<path d=\"M0 ").append(Scale.tenths(top)).append('V').append(Scale.tenths(bottom));
        svg.append('H').append(WIDTH).append("\"/>\n");
        return this;
    }

    /** Bars from low to high. */
    Pane ranges(List<Bar> bars) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < bars.size(); i++) {
            path.append('M').append(x(i)).append(' ').append(scale.y(bars.get(i).high()));
            path.append('V').append(scale.y(bars.get(i).low()));
        }
        return path(path, "stroke-width=\"2\" opacity=\".7\"");
    }

    /** A grey line of closes. */
    Pane closes(List<Bar> bars) {
        double[] closes = bars.stream().mapToDouble(Bar::close).toArray();
        return path(line(new Series("", Series.Style.LINE, closes)), "stroke-width=\"1.2\"");
    }

    /** The lines in their colours. */
    Pane lines() {
        for (int i = 0; i < lines.size(); i++) {
            String colour = "stroke=\"" + colour(i) + "\"";
            Series line = lines.get(i);
            switch (line.style()) {
                case LINE -> path(line(line), colour + " stroke-width=\"1.5\"");
                case LEVEL -> path(levels(line), colour + " stroke-width=\"1.5\"");
                case DOTS -> path(dots(line), colour + " stroke-width=\"2.6\" stroke-linecap=\"round\"");
                case COLUMNS -> path(columns(line), colour + " stroke-width=\"2.4\" opacity=\".75\"");
            }
        }
        return this;
    }

    /** The names of the lines, above the pane at its right end. */
    Pane legend() {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            names.append("<tspan fill=\"").append(colour(i)).append("\" dx=\"8\">");
            names.append(lines.get(i).name()).append("</tspan>");
        }
        return text(WIDTH, Scale.tenths(top - 5), " text-anchor=\"end\"", names.toString());
    }

    Pane title(String title) {
        return text(0, Scale.tenths(top - 5), " font-weight=\"bold\"", title);
    }

    String svg() {
        return svg.toString();
    }

    private static String colour(int line) {
        return COLOURS.get(line);
    }

    private static int x(int bar) {
        return (bar * STEP) + (STEP / 2);
    }

    private StringBuilder line(Series line) {
        StringBuilder path = new StringBuilder();
        boolean isDown = false;
        for (int i = 0; i < line.values().length; i++) {
            boolean isThere = !Double.isNaN(line.values()[i]);
            if (isThere) {
                path.append(isDown ? " " : "M").append(x(i)).append(' ').append(scale.y(line.values()[i]));
            }
            isDown = isThere;
        }
        return path;
    }

    private StringBuilder levels(Series line) {
        StringBuilder path = new StringBuilder();
        double before = Double.NaN;
        for (int i = 0; i < line.values().length; i++) {
            double now = line.values()[i];
            if (Double.compare(now, before) != 0) {
                path.append(i > 0 && !Double.isNaN(before) ? "H" + (i * STEP) : "");
                path.append(Double.isNaN(now) ? "" : "M" + (i * STEP) + " " + scale.y(now));
            }
            before = now;
        }
        return path.append(Double.isNaN(before) ? "" : "H" + WIDTH);
    }

    private StringBuilder dots(Series line) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < line.values().length; i++) {
            if (!Double.isNaN(line.values()[i])) {
                path.append('M')
                        .append(x(i))
                        .append(' ')
                        .append(scale.y(line.values()[i]))
                        .append("h0");
            }
        }
        return path;
    }

    private StringBuilder columns(Series line) {
        StringBuilder path = new StringBuilder();
        String zero = scale.y(0);
        for (int i = 0; i < line.values().length; i++) {
            if (!Double.isNaN(line.values()[i])) {
                path.append('M')
                        .append(x(i))
                        .append(' ')
                        .append(zero)
                        .append('V')
                        .append(scale.y(line.values()[i]));
            }
        }
        return path;
    }

    private Pane path(CharSequence path, String style) {
        svg.append("<path d=\"").append(path).append("\" ").append(style).append("/>\n");
        return this;
    }

    private Pane text(int x, String y, String style, String text) {
        svg.append(String.format(
                Locale.ROOT, "<text x=\"%d\" y=\"%s\"%s stroke=\"none\" fill=\"#888\">%s</text>\n", x, y, style, text));
        return this;
    }
}
