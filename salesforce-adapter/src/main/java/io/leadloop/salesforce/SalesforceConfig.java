package io.leadloop.salesforce;

import io.leadloop.canonical.ConnectionId;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One org to talk to.
 *
 * @param url where tokens are asked for: the org's My Domain address; data calls go where the token answer says
 * @param expectedOrgId 15 or 18 characters; a login into another org is refused as MISCONFIGURED
 * @param connectTimeout until a connection stands
 * @param answerTimeout the longest silence while waiting for an answer; Salesforce lets a query run for 2 minutes
 * @param overlap how far below its watermark a poll reads again; Salesforce stamps rows when they are written and shows
 *     them at commit, so rows can appear below the watermark (salesforce.md 4.2)
 * @param recycleBin how long Salesforce keeps deleted rows readable (15 days); a cursor that was not polled for longer
 *     may have missed deletions and gives a gap
 * @param assignmentRules whether the org's own lead assignment rule runs when a lead is created; it never runs on update
 * @param push address of the Pub/Sub API; empty for polling alone
 */
public record SalesforceConfig(
        ConnectionId connection,
        URI url,
        SalesforceCredentials credentials,
        Optional<String> expectedOrgId,
        Duration connectTimeout,
        Duration answerTimeout,
        Duration overlap,
        Duration recycleBin,
        boolean assignmentRules,
        Optional<URI> push) {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    /**
     * With the defaults: no expected org, 10 s, 130 s, 2 min, 15 days, no assignment rules, no
     * push.
     */
    public static SalesforceConfig of(ConnectionId connection, URI url, SalesforceCredentials credentials) {
        return new SalesforceConfig(
                connection,
                url,
                credentials,
                Optional.empty(),
                Duration.ofSeconds(10),
                Duration.ofSeconds(130),
                Duration.ofMinutes(2),
                Duration.ofDays(15),
                false,
                Optional.empty());
    }

    /** The same with change events from there. */
    public SalesforceConfig withPush(URI address) {
        return new SalesforceConfig(
                connection,
                url,
                credentials,
                expectedOrgId,
                connectTimeout,
                answerTimeout,
                overlap,
                recycleBin,
                assignmentRules,
                Optional.of(address));
    }

    /** All that is wrong, one sentence each; empty if the adapter can be made. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (!isSafe(url)) {
            problems.add("the address must start with https:// (http only for this machine) and name a host");
        } else if (!url.getRawPath().replace("/", "").isEmpty()
                || url.getRawQuery() != null
                || url.getRawUserInfo() != null) {
            problems.add("the address must be scheme and host only, such as https://acme.my.salesforce.com");
        }
        push.filter(address -> !isSafe(address))
                .ifPresent(address -> problems.add(
                        "the address for push must start with https:// (http only for this machine) and name a host"));
        problems.addAll(credentials.problems());
        expectedOrgId
                .filter(id -> !id.matches("00D[A-Za-z0-9]{12}([A-Za-z0-9]{3})?"))
                .ifPresent(id -> problems.add("the expected org id must be 15 or 18 characters and start with 00D"));
        require(
                !connectTimeout.isNegative() && !connectTimeout.isZero(),
                "the connect timeout must be above zero",
                problems);
        require(
                !answerTimeout.isNegative() && !answerTimeout.isZero(),
                "the answer timeout must be above zero",
                problems);
        require(!overlap.isNegative(), "the overlap must not be negative", problems);
        require(recycleBin.compareTo(overlap) > 0, "the recycle bin time must be longer than the overlap", problems);
        return problems;
    }

    /** Whether it is on this machine, as simulators are. */
    boolean isLoopback() {
        return url.getHost() != null && LOOPBACK.contains(url.getHost());
    }

    /** Whether a token may travel to this address. */
    static boolean isSafe(URI address) {
        String host = address.getHost();
        return host != null
                && ("https".equalsIgnoreCase(address.getScheme())
                        || ("http".equalsIgnoreCase(address.getScheme()) && LOOPBACK.contains(host)));
    }

    private static void require(boolean holds, String problem, List<String> problems) {
        if (!holds) {
            problems.add(problem);
        }
    }
}
