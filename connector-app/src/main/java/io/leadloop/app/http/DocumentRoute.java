package io.leadloop.app.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The description of this interface, as docs/openapi.yaml has it. */
@RestController
class DocumentRoute {

    @GetMapping("/openapi.yaml")
    ResponseEntity<byte[]> document() {
        try (InputStream file = Objects.requireNonNull(
                DocumentRoute.class.getResourceAsStream("/leadloop/openapi.yaml"),
                "openapi.yaml is not in the program")) {
            return ResponseEntity.ok()
                    .header("Content-Type", "application/yaml; charset=utf-8")
                    .body(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
