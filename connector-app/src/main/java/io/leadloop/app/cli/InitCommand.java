package io.leadloop.app.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "init",
        description = "Writes leadloop.yaml; asks for what no option gives.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  leadloop init",
            "  leadloop init --salesforce-url https://acme--uat.sandbox.my.salesforce.com --time-zone Europe/Berlin"
        })
final class InitCommand implements Callable<Integer> {

    @Mixin
    private final Common common = new Common();

    @Option(names = "--salesforce-url", paramLabel = "URL", description = "The org's My Domain address.")
    private @Nullable String salesforce;

    @Option(names = "--org-id", paramLabel = "ID", description = "Any other org is refused.")
    private @Nullable String org;

    @Option(names = "--portal-id", paramLabel = "ID", description = "Any other HubSpot portal is refused.")
    private @Nullable String portal;

    @Option(names = "--time-zone", paramLabel = "ZONE", description = "Where sales works, such as Europe/Berlin.")
    private @Nullable String zone;

    @Option(names = "--working-hours", paramLabel = "HOURS", description = "Monday to Friday, such as 09:00-17:30.")
    private @Nullable String hours;

    @Option(names = "--force", description = "Replaces a file that is there.")
    private boolean force;

    @Override
    public Integer call() throws IOException {
        Path file = common.config();
        if (Files.exists(file) && !force) {
            throw Complaint.input("There is a configuration already", file.toString(), "Add --force to replace it");
        }
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("url", ask(in, salesforce, "Salesforce address", "https://acme.my.salesforce.com"));
        answers.put("org", ask(in, org, "Salesforce org id (empty: any)", ""));
        answers.put("portal", ask(in, portal, "HubSpot portal id (empty: any)", ""));
        answers.put("zone", ask(in, zone, "Time zone of sales", "UTC"));
        answers.put("hours", ask(in, hours, "Working hours, Monday to Friday", "09:00-17:30"));
        Optional<Path> folder = Optional.ofNullable(file.toAbsolutePath().getParent());
        if (folder.isPresent()) {
            Files.createDirectories(folder.get());
        }
        Files.writeString(file, text(answers));
        common.say("Wrote " + file + ". Set SF_CLIENT_ID, SF_CLIENT_SECRET and HUBSPOT_TOKEN, then:");
        common.say("  leadloop sync --once --dry-run      what a live run would write");
        common.show(Map.of("file", file.toString()));
        return ExitCode.OK;
    }

    private String ask(BufferedReader in, @Nullable String given, String question, String usual) throws IOException {
        if (given != null) {
            return given;
        }
        if (common.wantsJson() || System.console() == null) {
            return usual;
        }
        PrintWriter err = common.spec().commandLine().getErr();
        err.print(question + (usual.isEmpty() ? "" : " [" + usual + "]") + ": ");
        err.flush();
        String line = in.readLine();
        return line == null || line.isBlank() ? usual : line.trim();
    }

    private static String text(Map<String, String> answers) {
        String org = answers.getOrDefault("org", "");
        String portal = answers.getOrDefault("portal", "");
        return """
                # leadloop.yaml: written by "leadloop init"; secrets come from the environment or from files
                profile: full-sync
                mode: shadow              # shadow: read, plan, write nothing | live (set by "leadloop go-live")
                store: jdbc:h2:file:./data/leadloop
                time-zone: %s
                working-hours: { mon-fri: %s }

                connections:
                  crm:
                    vendor: salesforce
                    url: %s
                %s    auth: { flow: client-credentials, client-id: "${SF_CLIENT_ID}", client-secret: "${SF_CLIENT_SECRET}" }
                    poll: 60s
                    push: off             # Salesforce can tell at once: docs/admin-salesforce.md
                  marketing:
                    vendor: hubspot
                %s    auth: { flow: token, token: "${HUBSPOT_TOKEN}" }
                    poll: 60s
                    webhooks: off         # polling needs no public address

                people: { salesforce: leads-then-contacts, owner: crm-assignment-rules }
                qualify: { definition: mql }    # or: { when: "marketing.lifecyclestage == 'marketingqualifiedlead'" }
                safety: { max-creates-per-run: 25, max-updates-per-run: 500, on-first-sight: keep-both }
                http: { bind: 127.0.0.1, port: 8080 }
                """.formatted(
                        answers.getOrDefault("zone", ""),
                        answers.getOrDefault("hours", ""),
                        answers.getOrDefault("url", ""),
                        org.isEmpty() ? "" : "    expect-org-id: " + org + "\n",
                        portal.isEmpty() ? "" : "    expect-portal-id: " + portal + "\n");
    }
}
