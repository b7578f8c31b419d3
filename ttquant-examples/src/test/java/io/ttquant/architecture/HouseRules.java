package io.ttquant.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rules, for a tree of packages under any root: {@code io.ttquant} for the code itself, another root for the classes that show that
 * each rule can fail.
 */
final class HouseRules {
    private static final String FORBIDDEN_NAMES =
            ".*(Impl|Utils?|Manager|Helper|(?<!In)Base)(\\$.*)?|(.*\\.)?(Base|Abstract)[A-Z].*";
    private static final List<String> MODULES_WITHOUT_WORLD = List.of("api", "core", "exchanges", "backtest");
    private static final List<String> EXACT_STATE = List.of("api.order", "api.account", "core.order", "core.portfolio");
    private static final List<String> DOUBLE_VIEWS =
            List.of("price", "quantity", "averagePrice", "total", "free", "equity");

    private final String root;

    private HouseRules(String root) {
        this.root = root;
    }

    static HouseRules under(String root) {
        return new HouseRules(root);
    }

    ArchRule apiStandsAlone() {
        return classes()
                .that()
                .resideInAPackage(tree("api"))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(tree("api"), "java..", "org.slf4j..", "org.jspecify..")
                .because("whoever writes a strategy gets the JDK, SLF4J and JSpecify, and nothing else");
    }

    ArchRule packagesAreFreeOfCycles() {
        return slices().matching(root + ".(**)").should().beFreeOfCycles();
    }

    /** Only the given packages, relative to the root, may touch that part of the world. */
    ArchRule onlyPortsTouch(World world, String... ports) {
        return noClasses()
                .that()
                .resideInAnyPackage(trees(MODULES_WITHOUT_WORLD.stream()))
                .and()
                .resideOutsideOfPackages(trees(Arrays.stream(ports)))
                .should(new TouchTheWorld(world))
                .because("the engine is a function of its inputs; ports are " + Arrays.toString(ports));
    }

    ArchRule stateIsExact() {
        return fields().that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(trees(EXACT_STATE.stream()))
                .should(FloatingPoint.notBeHeld())
                .because("no double in an order, a fill, a balance or a position");
    }

    ArchRule doublesAreViewsOnly() {
        return methods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(trees(EXACT_STATE.stream()))
                .and()
                .haveNameNotMatching(String.join("|", DOUBLE_VIEWS))
                .should(FloatingPoint.notBeReturned())
                .because("only the views " + DOUBLE_VIEWS + " give the double nearest to an exact value");
    }

    ArchRule namesSayWhatThingsAre() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .haveNameMatching(FORBIDDEN_NAMES)
                .because("such a name says where a class stands, not what it is");
    }

    ArchRule packagesAreNullMarked() {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should(new NullMarkedPackage())
                .because("null is never meant unless @Nullable says so");
    }

    private String[] trees(Stream<String> packages) {
        return packages.map(this::tree).toArray(String[]::new);
    }

    private String tree(String relative) {
        return root + "." + relative + "..";
    }
}
