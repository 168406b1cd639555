package io.leadloop.salesforce.sfdx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What one file of the package names, another one is. The vendor would say so only when it is deployed. */
class ReferencesTest {

    private static final Pattern OUR_FIELD = Pattern.compile("\\bLeadLoop_\\w+__c\\b");

    private static final Pattern TAG = Pattern.compile("<c-([\\w-]+)");
    private static final Pattern MODULE = Pattern.compile("from 'c/(\\w+)'");

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

    @Test
    void actionsTheFlowAndTemplatesNameComponentsThatAreThere() {
        TreeSet<String> named = new TreeSet<>();
        Metadata.all("quickActions", "-meta.xml").forEach(action -> named.add(action.get("lightningWebComponent")));
        Metadata.all("flows", "-meta.xml")
                .forEach(flow -> flow.below("extensionName")
                        .forEach(name ->
                                named.add(name.element().getTextContent().replace("c:", ""))));
        for (Path file : Metadata.files("lwc", ".html")) {
            TAG.matcher(Metadata.text(file)).results().forEach(tag -> named.add(camel(tag.group(1))));
        }
        for (Path file : Metadata.files("lwc", ".js")) {
            if (!file.toString().contains("__tests__")) {
                MODULE.matcher(Metadata.text(file)).results().forEach(module -> named.add(module.group(1)));
            }
        }

        assertThat(named)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(Metadata.HOME.resolve("lwc/" + name + "/" + name + ".js"))
                        .exists());
    }

    /** The schema of the vendor takes the configuration of targets for opaque, so its words are held here. */
    @Test
    void targetsAreConfiguredInTheVendorsWords() {
        for (Metadata bundle : Metadata.all("lwc", ".js-meta.xml")) {
            List<String> targets =
                    bundle.child("targets").map(each -> each.texts("target")).orElse(List.of());
            for (Metadata config : bundle.below("targetConfig")) {
                String target = config.element().getAttribute("targets");
                assertThat(targets).contains(target);
                assertThat(config.below("object").stream()
                                .map(each -> each.element().getTextContent()))
                        .isSubsetOf("Lead", "Contact");
                assertThat(config.below("supportedFormFactor").stream()
                                .map(each -> each.element().getAttribute("type")))
                        .isSubsetOf("Large", "Small");
                assertThat(config.texts("actionType")).isSubsetOf("ScreenAction", "Action");
                assertThat(config.below("property").stream()
                                .map(each -> each.element().getAttribute("type")))
                        .isSubsetOf("String[]", "String", "Boolean", "Integer");
            }
        }
    }

    private static String camel(String tag) {
        return Pattern.compile("-(\\w)")
                .matcher(tag)
                .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
    }
}
