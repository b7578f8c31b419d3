package io.ttquant.examples.indicators;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** A page of docs/indicators: indicators of one kind. */
enum Family {
    AVERAGES("Averages", Averages::pictures),
    MOMENTUM("Momentum", Oscillators::pictures),
    TREND("Trend", Trends::pictures),
    VOLATILITY("Volatility", Volatilities::pictures),
    STATISTICS("Statistics", Statistics::pictures),
    VOLUME("Volume", Volumes::pictures);

    private final String title;
    private final Supplier<List<Picture>> pictures;

    Family(String title, Supplier<List<Picture>> pictures) {
        this.title = title;
        this.pictures = pictures;
    }

    /** New ones: a picture is drawn once. */
    List<Picture> pictures() {
        return pictures.get();
    }

    String file() {
        return name().toLowerCase(Locale.ROOT) + ".md";
    }

    String page() {
        StringBuilder page = new StringBuilder("# " + title + "\n\n");
        page.append(
                "One market in all pictures: hourly bars, made up; grey bars reach from low to high, a grey line is the close. What is said of each is its\n");
        page.append(
                "Javadoc. Both are made from the code by `IndicatorPagesTest`. [All indicators](../indicators.md) in tables, with conventions.\n");
        for (Picture picture : pictures()) {
            String code = "`" + picture.code() + "`";
            page.append("\n## ").append(picture.name()).append("\n\n");
            page.append("![")
                    .append(picture.code())
                    .append("](")
                    .append(picture.file())
                    .append(")\n\n");
            page.append("Made with ")
                    .append(code)
                    .append("; ready after ")
                    .append(picture.warmUp())
                    .append(".\n\n");
            page.append(ClassComment.of(picture.name())).append('\n');
        }
        return page.toString();
    }
}
