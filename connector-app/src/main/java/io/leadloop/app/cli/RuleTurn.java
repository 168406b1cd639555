package io.leadloop.app.cli;

import io.leadloop.app.engine.RuleWatch;
import io.leadloop.app.serve.Serving;
import io.leadloop.language.Problem;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Lets it serve until it is asked to end, or until a pass has ended after the mapping files changed. */
final class RuleTurn {

    private final RuleWatch rules;
    private final Serving serving;
    private final Consumer<List<Problem>> refused;
    private final Duration between;
    private final CountDownLatch ended = new CountDownLatch(1);
    private boolean ordered;
    private boolean usable;

    /**
     * @param refused told of files that cannot be used, once for each version of them
     * @param between two looks at the files
     */
    RuleTurn(RuleWatch rules, Serving serving, Consumer<List<Problem>> refused, Duration between) {
        this.rules = rules;
        this.serving = serving;
        this.refused = refused;
        this.between = between;
    }

    /** Whether it is to begin anew, with other rules. */
    boolean await(CountDownLatch asked) throws InterruptedException {
        while (!asked.await(between.toMillis(), TimeUnit.MILLISECONDS)) {
            look();
            if (ended.getCount() == 0) {
                return true;
            }
        }
        return false;
    }

    private synchronized void look() {
        RuleWatch.News news = rules.look();
        if (news instanceof RuleWatch.News.Refused found) {
            usable = false;
            refused.accept(found.problems());
        }
        if (news instanceof RuleWatch.News.Changed) {
            usable = true;
            if (!ordered) {
                ordered = true;
                serving.end(this::isStillUsable, ended::countDown);
            }
        }
    }

    /** A pass may take long, and the files may be at work again. */
    private synchronized boolean isStillUsable() {
        look();
        ordered = false;
        return usable;
    }
}
