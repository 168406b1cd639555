package io.leadloop.salesforce.sfdx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What one file of the package names, another one is. The vendor would say so only when it is deployed. */
class ReferencesTest {

    private static final Pattern OUR_FIELD = Pattern.compile("\\bLeadLoop_\\w+__c\\b");

    @Test
    void everyFieldAndObjectThatIsNamedAnywhereIsThere() {
        TreeSet<String> known = new TreeSet<>();
        Metadata.files("objects", ".field-meta.xml")
                .forEach(file -> known.add(file.getFileName().toString().replace(".field-meta.xml", "")));
        Metadata.files("objects", ".object-meta.xml")
                .forEach(file -> known.add(file.getFileName().toString().replace(".object-meta.xml", "")));

        for (Path file : Stream.of("-meta.xml", ".js", ".html")
                .flatMap(ending -> Metadata.files("", ending).stream())
                .toList()) {
            assertThat(OUR_FIELD
                            .matcher(Metadata.text(file)
                                    .replace("__cUpdate", "__c")
                                    .replace("__cCreate", "__c"))
                            .results()
                            .map(MatchResult::group)
                            // a report calls its report type by its name with this ending
                            .filter(name -> !name.equals("LeadLoop_Handoffs_with_Lead__c")))
                    .as(file.toString())
                    .isSubsetOf(known);
        }
    }

    @Test
    void everyFieldRightIsOnAFieldThatThePackageBringsToThatObject() {
        for (Metadata set : Metadata.all("permissionsets", "-meta.xml")) {
            for (Metadata right : set.children("fieldPermissions")) {
                String[] name = right.get("field").split("\\.");
                assertThat(Metadata.HOME.resolve("objects/" + name[0] + "/fields/" + name[1] + ".field-meta.xml"))
                        .exists();
            }
        }
    }

    @Test
    void everyValueSetIsThere() {
        for (Metadata field : Metadata.all("objects", ".field-meta.xml")) {
            field.child("valueSet")
                    .map(set -> set.get("valueSetName"))
                    .filter(name -> !name.isEmpty())
                    .ifPresent(name -> assertThat(
                                    Metadata.HOME.resolve("globalValueSets/" + name + ".globalValueSet-meta.xml"))
                            .exists());
        }
    }

    @Test
    void reportsNameTheReportTypeAndTheDashboardNamesReports() {
        assertThat(Metadata.all("reports", ".report-meta.xml"))
                .isNotEmpty()
                .allMatch(report -> report.get("reportType").equals("LeadLoop_Handoffs_with_Lead__c"));
        List<String> columns =
                Metadata.at("reportTypes/LeadLoop_Handoffs_with_Lead.reportType-meta.xml").below("columns").stream()
                        .map(column -> column.get("field"))
                        .toList();
        for (Metadata report : Metadata.all("reports", ".report-meta.xml")) {
            assertThat(report.below("field").stream()
                            .map(field -> field.element().getTextContent())
                            .map(name -> name.replace("LeadLoop_Handoff__c$", "")
                                    .replace("LeadLoop_Handoff__c.", "")
                                    .replace('$', '.')))
                    .as(report.get("name"))
                    .isSubsetOf(columns);
        }
        assertThat(Metadata.at("dashboards/LeadLoop/LeadLoop_Overview.dashboard-meta.xml")
                        .below("report"))
                .isNotEmpty()
                .allSatisfy(report -> assertThat(Metadata.HOME.resolve(
                                "reports/" + report.element().getTextContent() + ".report-meta.xml"))
                        .exists());
    }

    @Test
    void theListButtonOpensTheFlow() {
        String url = Metadata.at("objects/Lead/webLinks/LeadLoop_Reject_Selected.webLink-meta.xml")
                .get("url");
        String flow = url.replaceAll("^/flow/(\\w+)\\?.*", "$1");

        assertThat(Files.exists(Metadata.HOME.resolve("flows/" + flow + ".flow-meta.xml")))
                .as(url)
                .isTrue();
    }
}
