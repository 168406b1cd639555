package io.leadloop.salesforce;

import com.sforce.soap.partner.QueryResult;
import com.sforce.soap.partner.sobject.SObject;
import io.leadloop.canonical.ObjectType;
import java.util.ArrayList;
import java.util.List;

/** Runs a query and fetches all of its pages; each page is a call. */
final class Queries {

    /** The most rows of a page, and of a poll. */
    static final int PAGE = 2_000;

    private final Soap soap;

    Queries(Soap soap) {
        this.soap = soap;
    }

    /** Live rows only. */
    List<SObject> live(String soql) {
        return all(Soql.object(soql), connection -> connection.query(soql));
    }

    /** Rows of the recycle bin too. */
    List<SObject> withRetired(String soql) {
        return all(Soql.object(soql), connection -> connection.queryAll(soql));
    }

    /** Live rows and those of the recycle bin. */
    long count(String object) {
        return page(new ObjectType(object), connection -> connection.queryAll("SELECT COUNT() FROM " + object))
                .getSize();
    }

    private List<SObject> all(ObjectType about, Soap.Call<QueryResult> query) {
        List<SObject> rows = new ArrayList<>();
        QueryResult page = page(about, query);
        rows.addAll(List.of(page.getRecords()));
        while (!page.isDone()) {
            String locator = page.getQueryLocator();
            page = page(about, connection -> connection.queryMore(locator));
            rows.addAll(List.of(page.getRecords()));
        }
        return rows;
    }

    private QueryResult page(ObjectType about, Soap.Call<QueryResult> query) {
        return soap.read(about, connection -> {
            connection.setQueryOptions(PAGE);
            return query.on(connection);
        });
    }
}
