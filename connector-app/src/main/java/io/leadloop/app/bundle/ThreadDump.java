package io.leadloop.app.bundle;

import io.leadloop.app.config.Configuration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What the process that has an embedded store open is doing, as the JDK's own tool tells. */
final class ThreadDump {

    private static final int PATIENCE_SECONDS = 20;

    private ThreadDump() {}

    /** Empty if nobody else has it open, or this Java has no such tool. */
    static Optional<String> of(Configuration configuration) {
        Optional<Long> process = configuration
                .store()
                .file()
                .map(store -> store.resolveSibling(store.getFileName() + ".owner"))
                .filter(Files::exists)
                .flatMap(ThreadDump::owner)
                .filter(pid -> pid != ProcessHandle.current().pid());
        Path tool = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        return process.filter(pid -> Files.isExecutable(tool)).flatMap(pid -> ask(tool, pid));
    }

    private static Optional<Long> owner(Path note) {
        try {
            return Optional.of(Long.parseLong(Files.readString(note).strip()))
                    .filter(pid -> ProcessHandle.of(pid).isPresent());
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> ask(Path tool, long pid) {
        try {
            Path answer = Files.createTempFile("threads", ".txt");
            try {
                Process asked = new ProcessBuilder(tool.toString(), Long.toString(pid), "Thread.print")
                        .redirectErrorStream(true)
                        .redirectOutput(answer.toFile())
                        .start();
                if (!asked.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    asked.destroyForcibly();
                    return Optional.empty();
                }
                return Optional.of(Files.readString(answer, StandardCharsets.UTF_8));
            } finally {
                Files.delete(answer);
            }
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
