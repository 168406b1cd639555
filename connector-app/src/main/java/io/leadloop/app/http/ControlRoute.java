package io.leadloop.app.http;

import io.leadloop.app.control.CommandRunner;
import io.leadloop.app.control.Done;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** For the command line beside a running {@code serve}: from this machine alone, with the secret of this start. */
@RestController
class ControlRoute {

    private final CommandRunner runner;

    ControlRoute(CommandRunner runner) {
        this.runner = runner;
    }

    @PostMapping(path = "/control/commands", consumes = MediaType.APPLICATION_JSON_VALUE)
    Done run(HttpServletRequest request) {
        JsonNode arguments = Json.object(request, List.of("arguments")).path("arguments");
        List<String> words = new ArrayList<>();
        arguments.forEach(word -> words.add(word.asString("")));
        if (!arguments.isArray() || words.isEmpty()) {
            throw Refused.of(Code.BAD_REQUEST, "'arguments' is no list of words", "/arguments");
        }
        return runner.run(words);
    }
}
