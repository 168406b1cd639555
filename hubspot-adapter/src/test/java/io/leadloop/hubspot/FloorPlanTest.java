package io.leadloop.hubspot;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class FloorPlanTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.leadloop.hubspot");

    @Test
    void ofOursOnlyTheContractIsUsed() {
        noClasses()
                .that()
                .resideInAPackage("io.leadloop.hubspot..")
                .should()
                .dependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.describe(
                        "are ours, but neither words, failures nor the contract",
                        type -> type.getPackageName().startsWith("io.leadloop.")
                                && !type.getPackageName()
                                        .matches("io\\.leadloop\\.(hubspot|canonical|failure|spi)(\\..*)?")))
                .check(CLASSES);
    }

    @Test
    void noFrameworkComesIn() {
        noClasses()
                .that()
                .resideInAPackage("io.leadloop.hubspot..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "com.fasterxml.jackson.databind..", "io.micrometer..")
                .check(CLASSES);
    }
}
