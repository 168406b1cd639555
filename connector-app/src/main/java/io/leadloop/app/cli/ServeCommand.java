package io.leadloop.app.cli;

import io.leadloop.app.config.Configuration;
import io.leadloop.app.engine.Engine;
import io.leadloop.app.engine.OpenStore;
import io.leadloop.app.flow.ServeFlow;
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
    private static final Duration SIMULATED = Duration.ofMillis(200);

    @Mixin
    private final Common common = new Common();

    @Override
    public Integer call() throws InterruptedException {
        Configuration configuration = common.configuration();
        Duration pause = configuration.clock().isPresent() ? SIMULATED : configuration.poll();
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        try (OpenStore opened = OpenStore.of(configuration);
                Engine engine = Engine.of(configuration, opened);
                ServeFlow flow = ServeFlow.start(
                        () -> opened.runState().writes()
                                ? engine.run(opened.ceilings(), Progress.UNSEEN)
                                : engine.plan(Progress.UNSEEN),
                        pause,
                        failed -> {})) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(asked, ended), "stop"));
            common.say("Serving, run state " + opened.runState().word() + ", a pass every "
                    + (pause.toMillis() < 1_000 ? pause.toMillis() + " ms" : pause.toSeconds() + " s") + ", log in "
                    + configuration.dataFolder().resolve("leadloop.log"));
            asked.await();
        } finally {
            ended.countDown();
        }
        return ExitCode.OK;
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
