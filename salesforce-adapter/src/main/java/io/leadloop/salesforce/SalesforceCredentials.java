package io.leadloop.salesforce;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How the connector proves who it is. Prints without secrets. */
public sealed interface SalesforceCredentials {

    /** What is wrong, one sentence each; empty if they can be tried. */
    List<String> problems();

    /** An app with the client credentials flow and a run-as user; works at the org's My Domain address only. */
    record ClientCredentials(String clientId, String clientSecret) implements SalesforceCredentials {
        @Override
        public List<String> problems() {
            List<String> problems = new ArrayList<>();
            if (clientId.isBlank()) {
                problems.add("the client id is missing");
            }
            if (clientSecret.isBlank()) {
                problems.add("the client secret is missing");
            }
            return problems;
        }

        @Override
        public String toString() {
            return "ClientCredentials[clientId=***, clientSecret=***]";
        }
    }

    /**
     * A signed assertion for a user whom an admin has pre-authorised.
     *
     * @param keyFile an RSA private key as PKCS#8 PEM; read at each login, so it can be replaced in place
     * @param audience {@code https://login.salesforce.com}, {@code https://test.salesforce.com} for a sandbox
     */
    record JwtBearer(String clientId, String username, Path keyFile, URI audience) implements SalesforceCredentials {
        @Override
        public List<String> problems() {
            List<String> problems = new ArrayList<>();
            if (clientId.isBlank()) {
                problems.add("the client id is missing");
            }
            if (username.isBlank()) {
                problems.add("the user name is missing");
            }
            if (!audience.isAbsolute()) {
                problems.add("the audience is not a full address");
            }
            PrivateKeyFile.problem(keyFile).ifPresent(problems::add);
            return problems;
        }

        @Override
        public String toString() {
            return "JwtBearer[clientId=***, username=***, keyFile=***, audience=" + audience + "]";
        }
    }
}
