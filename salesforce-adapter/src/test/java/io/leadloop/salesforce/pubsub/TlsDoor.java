package io.leadloop.salesforce.pubsub;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** Takes TLS away in front of a server on this machine. Its certificate is its own, so that only who has it trusts it. */
final class TlsDoor implements AutoCloseable {

    /** Of its certificate, which lives as long. */
    static final String PASSWORD = "as-long-as-the-test";

    private final Path store;
    private final SSLServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "tls-door");
        thread.setDaemon(true);
        return thread;
    });
    private final BlockingQueue<String> comers = new LinkedBlockingQueue<>();
    private volatile int behind;

    TlsDoor(Path folder) {
        store = folder.resolve("server.p12");
        try {
            make(store);
            socket = listen(store);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "https://localhost:" + socket.getLocalPort();
    }

    /** Where its certificate is to be found. */
    Path store() {
        return store;
    }

    /** What became of the next one who came: {@code entered}, or {@code left} before a word was said. */
    String next() {
        try {
            return Optional.ofNullable(comers.poll(15, TimeUnit.SECONDS)).orElse("nobody came");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    void leadsTo(int port) {
        behind = port;
        threads.execute(this::accept);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                SSLSocket comer = (SSLSocket) socket.accept();
                threads.execute(() -> serve(comer));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(SSLSocket comer) {
        try (comer;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            comer.startHandshake();
            InputStream first = comer.getInputStream();
            int one = first.read();
            if (one < 0) {
                comers.add("left");
                return;
            }
            comers.add("entered");
            server.getOutputStream().write(one);
            threads.execute(() -> pump(server, comer));
            pump(comer, server);
        } catch (IOException e) {
            comers.add("left");
        }
    }

    private static void pump(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
        } catch (IOException ended) {
            // either side has gone
        }
    }

    private static SSLServerSocket listen(Path store) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        SSLServerSocket socket = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 16, InetAddress.getLoopbackAddress());
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2"});
        socket.setSSLParameters(parameters);
        return socket;
    }

    private static void make(Path store) throws IOException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home", ""), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "RSA",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!keytool.waitFor(1, TimeUnit.MINUTES) || keytool.exitValue() != 0) {
                throw new AssertionError("keytool made no certificate");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
