package io.ttquant.clients;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/** All steps of a run, printed as one table a venue when all tests are through, and written to {@code target/clients.md} or where it is said. */
public final class StepTable implements TestExecutionListener {
    private static final List<Step> STEPS = new ArrayList<>();

    /** JUnit makes it. */
    public StepTable() {}

    /** Adds what became of a step. */
    static synchronized void add(Step step) {
        STEPS.add(step);
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        String text = text();
        if (!text.isEmpty()) {
            System.out.println(text);
            try {
                Files.writeString(Path.of(System.getProperty("clients.table", "target/clients.md")), text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static synchronized String text() {
        return distinct(STEPS.stream().map(Step::venue).sorted().toList()).stream()
                .map(StepTable::table)
                .collect(Collectors.joining("\n"));
    }

    private static String table(String venue) {
        List<Step> steps =
                STEPS.stream().filter(step -> step.venue().equals(venue)).toList();
        Set<String> clients = distinct(steps.stream().map(Step::client).sorted().toList());
        Set<String> names = distinct(steps.stream().map(Step::name).toList());
        StringBuilder text = new StringBuilder("\n| " + venue + " |");
        clients.forEach(client -> text.append(' ').append(client).append(" |"));
        text.append("\n|---|").append("---|".repeat(clients.size())).append('\n');
        for (String name : names) {
            text.append("| ").append(name).append(" |");
            clients.forEach(client ->
                    text.append(' ').append(mark(steps, client, name)).append(" |"));
            text.append('\n');
        }
        steps.stream()
                .filter(step -> step.end() != Step.End.PASSED)
                .forEach(step -> text.append(
                        "\n" + step.client() + ", " + step.name() + ", " + step.end().mark() + ": " + step.reason()));
        return text.append('\n').toString();
    }

    private static String mark(List<Step> steps, String client, String name) {
        return steps.stream()
                .filter(step -> step.client().equals(client) && step.name().equals(name))
                .map(step -> step.end().mark())
                .collect(Collectors.joining(" "));
    }

    private static Set<String> distinct(List<String> all) {
        return new LinkedHashSet<>(all);
    }
}
