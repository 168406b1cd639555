package io.leadloop.salesforce.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.salesforce.SimulatedOrg;
import io.leadloop.spi.InstallOrder;
import io.leadloop.spi.InstallReport;
import io.leadloop.spi.PartProblem;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong in a file is found here, with its place, before anything is sent. */
class BrokenPackageTest {

    private static final String COMMENT = "objects/Lead/fields/LeadLoop_Comment__c.field-meta.xml";

    private final SourceTree shipped = SourceTree.shipped();

    @Test
    void theShippedPackageHasNoMistake() {
        assertThat(problems(shipped)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    an unknown element           | objects/Lead/fields/LeadLoop_Comment__c.field-meta.xml                       | <label>                    | <lable/><label>                 | 'lable' is unknown in CustomField
                    a wrong word                 | objects/Lead/fields/LeadLoop_Comment__c.field-meta.xml                       | LongTextArea               | LongTextAreaX                   | 'LongTextAreaX' is no FieldType
                    a missing element            | objects/Lead/fields/LeadLoop_Comment__c.field-meta.xml                       | <length>32000</length>     | ~~                              | 'length' is missing
                    a word that is no boolean    | objects/Lead/fields/LeadLoop_Key__c.field-meta.xml                           | <unique>true               | <unique>yes                     | 'yes' is no boolean
                    an element twice             | objects/Lead/fields/LeadLoop_Key__c.field-meta.xml                           | <length>80</length>        | <length>80</length><length>80</length> | 'length' stands twice in CustomField
                    XML that is not closed       | objects/Lead/fields/LeadLoop_Key__c.field-meta.xml                           | </CustomField>             | ~~                              | This is not well-formed XML
                    a value set that is not here | objects/Lead/fields/LeadLoop_Reason__c.field-meta.xml                        | <valueSetName>LeadLoop_Reason | <valueSetName>Reasons        | The global value set Reasons is named
                    a right on no field          | permissionsets/LeadLoop_Rep.permissionset-meta.xml                           | Lead.LeadLoop_Receipt__c   | Lead.LeadLoop_Recipt__c         | The field Lead.LeadLoop_Recipt__c is named
                    a rule about no field        | objects/Lead/validationRules/LeadLoop_Require_Reason.validationRule-meta.xml | ISBLANK(LeadLoop_Receipt__c) | ISBLANK(LeadLoop_Got__c)      | The field Lead.LeadLoop_Got__c is named
                    an action without component  | quickActions/Lead.LeadLoop_Answer.quickAction-meta.xml                       | leadLoopAnswerAction       | leadLoopAnswerAktion            | The lwc leadLoopAnswerAktion is named
                    a form factor of nobody      | lwc/leadLoopPanel/leadLoopPanel.js-meta.xml                                  | type="Small"               | type="Tiny"                     | 'Tiny' is no supportedFormFactor
                    settings for no target       | lwc/leadLoopPanel/leadLoopPanel.js-meta.xml                                  | <target>lightning__RecordPage</target> | <target>lightning__AppPage</target> | The settings for 'lightning__RecordPage' have no such target
                    a component's import         | lwc/leadLoopRecord/leadLoopRecord.js                                         | schema/Lead.LeadLoop_Cycle__c | schema/Lead.LeadLoop_Cycel__c | The field Lead.LeadLoop_Cycel__c is named
                    another name than its file's | objects/Lead/fields/LeadLoop_Key__c.field-meta.xml                           | <fullName>LeadLoop_Key__c  | <fullName>LeadLoop_Kee__c       | fullName is 'LeadLoop_Kee__c'
                    a report of no type          | reports/LeadLoop/LeadLoop_Unanswered.report-meta.xml                         | LeadLoop_Handoffs_with_Lead__c | LeadLoop_Handoffs__c        | The report type LeadLoop_Handoffs__c is named
                    """)
    void isFoundWithItsPlace(String name, String path, String right, String wrong, String what) {
        String text = shipped.text(path);
        assertThat(text).contains(right);

        List<PartProblem> problems = problems(shipped.with(path, text.replace(right, wrong == null ? "" : wrong)));

        assertThat(problems).as("%s", problems).anySatisfy(problem -> {
            assertThat(problem.what()).startsWith(what);
            assertThat(problem.where()).startsWith(path);
            assertThat(problem.fix()).isNotBlank();
        });
    }

    @Test
    void allProblemsAreToldAtOnceAndNothingIsSent() {
        SourceTree broken = shipped.with(COMMENT, shipped.text(COMMENT).replace("LongTextArea", "LongTextAreaX"))
                .with("objects/Lead/fields/Odd__c.field-meta.xml", "<CustomField/>")
                .with("permissionsets/Odd.permissionset-meta.xml", "<PermissionSet")
                .with("nowhere/Odd.thing-meta.xml", "<Thing/>");
        try (Bench bench = new Bench(SimulatedOrg.bare())) {
            InstallReport report = bench.plugin(broken).install(InstallOrder.plain(), bench.progress::add);

            assertThat(report.asked()).isFalse();
            assertThat(report.problems()).hasSizeGreaterThanOrEqualTo(4);
            assertThat(bench.progress).isEmpty();
        }
    }

    private static List<PartProblem> problems(SourceTree tree) {
        return SalesforcePlugin.check(new PackageSource(tree), Set.of());
    }
}
