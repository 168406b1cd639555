package io.leadloop.hubspot;

import io.leadloop.failure.CallFailed;
import io.leadloop.failure.Failure;
import io.leadloop.failure.FailureKind;
import io.leadloop.spi.WriteOutcome;
import io.leadloop.spi.WriteRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Ties records. Rows carry no trace id here, so an answer with errors is taken row by row by its ends, and a batch that is
 * refused as a whole is halved. HubSpot takes a tie that exists already as done.
 */
record Associates(HubSpotClient client) {

    private record Ends(HubSpotObject from, HubSpotObject to) {}

    private record Tie(int index, WriteRequest.Associate request, ObjectNode input) {}

    List<WriteOutcome> write(List<WriteRequest.Associate> batch) {
        Outcomes outcomes = new Outcomes(batch.size());
        Map<Ends, List<Tie>> byEnds = new LinkedHashMap<>();
        for (int i = 0; i < batch.size(); i++) {
            WriteRequest.Associate request = batch.get(i);
            Ends ends = new Ends(
                    HubSpotObject.of(request.type()),
                    HubSpotObject.of(request.to().type()));
            OptionalInt type = AssociationTypes.id(ends.from(), ends.to(), request.label());
            if (type.isEmpty()) {
                outcomes.set(i, new WriteOutcome.Rejected(unknownType(request)));
            } else {
                byEnds.computeIfAbsent(ends, key -> new ArrayList<>())
                        .add(new Tie(i, request, input(request, type.getAsInt())));
            }
        }
        byEnds.forEach((ends, ties) -> {
            for (int start = 0; start < ties.size(); start += HubSpotWriter.SIZE) {
                send(ends, ties.subList(start, Math.min(start + HubSpotWriter.SIZE, ties.size())), outcomes);
            }
        });
        return outcomes.inOrder();
    }

    private void send(Ends ends, List<Tie> ties, Outcomes outcomes) {
        ObjectNode body = Json.object();
        body.set("inputs", Json.nodes(ties.stream().map(Tie::input)));
        Answer answer;
        try {
            answer = client.send(Call.write(Paths.associations(ends.from(), ends.to()) + "/batch/create", body));
        } catch (CallFailed e) {
            outcomes.failed(ties.stream().map(Tie::index).toList(), e);
            return;
        }
        Optional<VendorError> refusal = answer.refusal();
        if (refusal.isPresent() && ties.size() > 1) {
            int half = ties.size() / 2;
            send(ends, ties.subList(0, half), outcomes);
            send(ends, ties.subList(half, ties.size()), outcomes);
        } else if (refusal.isPresent()) {
            outcomes.set(ties.get(0).index(), rejected(refusal.get()));
        } else {
            settle(ends, ties, answer.body(), outcomes);
        }
    }

    private void settle(Ends ends, List<Tie> ties, JsonNode body, Outcomes outcomes) {
        List<VendorError> errors = new ArrayList<>();
        body.path("errors").forEach(error -> errors.add(VendorError.ofRow(error)));
        List<Tie> doubtful = new ArrayList<>();
        for (Tie tie : ties) {
            if (errors.isEmpty() || body.path("results").valueStream().anyMatch(result -> made(result, tie))) {
                outcomes.set(tie.index(), new WriteOutcome.Applied(tie.request().from(), Optional.empty(), false));
            } else {
                doubtful.add(tie);
            }
        }
        if (doubtful.size() == 1 || errors.size() == doubtful.size()) {
            for (int i = 0; i < doubtful.size(); i++) {
                outcomes.set(doubtful.get(i).index(), rejected(errors.get(i)));
            }
        } else {
            doubtful.forEach(tie -> send(ends, List.of(tie), outcomes));
        }
    }

    private static boolean made(JsonNode result, Tie tie) {
        return Json.text(result, "fromObjectId").equals(tie.request().from().id())
                && Json.text(result, "toObjectId").equals(tie.request().to().id());
    }

    private static ObjectNode input(WriteRequest.Associate request, int type) {
        ObjectNode input = Json.object();
        input.set("from", BatchRow.end(request.from()));
        input.set("to", BatchRow.end(request.to()));
        ObjectNode spec =
                Json.object().put("associationCategory", "HUBSPOT_DEFINED").put("associationTypeId", type);
        input.set("types", Json.nodes(List.of(spec).stream()));
        return input;
    }

    private static WriteOutcome rejected(VendorError error) {
        return new WriteOutcome.Rejected(ErrorTable.failure(error, false));
    }

    private static Failure unknownType(WriteRequest.Associate request) {
        return Failure.of(
                FailureKind.MISCONFIGURED,
                "UNKNOWN_ASSOCIATION_TYPE",
                "no HubSpot association from " + request.type() + " to "
                        + request.to().type() + " with this label");
    }
}
