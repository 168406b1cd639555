package io.leadloop.app.cli;

import io.leadloop.app.config.Configuration;
import io.leadloop.app.control.Door;
import io.leadloop.app.control.PortFile;
import io.leadloop.app.engine.LeaseWait;
import io.leadloop.app.engine.OpenStore;
import io.leadloop.app.engine.RuleWatch;
import io.leadloop.app.http.WebServer;
import io.leadloop.app.serve.Serving;
import io.leadloop.language.Problem;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "serve",
        description = {
            "Runs pass after pass until it is stopped. Killing it at any moment loses nothing.",
            "Mapping files that change are in force from the next pass on; with mistakes in them, they are not."
        },
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    private static final int SECRET_BYTES = 32;
    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

    /** How often a second engine asks whether it is its turn. */
    private static final Duration TURN = Duration.ofSeconds(2);

    /** How often the mapping files are looked at. */
    private static final Duration LOOK = Duration.ofSeconds(2);

    @Mixin
    private final Common common = new Common();

    @Override
    public Integer call() throws InterruptedException {
        Configuration configuration = common.configuration();
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Thread hook = new Thread(() -> stop(asked, ended), "stop");
        try (OpenStore opened = OpenStore.of(configuration)) {
            Runtime.getRuntime().addShutdownHook(hook);
            if (new LeaseWait(opened, TURN).take(asked, common::say)) {
                while (serve(configuration, opened, asked)) {
                    LOG.info("mapping files changed, serving begins anew");
                    common.say("The mapping files changed and are in force now");
                }
            }
        } finally {
            ended.countDown();
            if (asked.getCount() > 0) {
                Runtime.getRuntime().removeShutdownHook(hook);
            }
        }
        return ExitCode.OK;
    }

    /** Whether it is to begin anew with other rules; else it was asked to end. */
    private boolean serve(Configuration configuration, OpenStore opened, CountDownLatch asked)
            throws InterruptedException {
        String secret = secret();
        try (Serving serving = Serving.of(configuration, opened);
                WebServer web = web(serving, secret);
                PortFile note = PortFile.write(configuration.dataFolder(), new PortFile.Place(web.port(), secret))) {
            serving.begin();
            Duration pause = serving.pause();
            common.say("Serving, run state " + opened.runState().word() + ", a pass every "
                    + (pause.toMillis() < 1_000 ? pause.toMillis() + " ms" : pause.toSeconds() + " s") + ", log in "
                    + configuration.dataFolder().resolve("leadloop.log"));
            common.say("HTTP on http://" + configuration.http().bind() + ":" + web.port());
            return new RuleTurn(new RuleWatch(configuration), serving, this::refuse, LOOK).await(asked);
        }
    }

    private void refuse(List<Problem> problems) {
        LOG.warn(
                "mapping files changed and have mistakes, the rules before stay in force problems={}", problems.size());
        common.say("The mapping files changed and cannot be used; the rules before stay in force:");
        problems.forEach(problem -> common.say("  " + problem.where() + "  " + problem.what() + ". " + problem.fix()));
    }

    private static String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private WebServer web(Serving serving, String secret) {
        try {
            return WebServer.start(serving, serving.configuration().http(), new Door(secret, Commands.runner(serving)));
        } catch (WebServer.PortTaken taken) {
            throw Complaint.input(
                    String.valueOf(taken.getMessage()),
                    "http.port in " + common.config(),
                    "Choose another port, or 0 for any that is free");
        }
    }

    /** The machine ends when this returns, so it waits until flow, adapters and store are closed. */
    private static void stop(CountDownLatch asked, CountDownLatch ended) {
        asked.countDown();
        try {
            ended.await();
            Runtime.getRuntime().halt(ExitCode.OK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
