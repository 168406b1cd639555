package io.leadloop.salesforce;

import io.leadloop.failure.CallFailed;
import io.leadloop.failure.Failure;
import io.leadloop.failure.FailureKind;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the org's OAuth token endpoint for a session; the SOAP login is never used. */
final class Login {

    private static final String JWT_GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    private static final Pattern ORGANIZATION = Pattern.compile("/id/(00D[A-Za-z0-9]{12,15})/");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SalesforceConfig config;
    private final Wire wire;
    private final InstantSource clock;

    Login(SalesforceConfig config, Wire wire, InstantSource clock) {
        this.config = config;
        this.wire = wire;
        this.clock = clock;
    }

    /** One call. Fails with UNAUTHENTICATED where a person must act; the answer's text is never passed on. */
    AccessToken fetch() {
        HttpPost post = new HttpPost(config.url().resolve("/services/oauth2/token"));
        post.setHeader("Accept", "application/json");
        post.setEntity(new UrlEncodedFormEntity(form()));
        try {
            WireAnswer answer = wire.send(post);
            if (!answer.isJson()) {
                throw answer.refusal();
            }
            JsonNode json = JSON.readTree(answer.body());
            if (answer.status() == 200) {
                return token(json);
            }
            if (answer.status() >= 500) {
                throw answer.refusal();
            }
            throw new CallFailed(LoginRefusal.of(json.path("error").asString("")));
        } catch (WireFailed e) {
            throw new CallFailed(e.failure());
        } catch (JacksonException e) {
            throw new CallFailed(
                    Failure.of(FailureKind.TRANSIENT, "UNREADABLE_ANSWER", "The token answer could not be read."));
        }
    }

    private List<NameValuePair> form() {
        List<NameValuePair> form = new ArrayList<>();
        if (config.credentials() instanceof SalesforceCredentials.ClientCredentials app) {
            form.add(new BasicNameValuePair("grant_type", "client_credentials"));
            form.add(new BasicNameValuePair("client_id", app.clientId()));
            form.add(new BasicNameValuePair("client_secret", app.clientSecret()));
        } else if (config.credentials() instanceof SalesforceCredentials.JwtBearer user) {
            form.add(new BasicNameValuePair("grant_type", JWT_GRANT));
            form.add(new BasicNameValuePair("assertion", assertion(user)));
        }
        return form;
    }

    private String assertion(SalesforceCredentials.JwtBearer user) {
        try {
            return JwtAssertion.sign(user, clock.instant());
        } catch (IOException | GeneralSecurityException e) {
            throw new CallFailed(Failure.of(
                    FailureKind.UNAUTHENTICATED,
                    "KEY_FILE",
                    "The login cannot be signed: "
                            + PrivateKeyFile.problem(user.keyFile()).orElse("the key does not fit") + "."));
        }
    }

    private AccessToken token(JsonNode json) {
        String value = json.path("access_token").asString("");
        URI instance = address(json.path("instance_url").asString(""));
        if (value.isEmpty() || !SalesforceConfig.isSafe(instance)) {
            throw new CallFailed(Failure.of(
                    FailureKind.MISCONFIGURED, "NO_TOKEN", "The token answer names no session or no safe address."));
        }
        String identity = json.path("id").asString("");
        config.expectedOrgId().ifPresent(expected -> requireOrg(expected, identity));
        Matcher organization = ORGANIZATION.matcher(identity);
        return new AccessToken(value, instance, organization.find() ? organization.group(1) : "");
    }

    private static URI address(String text) {
        try {
            return new URI(text);
        } catch (java.net.URISyntaxException e) {
            return URI.create("");
        }
    }

    /** The identity address is {@code .../id/<org id>/<user id>}; ids are equal by their first 15 characters. */
    private static void requireOrg(String expected, String identity) {
        if (!identity.contains("/id/" + expected.substring(0, 15))) {
            throw new CallFailed(Failure.of(
                    FailureKind.MISCONFIGURED, "WRONG_ORG", "The login leads into another org than the expected one."));
        }
    }
}
