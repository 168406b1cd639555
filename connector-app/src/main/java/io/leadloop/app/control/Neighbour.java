package io.leadloop.app.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The serving process on the same data, talked to over loopback. */
public final class Neighbour {

    private static final int CONNECT_MILLIS = 1_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PortFile.Place place;

    private Neighbour(PortFile.Place place) {
        this.place = place;
    }

    /** Empty if none serves on this data folder. */
    public static Optional<Neighbour> of(Path dataFolder) {
        return PortFile.find(dataFolder).map(Neighbour::new);
    }

    /** Waits until the command has ended there; empty if nobody answers, or somebody else does. */
    public Optional<Done> run(List<String> arguments) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create("http://127.0.0.1:" + place.port() + "/control/commands")
                            .toURL()
                            .openConnection();
            connection.setConnectTimeout(CONNECT_MILLIS);
            connection.setRequestMethod("POST");
            connection.setDoOutput(true);
            connection.setRequestProperty("Authorization", "Bearer " + place.secret());
            connection.setRequestProperty("Content-Type", "application/json");
            try (OutputStream body = connection.getOutputStream()) {
                body.write(JSON.writeValueAsBytes(Map.of("arguments", arguments)));
            }
            if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
                return Optional.empty();
            }
            try (InputStream body = connection.getInputStream()) {
                JsonNode done = JSON.readTree(body);
                return Optional.of(new Done(
                        done.path("exitCode").asInt(),
                        done.path("out").asString(),
                        done.path("err").asString()));
            }
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }
}
