package io.ttquant.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each rule on classes that break it: a rule that cannot fail guards nothing. */
class HouseRulesCanFailTest {
    private static final String ROOT = "io.ttquant.architecture.offending";
    private static final JavaClasses OFFENDERS = new ClassFileImporter().importPackages(ROOT);
    private static final HouseRules RULES = HouseRules.under(ROOT);

    @Test
    void anApiThatNeedsMoreIsFound() {
        assertThat(findings(RULES.apiStandsAlone())).isNotEmpty().allMatch(text -> text.contains("NeedsMore"));
    }

    @Test
    void aCycleOfPackagesIsFound() {
        assertThat(findings(RULES.packagesAreFreeOfCycles()))
                .singleElement()
                .asString()
                .contains("First", "Second");
    }

    @ParameterizedTest
    @EnumSource
    void aTouchOfTheWorldIsFound(World world) {
        String packageOfOffender = ROOT + ".core." + world.name().toLowerCase(Locale.ROOT);

        assertThat(findings(RULES.onlyPortsTouch(world)))
                .isNotEmpty()
                .allMatch(text -> text.contains(packageOfOffender));
    }

    @ParameterizedTest
    @EnumSource
    void aPortMayTouchIt(World world) {
        String port = "core." + world.name().toLowerCase(Locale.ROOT);

        assertThat(findings(RULES.onlyPortsTouch(world, port))).isEmpty();
    }

    @Test
    void aReferenceToTheClockIsFoundLikeACall() {
        assertThat(findings(RULES.onlyPortsTouch(World.CLOCK)))
                .anyMatch(text -> text.contains("Instant.now"))
                .anyMatch(text -> text.contains("System.nanoTime"));
    }

    @Test
    void aDoubleInStateIsFoundInAnArrayToo() {
        assertThat(findings(RULES.stateIsExact())).singleElement().asString().contains("Inexact.amounts");
    }

    @Test
    void aDoubleThatIsNoNamedViewIsFound() {
        assertThat(findings(RULES.doublesAreViewsOnly()))
                .singleElement()
                .asString()
                .contains("Inexact.amount()");
    }

    @Test
    void aNameThatSaysNothingIsFound() {
        assertThat(findings(RULES.namesSayWhatThingsAre()))
                .singleElement()
                .asString()
                .contains("OrderManager");
    }

    @Test
    void anUnmarkedPackageIsFound() {
        assertThat(findings(RULES.packagesAreNullMarked()))
                .singleElement()
                .asString()
                .contains("Vague");
    }

    private static List<String> findings(ArchRule rule) {
        return rule.evaluate(OFFENDERS).getFailureReport().getDetails();
    }
}
