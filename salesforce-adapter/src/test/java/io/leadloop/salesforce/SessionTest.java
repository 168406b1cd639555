package io.leadloop.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.leadloop.canonical.ConnectionId;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.RecordRef;
import io.leadloop.failure.CallFailed;
import io.leadloop.failure.Failure;
import io.leadloop.failure.FailureKind;
import io.leadloop.salesforce.ScriptedSalesforce.Answer;
import io.leadloop.spi.Projection;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class SessionTest {

    private static final String EXPIRED =
            "Invalid Session ID found in SessionHeader: Illegal Session. Session not found, missing session hash: abc=";
    private static final ObjectType LEAD = new ObjectType("Lead");

    @Test
    void twentyThreadsThatFindASessionExpiredShareOneLogin() throws Exception {
        AtomicInteger logins = new AtomicInteger();
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(20);
        Session session = new Session(
                () -> {
                    if (logins.incrementAndGet() == 2) {
                        entered.countDown();
                        await(asked);
                    }
                    return new AccessToken("t" + logins.get(), URI.create("https://acme.my.salesforce.com"), "");
                },
                ScriptedSalesforce.CLOCK);
        Session.Held expired = session.current();
        Set<String> tokens = ConcurrentHashMap.newKeySet();
        ExecutorService threads = Executors.newFixedThreadPool(20);
        List<Future<?>> waiting = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            waiting.add(threads.submit(() -> {
                asked.countDown();
                tokens.add(session.after(expired).token().value());
            }));
        }
        for (Future<?> one : waiting) {
            one.get();
        }
        threads.shutdown();

        assertThat(tokens).containsExactly("t2");
        assertThat(logins).hasValue(2);
        assertThat(entered.getCount()).isZero();
    }

    @Test
    void anExpiredSessionIsRenewedOnceAndTheCallRepeated() throws IOException {
        try (ScriptedSalesforce vendor = new ScriptedSalesforce();
                SalesforceAdapter adapter = vendor.adapter()) {
            vendor.answers(
                    Answer.fault("INVALID_SESSION_ID", EXPIRED),
                    Answer.xml(Envelopes.rows("queryAll", "")),
                    Answer.xml(Envelopes.rows("queryAll", "")));

            read(adapter);
            read(adapter);

            assertThat(vendor.loginRequests()).hasSize(2);
            assertThat(vendor.requests()).hasSize(3);
            assertThat(vendor.lastRequest()).contains("token-2");
        }
    }

    @Test
    void aSessionThatIsRefusedTwiceNeedsAPerson() throws IOException {
        try (ScriptedSalesforce vendor = new ScriptedSalesforce();
                SalesforceAdapter adapter = vendor.adapter()) {
            vendor.answers(Answer.fault("INVALID_SESSION_ID", EXPIRED), Answer.fault("INVALID_SESSION_ID", EXPIRED));

            CallFailed failed = catchThrowableOfType(CallFailed.class, () -> read(adapter));

            assertThat(failed.failure().kind()).isEqualTo(FailureKind.UNAUTHENTICATED);
            assertThat(vendor.requests()).hasSize(2);
        }
    }

    @Test
    void aRefusedLoginIsNotTriedAgainAtOnce() throws IOException {
        try (ScriptedSalesforce vendor = new ScriptedSalesforce();
                SalesforceAdapter adapter = vendor.adapter()) {
            vendor.loginAnswers(new Answer(
                    400,
                    "application/json",
                    "{\"error\":\"invalid_grant\",\"error_description\":\"inactive user ann@person.example\"}"));

            Failure first =
                    catchThrowableOfType(CallFailed.class, () -> read(adapter)).failure();
            Failure second =
                    catchThrowableOfType(CallFailed.class, () -> read(adapter)).failure();

            assertThat(first.kind()).isEqualTo(FailureKind.UNAUTHENTICATED);
            assertThat(first.code()).isEqualTo("invalid_grant");
            assertThat(first.toString()).doesNotContain("ann@");
            assertThat(second).isEqualTo(first);
            assertThat(vendor.loginRequests()).hasSize(1);
        }
    }

    @Test
    void aLoginIntoAnotherOrgIsMisconfigured() throws IOException {
        try (ScriptedSalesforce vendor = new ScriptedSalesforce()) {
            SalesforceConfig config = vendor.config();
            SalesforceConfig strict = new SalesforceConfig(
                    config.connection(),
                    config.url(),
                    config.credentials(),
                    Optional.of("00D999999999999"),
                    config.connectTimeout(),
                    config.answerTimeout(),
                    Duration.ZERO,
                    config.recycleBin(),
                    false,
                    Optional.empty());
            try (SalesforceAdapter adapter = new SalesforceAdapter(strict, ScriptedSalesforce.CLOCK)) {
                CallFailed failed = catchThrowableOfType(CallFailed.class, () -> read(adapter));
                assertThat(failed.failure().code()).isEqualTo("WRONG_ORG");
            }
        }
    }

    private static void read(SalesforceAdapter adapter) {
        adapter.reader()
                .read(
                        Projection.of(LEAD, List.of()),
                        List.of(new RecordRef(new ConnectionId("crm"), LEAD, "00Q000000000001AAA")));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
