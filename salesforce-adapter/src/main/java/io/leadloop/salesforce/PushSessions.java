package io.leadloop.salesforce;

import io.leadloop.failure.CallFailed;
import io.leadloop.failure.Failure;
import io.leadloop.failure.FailureKind;
import io.leadloop.salesforce.pubsub.SalesforceAccess;
import io.leadloop.salesforce.pubsub.SalesforceSessions;

/** The connection's session, as the Pub/Sub API wants it. */
final class PushSessions implements SalesforceSessions {

    private final Session session;

    PushSessions(Session session) {
        this.session = session;
    }

    @Override
    public SalesforceAccess current() {
        return access(session.current());
    }

    @Override
    public SalesforceAccess after(SalesforceAccess refused) {
        return access(session.newerThan(refused.generation()));
    }

    private static SalesforceAccess access(Session.Held held) {
        AccessToken token = held.token();
        if (token.organization().isEmpty()) {
            throw new CallFailed(Failure.of(
                    FailureKind.MISCONFIGURED, "PUSH_NO_ORG", "The token answer names no org, which push needs."));
        }
        return new SalesforceAccess(held.generation(), token.value(), token.instance(), token.organization());
    }
}
