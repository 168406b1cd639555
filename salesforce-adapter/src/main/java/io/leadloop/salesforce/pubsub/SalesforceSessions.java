package io.leadloop.salesforce.pubsub;

/** The sessions of a connection. Both calls may log in, and throw {@code CallFailed} if that is refused. */
public interface SalesforceSessions {

    SalesforceAccess current();

    /** One that is newer than this, which was refused. */
    SalesforceAccess after(SalesforceAccess refused);
}
