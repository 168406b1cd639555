package io.leadloop.app.cli;

import io.leadloop.app.config.Configuration;
import io.leadloop.app.engine.Engine;
import io.leadloop.app.engine.LeaseWait;
import io.leadloop.app.engine.OpenStore;
import io.leadloop.app.flow.Passes;
import io.leadloop.app.flow.ServeFlow;
import io.leadloop.app.retention.Tidying;
import io.leadloop.pipeline.PassReport;
import io.leadloop.pipeline.Progress;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "serve",
        description = "Runs pass after pass until it is stopped. Killing it at any moment loses nothing.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    /** The simulators' clock is asked this often, in real time. */
    private static final Duration SIMULATED = Duration.ofMillis(25);

    /** How often a second engine asks whether it is its turn. */
    private static final Duration TURN = Duration.ofSeconds(2);

    @Mixin
    private final Common common = new Common();

    @Override
    public Integer call() throws InterruptedException {
        Configuration configuration = common.configuration();
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        try (OpenStore opened = OpenStore.of(configuration)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(asked, ended), "stop"));
            if (new LeaseWait(opened, TURN).take(asked, common::say)) {
                serve(configuration, opened, asked);
            }
        } finally {
            ended.countDown();
        }
        return ExitCode.OK;
    }

    private void serve(Configuration configuration, OpenStore opened, CountDownLatch asked)
            throws InterruptedException {
        Duration pause = configuration.clock().isPresent() ? SIMULATED : configuration.poll();
        try (Engine engine = Engine.of(configuration, opened);
                ServeFlow flow = ServeFlow.start(passes(configuration, opened, engine), pause, failed -> {})) {
            common.say("Serving, run state " + opened.runState().word() + ", a pass every "
                    + (pause.toMillis() < 1_000 ? pause.toMillis() + " ms" : pause.toSeconds() + " s") + ", log in "
                    + configuration.dataFolder().resolve("leadloop.log"));
            asked.await();
        }
    }

    private static Passes passes(Configuration configuration, OpenStore opened, Engine engine) {
        Tidying tidying = new Tidying(opened, configuration.retention(), engine.clock());
        return () -> {
            PassReport report = opened.runState().writes()
                    ? engine.run(opened.ceilings(), Progress.UNSEEN)
                    : engine.plan(Progress.UNSEEN);
            tidying.ifDue();
            return report;
        };
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
