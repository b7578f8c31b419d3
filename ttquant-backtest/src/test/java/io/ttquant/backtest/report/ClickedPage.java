package io.ttquant.backtest.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page with a script at its end that clicks and notes what it sees in attributes of the root, so that the document tells about it. Needs no socket
 * and no protocol of the browser's.
 */
final class ClickedPage {
    /** Under virtual time a browser without a window draws a frame now and then only; so frames come by its timers, which keep that time. */
    private static final String FRAMES = """
            <head><script>
            window.requestAnimationFrame = (draw) => setTimeout(() => draw(performance.now()), 16);
            window.cancelAnimationFrame = clearTimeout;
            </script>
            """;

    private static final String START = """
            <script>
            (async function () {
              const root = document.documentElement;
              const note = (name, value) => { root.setAttribute('data-' + name, String(value)); };
              const one = (selector) => document.querySelector(selector);
              const wait = (ms) => new Promise((done) => setTimeout(done, ms));
              const press = (key, on) => on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
              const named = (box, text) => [...document.querySelectorAll(box + ' button')].find((button) => button.textContent === text);
              const ranges = async (name) => {
                await wait(300);
                document.dispatchEvent(new Event('ranges'));
                for (const id of ['price', 'equity-chart', 'analysis-chart']) note(name + '-' + id, document.getElementById(id).dataset.range);
              };
              const complain = console.error;
              console.error = (...what) => { note('error', what.join(' ')); complain(...what); };
              for (let i = 0; i < 100 && !root.dataset.complete; i++) await wait(50);
            """;
    private static final String END = """

              note('clicked', true);
            })();
            </script>
            </body>
            """;

    private ClickedPage() {}

    /** Writes the page of a model with a script that may await; returns the file. */
    static Path write(ReportModel model, String script, Path file) throws IOException {
        String page = HtmlReportTest.page(model).replaceFirst("<head>", FRAMES);
        int end = page.lastIndexOf("</body>");
        Files.writeString(file, page.substring(0, end) + START + script + END + "</html>");
        return file;
    }

    /** What the script noted. */
    static String note(String document, String name) {
        String head = document.substring(0, document.indexOf("<head"));
        Matcher found = Pattern.compile(" data-" + name + "=\"([^\"]*)\"").matcher(head);
        return found.find() ? found.group(1) : "";
    }

    /** The two ends of a range that was noted, in milliseconds. */
    static long[] range(String document, String name) {
        String[] ends = note(document, name).split(" ");
        return new long[] {Long.parseLong(ends[0]), Long.parseLong(ends[1])};
    }
}
