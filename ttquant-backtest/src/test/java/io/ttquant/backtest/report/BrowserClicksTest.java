package io.ttquant.backtest.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a browser without a window, clicked and photographed. */
class BrowserClicksTest {
    private static final int MINUTES = 60_000;
    private static final double HOUR = 3_600_000;

    @TempDir
    Path folder;

    private Chromium chromium;

    @BeforeEach
    void findABrowser() {
        var found = Chromium.find(folder);
        Assumptions.assumeTrue(
                found.isPresent(),
                "no chromium on the PATH and none named by -Dttquant.chromium: the page is not clicked");
        chromium = found.orElseThrow();
    }

    @Test
    void zoomsAllChartsWhenTheWheelTurnsOverOne() throws Exception {
        String document = click("""
                await ranges('before');
                const canvas = one('#equity-chart canvas');
                const box = canvas.getBoundingClientRect();
                for (let i = 0; i < 6; i++) {
                  canvas.dispatchEvent(new WheelEvent('wheel', { deltaY: -240, clientX: box.left + box.width / 2, clientY: box.top + 60, bubbles: true, cancelable: true }));
                  await wait(50);
                }
                await ranges('after');
                """);
        assertThat(span(document, "after-equity-chart")).isLessThan(span(document, "before-equity-chart") * 3 / 4);
        assertLinked(document, "after");
    }

    @Test
    void zoomsMovesAndShowsAllByKeys() throws Exception {
        String document = click("""
                const chart = one('#price');
                chart.focus();
                await ranges('before');
                press('+', chart); press('+', chart);
                await ranges('zoomed');
                press('ArrowLeft', chart);
                await ranges('moved');
                press('-', chart);
                await ranges('wider');
                press('0', chart);
                await ranges('all');
                """);
        double before = span(document, "before-price");
        assertThat((double) span(document, "zoomed-price")).isCloseTo(before / 4, within(before * 0.02));
        assertThat((double) span(document, "wider-price")).isCloseTo(before / 2, within(before * 0.02));
        assertThat((double) span(document, "all-price")).isCloseTo(before, within(before * 0.05));
        assertThat(ClickedPage.range(document, "moved-price")[0])
                .isLessThan(ClickedPage.range(document, "zoomed-price")[0]);
        for (String step : new String[] {"zoomed", "moved", "wider"}) {
            assertLinked(document, step);
        }
    }

    @Test
    void showsAStretchChosenByItsButtonEverywhere() throws Exception {
        String document = click("""
                named('#ranges', '1W').click();
                await ranges('week');
                note('pressed', named('#ranges', '1W').getAttribute('aria-pressed'));
                """);
        assertThat((double) span(document, "week-price")).isCloseTo(7 * 24 * HOUR, within(12 * HOUR));
        assertLinked(document, "week");
        assertThat(ClickedPage.note(document, "pressed")).isEqualTo("true");
    }

    @Test
    void goesFromAStrategyToItsFiguresAndToItsFillsOnTheChart() throws Exception {
        String document = click("""
                [...document.querySelectorAll('#strategies a')].find((link) => link.textContent === 'momentum-eth').click();
                await wait(300);
                note('tab', one('#strategy-parts [aria-selected=true]').textContent);
                note('panel', one('#strategy-panel').textContent);
                named('#strategy-panel', 'Show its fills on the chart').click();
                await wait(500);
                note('filter', one('#strategy-filter').value);
                note('instrument', one('#instruments [aria-selected=true]').textContent);
                named('#instrument-parts', 'binance:BTCUSDT').click();
                note('other', one('#instrument-panel').textContent);
                named('#instrument-panel', 'By side').click();
                note('side', one('#instrument-groups').textContent);
                """);
        assertThat(ClickedPage.note(document, "tab")).isEqualTo("momentum-eth");
        assertThat(ClickedPage.note(document, "panel")).contains("−288.10").contains("momentum-eth closed no trade.");
        assertThat(ClickedPage.note(document, "filter")).isEqualTo("momentum-eth");
        assertThat(ClickedPage.note(document, "instrument")).isEqualTo("okx:ETH-USDT");
        assertThat(ClickedPage.note(document, "other")).contains("+1,616.38");
        assertThat(ClickedPage.note(document, "side")).contains("long");
    }

    @Test
    void goesFromADotToItsTradeAndTurnsTheLightsOff() throws Exception {
        String document = click("""
                named('#excursion-axis', 'In its favour (MFE)').click();
                note('axis', one('#excursions .axis').textContent);
                one('#excursions circle').dispatchEvent(new MouseEvent('click', { bubbles: true }));
                await wait(300);
                note('trade', one('#selected strong').textContent);
                one('#trades-table tbody tr:nth-child(2)').click();
                await wait(300);
                note('row', one('#selected strong').textContent);
                one('#theme').click();
                note('bars', document.querySelectorAll('#distribution rect').length);
                note('costs', one('#costs-table').textContent);
                note('comparison', one('#comparison-table').textContent);
                """);
        assertThat(ClickedPage.note(document, "axis")).contains("MFE");
        assertThat(ClickedPage.note(document, "trade")).startsWith("Trade ");
        assertThat(ClickedPage.note(document, "row")).startsWith("Trade ");
        assertThat(document.substring(0, 400)).contains("data-theme=\"dark\"");
        assertThat(Integer.parseInt(ClickedPage.note(document, "bars"))).isGreaterThan(3);
        assertThat(ClickedPage.note(document, "costs")).contains("USDT");
        assertThat(ClickedPage.note(document, "comparison"))
                .contains("−18.40 pp")
                .contains("n/a");
    }

    @Test
    void isPhotographedInTheLightAndInTheDarkOnALaptopAndOnAPhone() throws Exception {
        Path page = ReportFiles.write(DemoReport.of(MINUTES), folder);
        Path target = Path.of("target", "report-photographs");
        photograph(page, "#theme=light", 1280, 7500, target.resolve("laptop-light.png"));
        photograph(page, "#theme=dark", 1280, 7500, target.resolve("laptop-dark.png"));
        photograph(page, "#theme=light", 500, 10_000, target.resolve("phone-light.png"));
        photograph(page, "#theme=dark", 500, 10_000, target.resolve("phone-dark.png"));
    }

    private void photograph(Path page, String fragment, int width, int height, Path picture) throws Exception {
        Files.deleteIfExists(picture);
        chromium.photograph(page, fragment, width, height, picture);
        assertThat(Files.size(picture)).isGreaterThan(50_000);
    }

    private String click(String script) throws Exception {
        Path page = ClickedPage.write(DemoReport.of(MINUTES), script, folder.resolve("clicked.html"));
        String document = chromium.document(page, "", 1280, 900);
        assertThat(ClickedPage.note(document, "error")).isEmpty();
        assertThat(ClickedPage.note(document, "clicked")).isEqualTo("true");
        return document;
    }

    /** All charts show the same stretch, but for what the coarser samples of one cannot tell apart. */
    private static void assertLinked(String document, String step) {
        long[] price = ClickedPage.range(document, step + "-price");
        double tolerance = Math.max((price[1] - price[0]) * 0.02, HOUR);
        for (String chart : new String[] {"equity-chart", "analysis-chart"}) {
            long[] other = ClickedPage.range(document, step + "-" + chart);
            assertThat((double) other[0]).as(step + " " + chart).isCloseTo(price[0], within(tolerance));
            assertThat((double) other[1]).as(step + " " + chart).isCloseTo(price[1], within(tolerance));
        }
    }

    private static long span(String document, String name) {
        long[] range = ClickedPage.range(document, name);
        return range[1] - range[0];
    }
}
