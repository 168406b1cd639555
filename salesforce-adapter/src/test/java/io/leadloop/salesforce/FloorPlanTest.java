package io.leadloop.salesforce;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.leadloop.salesforce", importOptions = ImportOption.DoNotIncludeTests.class)
final class FloorPlanTest {

    @ArchTest
    static final ArchRule theAdapterKnowsItsVendorAndTheContractOnly = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("io.leadloop..")
                    .and(not(resideInAnyPackage(
                            "io.leadloop.canonical",
                            "io.leadloop.failure",
                            "io.leadloop.spi",
                            "io.leadloop.salesforce.."))));

    @ArchTest
    static final ArchRule outsidersSeeTheAdapterAndItsConfiguration =
            classes().that().arePublic().and().areTopLevelClasses().should().haveSimpleNameStartingWith("Salesforce");
}
