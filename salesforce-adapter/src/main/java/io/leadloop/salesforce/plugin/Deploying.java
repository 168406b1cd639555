package io.leadloop.salesforce.plugin;

import io.leadloop.failure.CallFailed;
import io.leadloop.failure.Failure;
import io.leadloop.failure.FailureKind;
import java.time.Duration;
import java.util.function.Consumer;
import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Sends a package and asks until Salesforce is done with it. It applies all or nothing. */
final class Deploying {

    private static final String PATH = "/metadata/deployRequest";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Questions in a row without an answer, after which we stop asking. */
    private static final int PATIENCE = 8;

    private static final int LONGEST = 1_800;

    private final SalesforceRest rest;
    private final Consumer<Duration> pause;
    private final Duration between;

    /** @param between two questions */
    Deploying(SalesforceRest rest, Consumer<Duration> pause, Duration between) {
        this.rest = rest;
        this.pause = pause;
        this.between = between;
    }

    /**
     * Fails with UNKNOWN_OUTCOME if the answer was lost, or the deployment goes on without us.
     *
     * @param progress takes each state that differs from the one before
     */
    Deployment run(PackageZip zip, boolean checkOnly, Consumer<String> progress) {
        String id = rest.post(PATH, request(zip.bytes(), checkOnly)).path("id").asString("");
        String said = "";
        for (int question = 0; question < LONGEST; question++) {
            Deployment now = ask(id);
            if (!now.line().equals(said)) {
                said = now.line();
                progress.accept(said);
            }
            if (now.done()) {
                return now;
            }
            pause.accept(between);
        }
        throw lost();
    }

    private Deployment ask(String id) {
        for (int tries = 1; ; tries++) {
            try {
                return Deployment.of(rest.get(PATH + "/" + id + "?includeDetails=true"));
            } catch (CallFailed e) {
                boolean passes = e.failure().kind() == FailureKind.TRANSIENT
                        || e.failure().kind() == FailureKind.THROTTLED;
                if (!passes) {
                    throw e;
                }
                if (tries == PATIENCE) {
                    throw lost();
                }
                pause.accept(between.multipliedBy(tries));
            }
        }
    }

    private static CallFailed lost() {
        return new CallFailed(Failure.of(
                FailureKind.UNKNOWN_OUTCOME,
                "DEPLOY_NOT_SEEN",
                "Salesforce goes on with the deployment without being watched (Setup, Deployment Status)."
                        + " Run the command again: what is there stays as it is."));
    }

    private static HttpEntity request(byte[] zip, boolean checkOnly) {
        ObjectNode whole = JSON.createObjectNode();
        whole.putObject("deployOptions")
                .put("allowMissingFiles", false)
                .put("autoUpdatePackage", false)
                .put("checkOnly", checkOnly)
                .put("ignoreWarnings", true)
                .put("performRetrieve", false)
                .put("purgeOnDelete", false)
                .put("rollbackOnError", true)
                .put("singlePackage", true)
                .put("testLevel", "NoTestRun");
        return MultipartEntityBuilder.create()
                .addBinaryBody("file", zip, ContentType.create("application/zip"), "package.zip")
                .addTextBody("entity_content", whole.toString(), ContentType.APPLICATION_JSON)
                .build();
    }
}
