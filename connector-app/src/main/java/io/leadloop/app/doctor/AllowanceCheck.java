package io.leadloop.app.doctor;

import io.leadloop.app.config.Account;
import io.leadloop.app.engine.AccountProbe;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** What polling costs in a day against what we may use of the account's calls, and what the vendor itself allows. */
final class AllowanceCheck {

    private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();

    private final Duration poll;
    private final int watched;

    /** @param watched objects that each pass asks for */
    AllowanceCheck(Duration poll, int watched) {
        this.poll = poll;
        this.watched = watched;
    }

    long perDay() {
        return DAY_MILLIS / Math.max(1, poll.toMillis()) * watched;
    }

    Finding of(String check, Optional<Account.ApiUsage> usage, Optional<AccountProbe.Calls> told) {
        String what = String.format(
                Locale.ROOT,
                "%d objects every %s cost at least %,d calls a day%s",
                watched,
                poll.toMillis() % 1_000 == 0 ? poll.toSeconds() + " s" : poll.toMillis() + " ms",
                perDay(),
                told.map(calls -> String.format(
                                Locale.ROOT, "; the vendor says %,d of %,d are used", calls.used(), calls.limit()))
                        .orElse(""));
        long ours = usage.map(AllowanceCheck::share).orElse(Long.MAX_VALUE);
        long theirs = told.map(AccountProbe.Calls::limit).orElse(Long.MAX_VALUE);
        long allowed = Math.min(ours, theirs);
        if (perDay() > allowed) {
            return Finding.broken(
                    check,
                    what + String.format(Locale.ROOT, ", of which %,d are ours", allowed),
                    "Set 'poll' of both connections to " + longEnough(allowed) + "s or more");
        }
        if (usage.isPresent() && usage.get().dailyLimit() > theirs) {
            return Finding.warning(
                    check, what, "Set 'api-usage.daily-limit' to " + theirs + ": the vendor allows no more");
        }
        return Finding.ok(check, what);
    }

    private long longEnough(long allowed) {
        return Math.max(1, (DAY_MILLIS / 1_000 * watched + allowed - 1) / Math.max(1, allowed));
    }

    private static long share(Account.ApiUsage usage) {
        return (long) usage.dailyLimit() * (100 - usage.keepFreePercent()) / 100;
    }
}
