package io.leadloop.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.leadloop.app", importOptions = ImportOption.DoNotIncludeTests.class)
class FloorPlanTest {

    @ArchTest
    static final ArchRule ONLY_THE_FLOW_KNOWS_SPRING_INTEGRATION = noClasses()
            .that()
            .resideOutsideOfPackage("io.leadloop.app.flow..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework.integration..");

    @ArchTest
    static final ArchRule ONLY_FLOW_AND_HTTP_KNOW_A_SPRING_CONTEXT = noClasses()
            .that()
            .resideOutsideOfPackages("io.leadloop.app.flow..", "io.leadloop.app.http..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework.context..");

    @ArchTest
    static final ArchRule ONLY_HTTP_KNOWS_THE_WEB = noClasses()
            .that()
            .resideOutsideOfPackage("io.leadloop.app.http..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta.servlet..",
                    "org.apache.catalina..",
                    "org.springframework.boot..",
                    "org.springframework.http..",
                    "org.springframework.security..",
                    "org.springframework.web..");

    @ArchTest
    static final ArchRule ONLY_METRICS_KNOWS_MICROMETER = noClasses()
            .that()
            .resideOutsideOfPackage("io.leadloop.app.metrics..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.micrometer..");

    @ArchTest
    static final ArchRule ONLY_THE_STORE_KNOWS_JDBC = noClasses()
            .that()
            .resideOutsideOfPackage("io.leadloop.app.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.springframework.jdbc..", "org.flywaydb..");

    @ArchTest
    static final ArchRule ONLY_THE_COMMAND_LINE_KNOWS_PICOCLI = noClasses()
            .that()
            .resideOutsideOfPackages("io.leadloop.app.cli..", "io.leadloop.app")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule NOTHING_BEHIND_THE_COMMAND_LINE_KNOWS_IT = classes()
            .that()
            .resideInAPackage("io.leadloop.app.cli..")
            .should()
            .onlyHaveDependentClassesThat()
            .resideInAnyPackage("io.leadloop.app.cli..", "io.leadloop.app");

    @ArchTest
    static final ArchRule WHAT_OPERATES_THE_PROGRAM_IS_KNOWN_BY_THE_COMMAND_LINE_ALONE = classes()
            .that()
            .resideInAnyPackage("io.leadloop.app.doctor..", "io.leadloop.app.backup..", "io.leadloop.app.bundle..")
            .should()
            .onlyHaveDependentClassesThat()
            .resideInAnyPackage(
                    "io.leadloop.app.doctor..",
                    "io.leadloop.app.backup..",
                    "io.leadloop.app.bundle..",
                    "io.leadloop.app.cli..");

    @ArchTest
    static final ArchRule VENDORS_ARE_KNOWN_BY_CONFIGURATION_AND_WIRING_ALONE = noClasses()
            .that()
            .resideOutsideOfPackages("io.leadloop.app.config..", "io.leadloop.app.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.leadloop.salesforce..", "io.leadloop.hubspot..");
}
